// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

final class SimulatedStateFileTest {
  @TempDir private Path folder;

  static Stream<SimulatedState> states() {
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
    return Stream.of(
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
