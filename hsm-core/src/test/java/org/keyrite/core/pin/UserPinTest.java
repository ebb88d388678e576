// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.problem.PinProblem.DefaultPin;
import org.keyrite.core.problem.PinProblem.PinLength;
import org.keyrite.core.problem.PinProblem.PinNotPlain;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Pins;

class UserPinTest {

  @ParameterizedTest
  @ValueSource(strings = {"123450", "abc DEF", "123456789012345"})
  void takesSixToFifteenPlainCharacters(String typed) throws ProblemException {
    try (UserPin pin = chosen(typed)) {
      assertEquals(
          Bytes.of(typed.getBytes(StandardCharsets.US_ASCII)), pin.content().use(Bytes::of));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567890123456"})
  void refusesToChooseOtherLengths(String typed) {
    assertRefused(new PinLength(typed.length(), 6, 15), () -> chosen(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"geheim\u00e4", "12345\t", "12345\u0661"})
  void refusesToChooseWhatNotEveryKeyboardHas(String typed) {
    assertRefused(new PinNotPlain(), () -> chosen(typed));
  }

  @Test
  void takesWhatAnotherProgramMayHaveChosen() throws ProblemException {
    try (UserPin longest = Pins.user("1234567890123456");
        UserPin umlaut = Pins.user("geheim\u00e4")) {
      assertEquals(16, longest.content().size());
      assertEquals("67656865696dc3a4", umlaut.content().use(Bytes::of).toHex());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12345, 5",
    "12345678901234567, 17",
    "\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4123456, 18"
  })
  void refusesWhatNoDeviceCanHaveBeforeItCostsATry(String typed, int bytes) {
    assertRefused(new PinLength(bytes, 6, 16), () -> Pins.user(typed));
  }

  @ParameterizedTest
  @CsvSource({"123456, 3", "1234567, 5", "12345678, 10", "1234567890123456, 10"})
  void allowsMoreTriesForLongerPins(String typed, int tries) throws ProblemException {
    try (UserPin pin = Pins.user(typed)) {
      assertEquals(tries, pin.mostTries());
    }
  }

  @Test
  void knowsTheOneInTheManuals() throws ProblemException {
    try (UserPin known = chosen("648219");
        UserPin other = chosen("6482190")) {
      assertRefused(new DefaultPin(), known::refuseDefault);
      assertFalse(other.isDefault());
      other.refuseDefault();
    }
  }

  @Test
  void isWipedByItsOwnerAndSaysNothing() throws ProblemException {
    UserPin pin = chosen("123450");
    pin.close();
    assertTrue(pin.content().isWiped());
    assertEquals("user PIN", pin.toString());
  }

  private static UserPin chosen(String typed) throws ProblemException {
    try (Passphrase passphrase = Passphrase.taking(typed.toCharArray())) {
      return UserPin.chosen(passphrase);
    }
  }
}
