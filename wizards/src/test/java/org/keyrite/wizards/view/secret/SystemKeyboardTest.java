// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemKeyboardTest {
  @Test
  void readsTheLayoutsThatSetxkbmapPrints() {
    assertEquals(
        Optional.of(List.of("de")),
        SystemKeyboard.layoutsInQuery(
            "rules:      evdev\nmodel:      pc105\nlayout:     de\nvariant:    nodeadkeys\n"));
    assertEquals(
        Optional.of(List.of("us", "de")), SystemKeyboard.layoutsInQuery("layout:     us,de\n"));
  }

  @Test
  void readsTheLayoutOfDebiansFile() {
    assertEquals(
        Optional.of(List.of("fr")),
        SystemKeyboard.layoutsInFile("XKBMODEL=\"pc105\"\nXKBLAYOUT=\"fr\"\nXKBVARIANT=\"\"\n"));
  }

  @Test
  void knowsNothingWhereNothingIsSaid() {
    assertEquals(Optional.empty(), SystemKeyboard.layoutsInQuery(""));
    assertEquals(Optional.empty(), SystemKeyboard.layoutsInFile("BACKSPACE=\"guess\"\n"));
  }
}
