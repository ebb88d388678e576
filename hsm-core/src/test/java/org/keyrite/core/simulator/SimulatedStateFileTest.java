// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Problems;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

final class SimulatedStateFileTest {
  @TempDir private Path folder;

  static Stream<SimulatedState> states() throws Exception {
    Talk files = Talk.loggedIn("920102");
    files.send("00D7CD0007540200005301AA");
    files.send("00D72F0306540200005300");
    files.send("8052000020" + "01".repeat(32) + "00");
    files.send("0020008106313131313131");
    Talk domains = Talk.loggedIn("9701FF");
    domains.send("80520107010000");
    domains.send("80520109010300");
    Talk cleared = Talk.loggedIn("920100");
    cleared.send("8052040000");
    Talk keys = Talk.loggedIn("970103");
    keys.send("80520102010000");
    keys.send(KeyTalk.generate(0x01, KeyTalk.RSA_1024, ""));
    keys.send(KeyTalk.generate(0x7F, KeyTalk.ec("secp521r1"), "90040000000191027092920102"));
    keys.send("0048FFB206910410111899");
    return Stream.of(
            keys,
            Talk.virgin(),
            Talk.virgin(new Firmware(2, 5)),
            Talk.initialised(""),
            files,
            domains,
            cleared)
        .map(talk -> talk.device.state());
  }

  @ParameterizedTest
  @MethodSource("states")
  void bringsBackWhatWasSaved(SimulatedState state) throws Exception {
    SimulatedStateFile file = new SimulatedStateFile(folder.resolve("device"));
    file.save(state);
    assertEquals(Optional.of(state), file.load());
  }

  @ParameterizedTest
  @MethodSource("states")
  void refusesEveryCutAndReadsNoChangedByteAsTheSame(SimulatedState state) throws Exception {
    Bytes whole = StateFormat.encode(state);
    for (int size = 0; size < whole.size(); size++) {
      Bytes cut = whole.slice(0, size);
      assertThrows(ProblemException.class, () -> StateReader.parse(cut));
    }
    Random random = new Random(11);
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = whole.toByteArray();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Bytes changed = Bytes.of(bytes);
      try {
        assertEquals(changed, StateFormat.encode(StateReader.parse(changed)));
      } catch (ProblemException refused) {
        assertInstanceOf(FileProblem.Malformed.class, refused.problem());
      }
    }
  }

  @Test
  void fileWithoutKeysIsAsItWasBeforeThereWereKeys() throws Exception {
    SimulatedState state = Talk.loggedIn("920102").device.state();
    Bytes file = StateFormat.encode(state);
    Bytes old =
        Ber.tlv(
            StateFormat.WHOLE,
            TlvReader.single("state", file).value().slice(0, end(file, StateFormat.DOMAINS)));
    assertEquals(file, old);
    assertEquals(state, StateReader.parse(old));
  }

  /** Where the element with this tag ends in the whole. */
  private static int end(Bytes file, int tag) throws ProblemException {
    int position = 0;
    for (Tlv element : TlvReader.of("state", TlvReader.single("state", file).value()).rest()) {
      position += element.encode().size();
      if (element.tag().value() == tag) {
        return position;
      }
    }
    throw new AssertionError("no element " + tag);
  }

  @Test
  void refusesKeysThatAreNone() throws Exception {
    SimulatedState state = Talk.loggedIn("920101").device.state();
    Bytes whole = TlvReader.single("state", StateFormat.encode(state)).value();
    String number = KeyTalk.tlv("82", "01".repeat(32));
    String curve = KeyTalk.tlv("81", StateFormat.ascii("secp256r1").toHex());
    String aes = KeyTalk.tlv("E4", KeyTalk.tlv("81", "00".repeat(16)));
    for (String good : List.of(aes, KeyTalk.tlv("E3", curve + number))) {
      Bytes file = with(whole, key("01", good));
      assertEquals(file, StateFormat.encode(StateReader.parse(file)));
    }
    for (String wrong :
        List.of(
            "",
            key("00", aes),
            key("01", aes) + key("01", aes),
            key("02", aes) + key("01", aes),
            key("01", ""),
            key("01", aes + aes),
            key("01", KeyTalk.tlv("E4", KeyTalk.tlv("81", "AABB"))),
            key("01", KeyTalk.tlv("E3", curve + KeyTalk.tlv("82", "00".repeat(32)))),
            key("01", KeyTalk.tlv("E3", KeyTalk.tlv("81", "AA") + number)),
            key("01", KeyTalk.tlv("E2", KeyTalk.tlv("81", "FF".repeat(128)))),
            key("01", KeyTalk.tlv("E5", KeyTalk.tlv("81", "00".repeat(16)))))) {
      Bytes file = with(whole, wrong);
      assertThrows(ProblemException.class, () -> StateReader.parse(file), wrong);
    }
  }

  private static String key(String identifier, String content) {
    return KeyTalk.tlv("EA", "8101" + identifier + "E100" + content);
  }

  private static Bytes with(Bytes whole, String keys) {
    return Ber.tlv(StateFormat.WHOLE, whole.plus(Bytes.fromHex(KeyTalk.tlv("E9", keys))));
  }

  @Test
  void refusesBytesBehindTheEnd() {
    Bytes longer = StateFormat.encode(Talk.virgin().device.state()).plus(Bytes.of((byte) 0));
    assertThrows(ProblemException.class, () -> StateReader.parse(longer));
  }

  @Test
  void knowsWhenThereIsNone() throws Exception {
    assertEquals(Optional.empty(), new SimulatedStateFile(folder.resolve("none")).load());
  }

  @Test
  void refusesFolder() {
    Problems.assertRefused(
        new FileProblem.FileIsFolder(folder.toString()),
        () -> new SimulatedStateFile(folder).load());
  }

  @Test
  void refusesHugeFile() throws Exception {
    Path path = folder.resolve("huge");
    Files.write(path, new byte[(1 << 20) + 1]);
    ProblemException refused =
        assertThrows(ProblemException.class, () -> new SimulatedStateFile(path).load());
    assertInstanceOf(FileProblem.Malformed.class, refused.problem());
  }

  @Test
  void isForItsOwnerOnly() throws Exception {
    Path path = folder.resolve("device");
    new SimulatedStateFile(path).save(Talk.virgin().device.state());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
  }

  @Test
  void replacesWhatAnInterruptedWriteHasLeft() throws Exception {
    Path path = folder.resolve("device");
    Files.writeString(folder.resolve("device.new"), "half");
    SimulatedStateFile file = new SimulatedStateFile(path);
    file.save(Talk.virgin().device.state());
    assertEquals(Optional.of(Talk.virgin().device.state()), file.load());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void saysWhenItCannotBeWritten() {
    SimulatedStateFile file = new SimulatedStateFile(folder.resolve("no/such/folder/device"));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> file.save(Talk.virgin().device.state()));
    assertInstanceOf(FileProblem.FileNotWritten.class, refused.problem());
  }

  @Test
  void deviceGoesOnWhereItStopped() throws Exception {
    SimulatedStateFile file = new SimulatedStateFile(folder.resolve("device"));
    SimulatedState virgin = Talk.virgin().device.state();
    SimulatedHsm before = new SimulatedHsm(virgin, file, new Random(5));
    before.transmit(Bytes.fromHex(Talk.SELECT));
    before.transmit(Bytes.fromHex(Talk.initialize("0001", "920101")));
    before.transmit(Bytes.fromHex("0020008106313131313131"));
    Talk after = Talk.with(file.load().orElseThrow());
    after.expect("63C2", "00200081");
    after.expect("010100000000000000009000", "8052000000");
  }
}
