// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.EnumerateObjects;
import org.keyrite.core.command.FileId;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.DeviceProblem.NotTransmitted;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.ScriptedChannel;
import org.keyrite.core.testing.Vector;

/** Reading and writing files in blocks. */
class DeviceFilesTest {
  private static final String SELECT = "00A404000B E82B0601040181C31F0201 00";
  private static final String SELECTED = "6F0A8201788505 0001030401 9000";
  private static final String READ_2F02 = "00B12F02 000004 5402 0000 03E8";

  private final ScriptedChannel channel = new ScriptedChannel();
  private final SmartCardHsm hsm = new SmartCardHsm(channel);

  @AfterEach
  void everythingThatWasExpectedWasSent() {
    channel.assertFinished();
  }

  private static Vector nitrokey() throws IOException {
    return Vector.file("/vectors/cvc.json").list("chains").get(1);
  }

  @Test
  void readsOnUntilAFileIsWhole() throws Exception {
    String file = nitrokey().text("ef_2f02");
    String start = file.substring(0, 200);
    channel
        .then(READ_2F02, start + "9000")
        .then("00B12F02 000004 5402 0064 03E8", file.substring(200) + "9000");
    assertEquals(Optional.of(Bytes.fromHex(file)), hsm.readFile(FileId.CERTIFICATES));
  }

  @Test
  void readsOnAfterAFullBlockUntilNothingComes() throws Exception {
    String block = "3082" + "03E4" + "00".repeat(996);
    channel.then(READ_2F02, block + "9000").then("00B12F02 000004 5402 03E8 03E8", "9000");
    assertEquals(Optional.of(Bytes.fromHex(block)), hsm.readFile(FileId.CERTIFICATES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9000", "6282", "6B00", "6A82"})
  void readsFilesThatAreNoTlvToTheirEnd(String end) throws Exception {
    channel
        .then("00B1CD01 000004 5402 0000 03E8", "010203 9000")
        .then("00B1CD01 000004 5402 0003 03E8", end);
    assertEquals(Optional.of(Bytes.fromHex("010203")), hsm.readFile(new FileId(0xCD01)));
  }

  @Test
  void stopsReadingAFileWithoutEnd() {
    SmartCardHsm endless =
        new SmartCardHsm(
            command -> Bytes.of(new byte[1000]).plus(Bytes.fromHex("9000")).toByteArray());
    assertRefused(
        new AnswerMalformed("READ BINARY", "end", 33000),
        () -> endless.readFile(FileId.TOKEN_INFO));
  }

  @Test
  void writesAFileThatIsNotThere() throws ProblemException {
    channel.then("00A40000 02 2F03 00", "6A82").then("00D72F03 08 5402 0000 53 02 3000", "9000");
    hsm.writeFile(FileId.TOKEN_INFO, Bytes.fromHex("3000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6204 8102 0031 9000", "6200 9000"})
  void deletesAFileOfAnotherSizeFirst(String control) throws ProblemException {
    channel
        .then("00A40000 02 2F03 00", control)
        .then("00E40200 02 2F03", "9000")
        .then("00D72F03 08 5402 0000 53 02 3000", "9000");
    hsm.writeFile(FileId.TOKEN_INFO, Bytes.fromHex("3000"));
  }

  @Test
  void overwritesAFileOfTheSameSize() throws ProblemException {
    channel
        .then("00A40000 02 2F03 00", "6204 8102 0002 9000")
        .then("00D72F03 08 5402 0000 53 02 3000", "9000");
    hsm.writeFile(FileId.TOKEN_INFO, Bytes.fromHex("3000"));
  }

  @Test
  void writesLongFilesInBlocks() throws ProblemException {
    channel
        .then("00A40000 02 CF01 00", "6A82")
        .then("00D7CF01 0003C8 5402 0000 5382 03C0" + "AA".repeat(960), "9000")
        .then("00D7CF01 000106 5402 03C0 5381 FF" + "AA".repeat(255), "9000");
    hsm.writeFile(new FileId(0xCF01), Bytes.fromHex("AA".repeat(1215)));
  }

  @Test
  void writesAnEmptyFile() throws ProblemException {
    channel.then("00A40000 02 CF01 00", "6A82").then("00D7CF01 06 5402 0000 5300", "9000");
    hsm.writeFile(new FileId(0xCF01), Bytes.EMPTY);
  }

  @Test
  void fallsBackToShortCommandsWithTheFirstExtendedOne() throws Exception {
    String file = nitrokey().text("ef_2f02");
    channel
        .then(SELECT, SELECTED)
        .then(READ_2F02, new NotTransmitted("r", "80100016"))
        .then("00B12F02 04 5402 0000 00", file.substring(0, 506) + "9000")
        .then("00B12F02 04 5402 00FD FD", file.substring(506) + "9000")
        .then("00A40000 02 CF01 00", "6A82")
        .then("00D7CF01 F7 5402 0000 5381 F0" + "AA".repeat(240), "9000")
        .then("00D7CF01 07 5402 00F0 5301 AA", "9000")
        .then("8058000000", "CC00 9000");
    assertEquals("DENK0404144", hsm.identify().serial().text());
    assertEquals(Coding.SHORT, hsm.coding());
    hsm.writeFile(new FileId(0xCF01), Bytes.fromHex("AA".repeat(241)));
    hsm.send(new EnumerateObjects());
  }
}
