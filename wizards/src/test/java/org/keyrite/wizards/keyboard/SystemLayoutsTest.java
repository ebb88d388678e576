// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemLayoutsTest {
  @Test
  void readsTheLayoutsThatSetxkbmapPrints() {
    assertEquals(
        Optional.of(List.of("de")),
        SystemLayouts.inQuery(
            "rules:      evdev\nmodel:      pc105\nlayout:     de\nvariant:    nodeadkeys\n"));
    assertEquals(Optional.of(List.of("us", "de")), SystemLayouts.inQuery("layout:     us,de\n"));
  }

  @Test
  void readsTheLayoutOfDebiansFile() {
    assertEquals(
        Optional.of(List.of("fr")),
        SystemLayouts.inFile("XKBMODEL=\"pc105\"\nXKBLAYOUT=\"fr\"\nXKBVARIANT=\"\"\n"));
  }

  @Test
  void knowsNothingWhereNothingIsSaid() {
    assertEquals(Optional.empty(), SystemLayouts.inQuery(""));
    assertEquals(Optional.empty(), SystemLayouts.inFile("BACKSPACE=\"guess\"\n"));
    assertEquals(Optional.empty(), SystemLayouts.inFile("#XKBLAYOUT=\"fr\"\n"));
  }
}
