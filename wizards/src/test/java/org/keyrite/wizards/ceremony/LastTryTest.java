// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

/** Tries are a number among others wherever they stand; the last one is more than a number. */
class LastTryTest {
  private static String told(Language language, String fact, String tries) {
    return Sentences.value(Messages.in(language), fact, tries);
  }

  @ParameterizedTest
  @ValueSource(strings = {"device.userTries", "device[2].userTries", "device[1].userTriesAgain"})
  void isCalledSo(String fact) {
    assertEquals(
        "1, the last one: one more wrong PIN, and it is blocked",
        told(Language.ENGLISH, fact, "1"));
    assertTrue(told(Language.GERMAN, fact, "1").startsWith("1, der letzte:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"device.soTries", "device[3].soTries"})
  void ofAnSoPinIsTheLastForEver(String fact) {
    assertEquals(
        "1, the last one: one more wrong SO-PIN, and it is blocked for ever",
        told(Language.ENGLISH, fact, "1"));
  }

  @Test
  void isNoneOfTwo() {
    assertEquals("2", told(Language.ENGLISH, "device[1].userTries", "2"));
    assertEquals("15", told(Language.GERMAN, "device.soTries", "15"));
  }
}
