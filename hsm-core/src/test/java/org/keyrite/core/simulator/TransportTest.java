// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.FileNotWritten;

/** What holds for every command: lengths, classes, power, a store that fails. */
final class TransportTest {
  private static final Bytes QUERY = Bytes.fromHex("8052000000");

  @ParameterizedTest
  @CsvSource({
    "'', 6700",
    "00, 6700",
    "002000, 6700",
    "00200081063634, 6700",
    "0020008100000036, 6700",
    "0C20008100, 6E00",
    "0120008100, 6E00",
    "1020008100, 6E00",
    "FF20008100, 6E00",
    "80200081, 6D00",
    "00500000, 6D00",
    "00FF0000, 6D00",
    "0047010000, 6D00",
    "0022418400, 6D00"
  })
  void refusesWhatItDoesNotKnow(String command, String answer) {
    Talk.loggedIn("").expect(answer, command);
  }

  @ParameterizedTest
  @CsvSource({"0084000000, 256", "0084000008, 8", "00840000000400, 1024", "00840000000001, 1"})
  void drawsAsManyBytesAsWanted(String command, int size) {
    Talk talk = Talk.virgin();
    String first = talk.send(command);
    assertEquals(2 * size + 4, first.length());
    assertEquals("9000", first.substring(2 * size));
    if (size >= 8) {
      assertNotEquals(first, talk.send(command));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00840000, 6700",
    "00840000000401, 6700",
    "00840000000000, 6700",
    "00840000010008, 6700",
    "0084000108, 6A86",
    "0084010008, 6A86"
  })
  void drawsNothingElse(String command, String answer) {
    Talk.virgin().expect(answer, command);
  }

  @Test
  void answersInPiecesWhenLittleIsExpected() {
    Talk talk = Talk.initialised("920101");
    talk.expect("01016108", "8052000002");
    talk.expect("00006106", "00C0000002");
    talk.expect("0000000000009000", "00C0000000");
    talk.expect("6985", "00C0000000");
  }

  @Test
  void forgetsTheRestWhenAnotherCommandComes() {
    Talk talk = Talk.initialised("920101");
    talk.expect("01016108", "8052000002");
    talk.expect("63C3", "00200081");
    talk.expect("6985", "00C0000000");
  }

  @Test
  void answersNothingWithoutPower() {
    Talk talk = Talk.loggedIn("920101");
    talk.device.powerOff();
    assertEquals(Bytes.EMPTY, talk.device.transmit(QUERY));
    talk.device.powerOn();
    talk.expect("6D00", "8052000000");
    talk.send(Talk.SELECT);
    talk.expect("010100000000000000009000", "8052000000");
    talk.expect("63C3", "00200081");
  }

  @Test
  void resetEndsTheSession() {
    Talk talk = Talk.loggedIn("");
    talk.expect("9000", "00D7CF0007540200005301AA");
    talk.reset();
    talk.expect("63C3", "00200081");
    talk.expect("6986", "00B100000454020000" + "00");
    talk.expect("AA9000", "00B1CF000454020000" + "00");
  }

  @Test
  void hasTheAtrOfItsKind() {
    assertEquals(
        "3bde18ff8191fe1fc38031815448534d317380214081071c", Talk.virgin().device.atr().toHex());
    assertEquals(
        "3bfe1800008131fe458031815448534d31738021408107fa",
        Talk.virgin(new Firmware(2, 6)).device.atr().toHex());
  }

  @Test
  void changesNothingWhenTheStoreFails() {
    SimulatedState state = Talk.initialised("920101").device.state();
    StateStore broken =
        _ -> {
          throw new FileNotWritten("device", "full").asException();
        };
    SimulatedHsm device = new SimulatedHsm(state, broken, new Random(3));
    device.transmit(Bytes.fromHex(Talk.SELECT));
    assertEquals(
        "6581", device.transmit(Bytes.fromHex("8052000020" + "01".repeat(32) + "00")).toHex());
    assertEquals("6581", device.transmit(Bytes.fromHex("0020008106313131313131")).toHex());
    assertEquals("010100000000000000009000", device.transmit(QUERY).toHex());
    assertEquals("63c3", device.transmit(Bytes.fromHex("00200081")).toHex());
    assertEquals(state, device.state());
  }
}
