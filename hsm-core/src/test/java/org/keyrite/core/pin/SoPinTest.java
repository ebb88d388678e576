// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.pin.SoPin.Notation;
import org.keyrite.core.problem.PinProblem.DefaultPin;
import org.keyrite.core.problem.PinProblem.SoPinForm;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Pins;

class SoPinTest {

  @ParameterizedTest
  @CsvSource({
    "3537363231383830, HEX_DIGITS, 3537363231383830, 57621880",
    "57621880, CHARACTERS, 3537363231383830, 57621880",
    "0123456789abcdef, HEX_DIGITS, 0123456789ABCDEF, ",
    "0123456789ABCDEF, HEX_DIGITS, 0123456789ABCDEF, ",
    "ABCDEFFF, CHARACTERS, 4142434445464646, ABCDEFFF",
    "FFFFFFFFFFFFFFFF, HEX_DIGITS, FFFFFFFFFFFFFFFF, ",
    "7f20202020202020, HEX_DIGITS, 7F20202020202020, ",
    "7e20202020202020, HEX_DIGITS, 7E20202020202020, '~       '",
  })
  void readsBothNotationsAndShowsBoth(
      String typed, Notation notation, String hexDigits, String characters)
      throws ProblemException {
    try (SoPin pin = Pins.so(typed)) {
      assertEquals(notation, pin.typedAs());
      assertEquals(Bytes.fromHex(hexDigits), pin.content().use(Bytes::of));
      assertEquals(hexDigits, text(pin.hexDigits()));
      assertEquals(Optional.ofNullable(characters), pin.characters().map(SoPinTest::text));
    }
  }

  private static String text(Passphrase shown) {
    return shown.encode(StandardCharsets.US_ASCII).use(lent -> new String(lent, 0, lent.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1234567",
        "123456789",
        "353736323138383",
        "35373632313838300",
        "353736323138383G",
        "35:37:36:32:31:3",
        "5762188ü",
        "353736323138383٠",
      })
  void refusesWhatIsInNeitherNotation(String typed) {
    assertRefused(new SoPinForm(), () -> Pins.so(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"57621880", "3537363231383830"})
  void knowsTheOneInTheManualsInBothNotations(String typed) throws ProblemException {
    try (SoPin pin = Pins.so(typed)) {
      assertTrue(pin.isDefault());
      assertRefused(new DefaultPin(), pin::refuseDefault);
    }
  }

  @Test
  void takesAnotherOne() throws ProblemException {
    try (SoPin pin = Pins.so("57621881")) {
      assertFalse(pin.isDefault());
      pin.refuseDefault();
    }
  }

  @Test
  void isWipedByItsOwnerAndSaysNothing() throws ProblemException {
    SoPin pin = Pins.so("57621881");
    pin.close();
    assertTrue(pin.content().isWiped());
    assertEquals("SO-PIN", pin.toString());
  }
}
