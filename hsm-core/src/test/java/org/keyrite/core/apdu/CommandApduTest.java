// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.ReaderTooSmall;
import org.keyrite.core.problem.ProblemException;

class CommandApduTest {

  @ParameterizedTest(name = "{0} bytes of data, {1} expected")
  @CsvSource({
    "0, 0, 00200081",
    "0, 1, 0020008101",
    "0, 255, 00200081ff",
    "0, 256, 0020008100",
    "0, 257, 00200081000101",
    "0, 65535, 0020008100ffff",
    "0, 65536, 00200081000000",
    "2, 0, 00200081020000",
    "2, 256, 0020008102000000",
    "2, 257, 002000810000020000" + "0101",
    "2, 65536, 002000810000020000" + "0000",
  })
  void writesEveryCase(int data, int expected, String hex) throws ProblemException {
    try (CommandApdu apdu = apdu(data, expected)) {
      assertEquals(hex, Bytes.of(apdu.encode(Coding.EXTENDED)).toHex());
    }
  }

  @ParameterizedTest
  @CsvSource({"255, 0, 260", "255, 256, 261", "256, 0, 263", "256, 1, 265", "65535, 65536, 65544"})
  void writesLongDataExtended(int data, int expected, int size) throws ProblemException {
    try (CommandApdu apdu = apdu(data, expected)) {
      byte[] encoded = apdu.encode(Coding.EXTENDED);
      assertEquals(size, encoded.length);
      assertEquals(data > 255, encoded[4] == 0);
    }
  }

  @Test
  void asksForAsMuchAsAShortCommandCan() throws ProblemException {
    try (CommandApdu apdu = apdu(0, 65536)) {
      assertEquals("0020008100", Bytes.of(apdu.encode(Coding.SHORT)).toHex());
    }
  }

  @Test
  void refusesDataThatDoNotFitAShortCommand() {
    assertRefused(new ReaderTooSmall(256), () -> apdu(256, 0).encode(Coding.SHORT));
  }

  @Test
  void refusesMoreThanAnyCommandHolds() {
    assertThrows(IllegalArgumentException.class, () -> apdu(65536, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65537})
  void refusesAnswersThatCannotBeAskedFor(int expected) {
    CommandApdu.Builder builder = CommandApdu.of(0, 0, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> builder.expecting(expected));
  }

  private static CommandApdu apdu(int data, int expected) {
    CommandApdu.Builder builder =
        CommandApdu.of(0x00, 0x20, 0x00, 0x81).put(Bytes.of(new byte[data]));
    return expected == 0 ? builder.build() : builder.expecting(expected).build();
  }

  @Test
  void wipesWhatWasSentAlsoWhenItWasRefused() throws ProblemException {
    List<byte[]> sent = new ArrayList<>();
    try (CommandApdu apdu = secret()) {
      apdu.transmit(command -> answerTo(sent, command), Coding.EXTENDED).close();
      assertRefused(
          new DeviceGone("r"),
          () -> apdu.transmit(command -> refusalOf(sent, command), Coding.EXTENDED));
    }
    assertEquals(2, sent.size());
    sent.forEach(array -> assertArrayEquals(new byte[array.length], array));
  }

  private static byte[] answerTo(List<byte[]> sent, byte[] command) {
    assertEquals("0020008103010203", Bytes.of(command).toHex());
    sent.add(command);
    return new byte[] {(byte) 0x90, 0};
  }

  private static byte[] refusalOf(List<byte[]> sent, byte[] command) throws ProblemException {
    assertEquals("0020008103010203", Bytes.of(command).toHex());
    sent.add(command);
    throw new DeviceGone("r").asException();
  }

  private static CommandApdu secret() {
    try (Secret secret = Secret.taking(new byte[] {1, 2, 3})) {
      return CommandApdu.of(0x00, 0x20, 0x00, 0x81).put(secret).build();
    }
  }

  @Test
  void holdsNothingAfterItWasClosed() throws ProblemException {
    CommandApdu apdu = secret();
    apdu.close();
    assertEquals("0020008103000000", Bytes.of(apdu.encode(Coding.EXTENDED)).toHex());
  }

  @Test
  void showsItsHeaderAndNoData() {
    try (CommandApdu apdu = secret()) {
      assertTrue(apdu.toString().contains("00200081"));
      assertFalse(apdu.toString().contains("010203"));
    }
  }
}
