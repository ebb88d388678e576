// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;

class SecretTextTest {
  private static SecretText typed(String text) {
    SecretText made = new SecretText();
    text.chars().forEach(c -> made.insert((char) c));
    return made;
  }

  @Test
  void insertsAtTheCaret() {
    SecretText text = typed("ac");
    text.moveTo(1);
    text.insert('b');
    assertArrayEquals("abc".toCharArray(), text.copy());
    assertEquals(2, text.caret());
  }

  @Test
  void backspaceRemovesBeforeTheCaretAndOverwritesWhatIsFreed() {
    SecretText text = typed("abc");
    text.moveTo(1);
    assertTrue(text.backspace());
    assertArrayEquals("bc".toCharArray(), text.copy());
    assertEquals('\0', text.at(2));
    assertFalse(text.backspace());
  }

  @Test
  void deleteRemovesAfterTheCaret() {
    SecretText text = typed("abc");
    text.moveTo(1);
    assertTrue(text.delete());
    assertArrayEquals("ac".toCharArray(), text.copy());
    text.moveTo(2);
    assertFalse(text.delete());
  }

  @Test
  void removesBothHalvesOfACharacterOutsideTheBasicPlane() {
    SecretText text = typed("a😀b");
    text.moveTo(3);
    text.backspace();
    assertArrayEquals("ab".toCharArray(), text.copy());
    SecretText other = typed("😀b");
    other.moveTo(0);
    other.delete();
    assertArrayEquals("b".toCharArray(), other.copy());
  }

  @Test
  void refusesMoreThanThereIsRoomFor() {
    SecretText text = new SecretText(2);
    assertTrue(text.insert('a') && text.insert('b'));
    assertTrue(text.isFull());
    assertFalse(text.insert('c'));
    text.moveTo(0);
    assertTrue(text.replace('x'));
    assertArrayEquals("xb".toCharArray(), text.copy());
    text.moveTo(2);
    assertFalse(text.replace('y'));
  }

  @Test
  void isEmptyAfterItGaveItsContentAway() {
    SecretText text = typed("geheim");
    try (Passphrase taken = text.take()) {
      assertTrue(
          taken
              .encode(StandardCharsets.UTF_8)
              .matches(Secret.taking("geheim".getBytes(StandardCharsets.UTF_8))));
    }
    assertEquals(0, text.length());
    for (int i = 0; i < SecretText.MOST; i++) {
      assertEquals('\0', text.at(i));
    }
  }

  @Test
  void comparesWhatIsTypedAndNothingElse() {
    assertTrue(typed("abc").sameAs(typed("abc")));
    assertFalse(typed("abc").sameAs(typed("abd")));
    SecretText shortened = typed("abcd");
    shortened.backspace();
    assertTrue(shortened.sameAs(typed("abc")));
  }

  @Test
  void tellsOnlyItsLengthAsText() {
    assertEquals("text of 6 characters", typed("geheim").toString());
  }
}
