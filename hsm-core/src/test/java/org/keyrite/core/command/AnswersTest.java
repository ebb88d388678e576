// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Pins;
import org.keyrite.core.testing.Seed;

/** Answers as devices give them, and as none should. */
class AnswersTest {
  private static final String PICO =
      "62228102000082010183020000840B2B0601040181C31F0201308A010585050001FF0606";

  @ParameterizedTest
  @CsvSource({
    "6F0A8201788505 0003000305, 3, 5, 0",
    "6F0A8201788505 0001020401, 4, 1, 2",
    "620A8201788505 0021020401, 4, 1, 2",
    PICO + ", 6, 6, 255",
    "6F07820178 85020102, 1, 2, -1",
    "6F04 85020102, 1, 2, -1",
    "6F05 8503000102, 1, 2, -1",
  })
  void selectTellsVersionAndPlatform(String answer, int major, int minor, int platform)
      throws ProblemException {
    AppletInfo info = decode(new SelectApplet(), answer.replace(" ", "") + "9000");
    assertEquals(new Firmware(major, minor), info.firmware());
    assertEquals(platform < 0 ? OptionalInt.empty() : OptionalInt.of(platform), info.platform());
  }

  @Test
  void selectTellsOptions() throws ProblemException {
    assertEquals(
        Set.of(DeviceOption.RESET_RETRY_COUNTER),
        decode(new SelectApplet(), PICO + "9000").options());
    assertEquals(
        Set.of(DeviceOption.TRANSPORT_PIN, DeviceOption.UNBLOCK_ONLY),
        decode(new SelectApplet(), "6F0785050022030305" + "9000").options());
    assertEquals(
        Set.of(), decode(new SelectApplet(), "6F07820178" + "85020102" + "9000").options());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "6F00", "6F03850106", "6F0482017885", "300485020102", "6F0485020102FF", "6F"})
  void refusesSelectAnswersWithoutAVersion(String answer) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> decode(new SelectApplet(), answer + "9000"));
    assertTrue(refused.problem() instanceof Malformed, refused::toString);
  }

  @Test
  void deviceQueryHasSevenBytes() throws ProblemException {
    assertEquals(
        Optional.of(new DeviceMemory(0xFFFF0001L, 3, new Firmware(3, 5))),
        decode(new QueryDevice(), "FFFF0001030305" + "9000"));
    for (String answer : List.of("", "000100000305", "0001000000030500")) {
      assertRefused(
          new Malformed("INITIALIZE query", "length", answer.length() / 2),
          () -> decode(new QueryDevice(), answer + "9000"));
    }
  }

  @Test
  void enumerationHasWholeNames() throws ProblemException {
    List<FileId> files = decode(new EnumerateObjects(), "C400CC00CC01" + "9000");
    assertEquals("[C400, CC00, CC01]", files.toString());
    assertEquals(List.of(new FileId(0xCC01)), files.stream().filter(FileId::isKey).toList());
    assertEquals(List.of(), decode(new EnumerateObjects(), "9000"));
    assertRefused(
        new Malformed("ENUMERATE OBJECTS", "length", 3),
        () -> decode(new EnumerateObjects(), "CC00CC" + "9000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00112233445566", "001122334455667788"})
  void randomBytesAreAsManyAsWereAskedFor(String answer) {
    assertRefused(
        new Malformed("GET CHALLENGE", "length", answer.length() / 2),
        () -> decode(new GetChallenge(8), answer + "9000"));
  }

  @Test
  void randomBytesAreSecret() throws ProblemException {
    try (Secret bytes = decode(new GetChallenge(4), "01020304" + "9000")) {
      assertEquals(Bytes.fromHex("01020304"), bytes.use(Bytes::of));
    }
  }

  @Test
  void readingTellsWhereAFileEnds() throws ProblemException {
    FileId file = FileId.TOKEN_INFO;
    assertEquals(
        Optional.of(new FilePart(Bytes.fromHex("0102"), false)),
        decode(new ReadBinary(file, 0, 9), "0102" + "9000"));
    assertEquals(
        Optional.of(new FilePart(Bytes.fromHex("01"), true)),
        decode(new ReadBinary(file, 0, 9), "01" + "6282"));
    assertEquals(
        Optional.of(new FilePart(Bytes.EMPTY, true)), decode(new ReadBinary(file, 9, 9), "6B00"));
    assertRefused(
        new Malformed("READ BINARY", "length", 3),
        () -> decode(new ReadBinary(file, 0, 2), "010203" + "9000"));
  }

  @Test
  void fileControlIsReadWithLengthsInALongerForm() throws ProblemException {
    assertEquals(
        Optional.of(new FileControl(OptionalInt.of(0x2C), Bytes.fromHex("920101"))),
        decode(new SelectFile(new FileId(0xCC02)), "620A8102002CA58103920101" + "9000"));
    assertEquals(
        Optional.of(new FileControl(OptionalInt.of(0x31), Bytes.EMPTY)),
        decode(new SelectFile(FileId.TOKEN_INFO), "620E8102003182010183022F038A0105" + "9000"));
    assertEquals(
        Optional.of(new FileControl(OptionalInt.empty(), Bytes.EMPTY)),
        decode(new SelectFile(FileId.TOKEN_INFO), "6F00" + "9000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30028000", "6F03800100", "6F0380030000", "6203810100", "6F0100"})
  void refusesFileControlThatDoesNotFit(String answer) {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> decode(new SelectFile(FileId.TOKEN_INFO), answer + "9000"));
    assertTrue(refused.problem() instanceof Malformed, refused::toString);
  }

  /** Whatever a device answers: a value or a refusal, never a defect. */
  @Test
  void noAnswerOfADeviceIsADefectOfOurs() throws ProblemException {
    Random random = Seed.random(AnswersTest.class);
    try (UserPin userPin = Pins.user("648219");
        SoPin soPin = Pins.so("57621880")) {
      Map<Command<?>, String> answers = new LinkedHashMap<>();
      answers.put(new SelectApplet(), PICO);
      answers.put(new QueryDevice(), "00010000000305");
      answers.put(new EnumerateObjects(), "CC00CC01");
      answers.put(new GetChallenge(8), "0011223344556677");
      answers.put(new ReadBinary(FileId.TOKEN_INFO, 0, 20), "00112233");
      answers.put(new SelectFile(FileId.TOKEN_INFO), "620A8102002CA58103920101");
      answers.put(new QueryKeyDomain(KeyDomainIndex.FIRST), "01010000000000000000");
      answers.put(new CreateDkekDomain(KeyDomainIndex.FIRST, 1), "01010000000000000000");
      answers.put(new ClearKeyEncryptionKey(KeyDomainIndex.FIRST), "01010000000000000000");
      answers.put(new VerifyPin(userPin), "");
      answers.put(new PinStatus(PinReference.USER), "");
      answers.put(new ResetRetryCounter(soPin, Optional.of(userPin)), "");
      int refused = 0;
      for (Map.Entry<Command<?>, String> sample : answers.entrySet()) {
        for (int round = 0; round < 2_000; round++) {
          refused += isRefused(sample.getKey(), mutated(sample.getValue() + "9000", random));
        }
      }
      assertTrue(refused > 5_000, refused + " refused");
    }
  }

  private static byte[] mutated(String answer, Random random) {
    byte[] bytes = Bytes.fromHex(answer).toByteArray();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOfRange(bytes, random.nextInt(bytes.length - 1), bytes.length);
      case 1 -> Bytes.of(bytes).plus(Bytes.fromHex("9000")).toByteArray();
      default -> bytes;
    };
  }

  private static int isRefused(Command<?> command, byte[] answer) {
    try (ResponseApdu response = ResponseApdu.taking(answer)) {
      command.decode(response);
      return 0;
    } catch (ProblemException e) {
      return 1;
    }
  }

  private static <R> R decode(Command<R> command, String answer) throws ProblemException {
    try (ResponseApdu response = ResponseApdu.taking(Bytes.fromHex(answer).toByteArray())) {
      return command.decode(response);
    }
  }
}
