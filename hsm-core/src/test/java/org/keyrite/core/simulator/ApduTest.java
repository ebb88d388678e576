// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;

final class ApduTest {
  @ParameterizedTest
  @CsvSource({
    "00200081, '', 0",
    "8052000000, '', 256",
    "0084000008, '', 8",
    "00B1000004540200001E, 54020000, 30",
    "0020008101" + "31, 31, 0",
    "80520000020102" + "00, 0102, 256",
    "80580000000000, '', 65536",
    "00840000000400, '', 1024",
    "0020008100000131, 31, 0",
    "00B10000000004540200000400, 54020000, 1024",
    "0046010000000131" + "0000, 31, 65536"
  })
  void readsAllCases(String command, String data, int le) {
    Optional<Apdu> apdu = Apdu.parse(Bytes.fromHex(command));
    Bytes header = Bytes.fromHex(command.substring(0, 8));
    assertEquals(Optional.of(new Apdu(header, Bytes.fromHex(data), le)), apdu);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "002000",
        "002000810001",
        "002000810631",
        "00200081023131" + "0000",
        "002000810231",
        "00200081" + "0000",
        "00200081" + "000000" + "31",
        "00200081" + "000002" + "31",
        "00200081" + "000001" + "3100",
        "00200081" + "000001" + "31000000",
        "00200081" + "00000000"
      })
  void refusesLengthsThatDoNotFit(String command) {
    assertFalse(Apdu.parse(Bytes.fromHex(command)).isPresent());
  }

  @Test
  void hidesItsData() {
    Apdu apdu = Apdu.parse(Bytes.fromHex(Talk.LOGIN)).orElseThrow();
    assertEquals("00200081 Lc 6 Le 0", apdu.toString());
  }
}
