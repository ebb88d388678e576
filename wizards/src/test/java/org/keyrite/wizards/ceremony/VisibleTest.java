// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  @Test
  void whatMovesTheCursorOrTurnsTheWritingIsReplaced() {
    assertEquals("\uFFFD[2Ja\uFFFDb\uFFFDc\uFFFD", Visible.of("\u001B[2Ja\u202Eb\u2028c\u0007"));
    assertEquals("\uFFFD\uFFFDx", Visible.of("\u009B\uD800x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Jürgen Żółć", "two\nlines\tapart", "soft\u00ADly", "\uD83D\uDD11 👩‍🔧", "日本"})
  void whatIsOnlySeenStays(String text) {
    assertSame(text, Visible.of(text));
  }
}
