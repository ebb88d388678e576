// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CodeKeysTest {
  private final CodeKeys keys = new CodeKeys();

  /** How many of these characters belonged to a code. */
  private int heard(String typed) {
    return (int) typed.chars().filter(c -> keys.hear((char) c)).count();
  }

  @Test
  void leavesTheLinesOfASheetAlone() {
    assertEquals(0, heard("7F3K2M9AKEYR1TE KEYRITEKEYRITE"));
    assertFalse(keys.isReading());
  }

  @Test
  void takesACodeThatBeginsInTheMiddleOfALine() {
    assertEquals("xKEYRITE:1:AB".length() - 8, heard("xKEYRITE:1:AB"));
    assertTrue(keys.isReading());
    assertEquals("KEYRITE:1:AB", new String(keys.take()));
    assertFalse(keys.isReading());
  }

  @Test
  void doesNotOverflow() {
    heard("KEYRITE:" + "A".repeat(10_000));
    assertEquals(256, keys.take().length);
  }

  @Test
  void forgets() {
    heard("KEYRITE:1");
    keys.forget();
    assertEquals(0, keys.take().length);
  }
}
