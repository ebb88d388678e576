// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.view.secret.NewSecretRule;

class PinRuleTest {
  private static void assertSays(Pin which, String typed, NewSecretRule.Kind kind, String words) {
    try (Passphrase passphrase = Passphrase.taking(typed.toCharArray())) {
      NewSecretRule.Judged judged = new PinRule(which, 8).judge(passphrase);
      assertEquals(kind, judged.kind(), typed);
      assertEquals(words, Messages.in(Language.ENGLISH).text(judged.what()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|TO_GO|8 to 15 characters.",
        "12345|TO_GO|8 to 15 characters, 3 to go.",
        "12345678|GOOD|Long enough. Now type it once more.",
        "1234567890123456|WRONG|This PIN has 16 characters; it needs 8 to 15.",
        "schlüssel|WRONG|This PIN has characters that not every keyboard can type."
      })
  void saysWhatIsMissingOfAUserPin(String typed, NewSecretRule.Kind kind, String words) {
    assertSays(Pin.USER, typed, kind, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|TO_GO|16 digits from 0 to 9 and A to F, or 8 characters.",
        "12345|TO_GO|8 characters or 16 digits, 3 to go to the 8.",
        "12345678|GOOD|8 characters. Now type them once more.",
        "123456789|TO_GO|8 characters or 16 digits, 7 to go to the 16.",
        "0123456789ABCDEF|GOOD|16 digits. Now type them once more."
      })
  void saysWhichNotationOfAnSoPinWasUnderstood(
      String typed, NewSecretRule.Kind kind, String words) {
    assertSays(Pin.SO, typed, kind, words);
  }

  @ParameterizedTest
  @CsvSource({"0123456789ABCDEG", "0123456789ABCDEF0", "ß"})
  void saysAtOnceWhatCannotBecomeAnSoPin(String typed) {
    assertSays(
        Pin.SO,
        typed,
        NewSecretRule.Kind.WRONG,
        "This is no SO-PIN: it has either 16 digits from 0 to 9 and A to F, or 8 characters.");
  }
}
