// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

class TypedCodeTest {
  private static final String PRESSED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:";
  private static final String GERMAN = "ABCDEFGHIJKLMNOPQRSTUVWXZY0123456789Ö";
  private static final String FRENCH = "QBCDEFGHIJKL?NOPARSTUVZXYWà&é\"'(-è_çM";

  private static String code(PayloadKind kind) {
    try (Secret payload = CheckedTextTest.sample(kind).encode()) {
      return new String(SheetCode.text(payload));
    }
  }

  /** What a computer with another layout makes of the keys that a scanner presses. */
  private static String on(String layout, String text) {
    StringBuilder typed = new StringBuilder();
    text.chars().forEach(c -> typed.append(layout.charAt(PRESSED.indexOf(c))));
    return typed.toString();
  }

  private static Bytes read(String typed) throws ProblemException {
    try (SheetPayload found = TypedCode.read(typed.toCharArray());
        Secret payload = found.encode()) {
      return Samples.bytes(payload);
    }
  }

  private static void assertRefused(String typed) {
    assertInstanceOf(
        PaperProblem.TypedCodeDiffers.class,
        assertThrows(ProblemException.class, () -> read(typed)).problem());
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatTheScannerTyped(PayloadKind kind) throws Exception {
    Bytes expected;
    try (Secret payload = CheckedTextTest.sample(kind).encode()) {
      expected = Samples.bytes(payload);
    }
    String code = code(kind);
    assertEquals(expected, read(code));
    assertEquals(expected, read(code.toLowerCase(Locale.ROOT)));
    assertEquals(expected, read(on(GERMAN, code)));
    assertEquals(expected, read(on(GERMAN, code).toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnyOtherKeyboardAndAnyMistake(PayloadKind kind) {
    String code = code(kind);
    assertRefused(on(FRENCH, code));
    assertRefused(code.substring(0, code.length() - 1));
    assertRefused(code + "0");
    assertRefused("https://example.org/" + code);
    assertRefused("");
    for (int i = 0; i < code.length(); i++) {
      char other = code.charAt(i) == '7' ? '8' : '7';
      assertRefused(code.substring(0, i) + other + code.substring(i + 1));
    }
  }

  @Test
  void isKnownByHowItBegins() {
    assertTrue(TypedCode.isMark("KEYRITE:".toCharArray()));
    assertTrue(TypedCode.isMark("kezriteö".toCharArray()));
    assertFalse(TypedCode.isMark("KEYRITE".toCharArray()));
    assertFalse(TypedCode.isMark(Arrays.copyOf(code(PayloadKind.SHARE_64).toCharArray(), 9)));
  }
}
