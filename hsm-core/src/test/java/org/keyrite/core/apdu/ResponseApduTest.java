// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.ProblemException;

class ResponseApduTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void refusesAnswersWithoutAStatus(int size) {
    assertRefused(
        new AnswerMalformed("APDU", "status", size), () -> ResponseApdu.taking(new byte[size]));
  }

  @Test
  void tellsDataAndStatusApart() throws ProblemException {
    try (ResponseApdu answer = ResponseApdu.taking(Bytes.fromHex("01029000").toByteArray())) {
      assertEquals(Bytes.fromHex("0102"), answer.data());
      assertEquals("9000", answer.status().toString());
    }
  }

  @Test
  void wipesTheArrayItTook() throws ProblemException {
    byte[] content = {1, 2, (byte) 0x90, 0};
    ResponseApdu answer = ResponseApdu.taking(content);
    assertFalse(answer.toString().contains("0102"));
    answer.close();
    assertArrayEquals(new byte[4], content);
  }

  @ParameterizedTest
  @CsvSource({"63C0, 0", "63C3, 3", "63CF, 15", "6300, -1", "63B3, -1", "9000, -1", "6983, -1"})
  void readsTriesFromTheCounterOnly(String status, int tries) {
    OptionalInt expected = tries < 0 ? OptionalInt.empty() : OptionalInt.of(tries);
    assertEquals(expected, new StatusWord(Integer.parseInt(status, 16)).triesLeft());
  }
}
