// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.FaultyJournal;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.ceremony.Walk;

/** The device is pulled, or the program stops, anywhere in a backup: the files are the same. */
class KeyBackupInterruptedTest {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final Set<String> FILES =
      Set.of("Root-CA-1.wky", "root-ca-2.wky", "Wein-Weib-Gesang.wky", KeyManifest.NAME);

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  private static DeviceRoom room(Path folder, Fault... faults) throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    for (Fault fault : faults) {
      room.happensTo(1, fault);
    }
    room.device(KeyStock.source());
    return room;
  }

  private static DevicePeople people(DeviceRoom room) {
    return new Patient(room).answering("keys.chosen", "all", "all");
  }

  private static CeremonyRunner start(DeviceRoom room, Journal journal) throws Exception {
    return CeremonyRunner.start(
        new DeviceStory(room, List.of(), KeyBackup.ID).ceremony(),
        "T-1",
        Bytes.EMPTY,
        journal,
        room.place(() -> NOW, true),
        Runnable::run);
  }

  private static CeremonyState walk(DeviceRoom room, Journal journal, DevicePeople people)
      throws Exception {
    try (CeremonyRunner runner = start(room, journal)) {
      return new Walk(runner, people).toTheEnd();
    }
  }

  private static CeremonyState goOn(DeviceRoom room, Journal journal, DevicePeople people)
      throws Exception {
    try (CeremonyRunner runner =
        CeremonyRunner.resume(
            new DeviceStory(room, List.of(), KeyBackup.ID).ceremony(),
            journal,
            room.place(() -> NOW, true),
            Runnable::run)) {
      return new Walk(runner, people).toTheEnd();
    }
  }

  static List<Fault> pulls() throws Exception {
    try (DeviceRoom room = room(elsewhere)) {
      walk(room, Journal.inMemory(), people(room));
      return Pulls.between(1, room.card(1).count());
    } finally {
      clear(elsewhere);
    }
  }

  static List<Integer> lines() throws Exception {
    try (DeviceRoom room = room(elsewhere)) {
      Journal journal = Journal.inMemory();
      walk(room, journal, people(room));
      return Pulls.sample(IntStream.rangeClosed(2, journal.entries().size()).boxed().toList());
    } finally {
      clear(elsewhere);
    }
  }

  private static void clear(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void endsWithAllFilesWhereverTheDeviceWasPulled(Fault fault) throws Exception {
    try (DeviceRoom room = room(folder, fault)) {
      DevicePeople people = people(room);
      CeremonyState end = walk(room, Journal.inMemory(), people);
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(1, people.refusals.size(), people.refusals::toString);
      assertTrue(isAboutTheDevice(people.refusals.getFirst()), people.refusals::toString);
      assertComplete(people);
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void endsWithAllFilesWhereverItWasStopped(int line) throws Exception {
    for (FaultyJournal.Fault fault :
        List.of(FaultyJournal.Fault.CRASH_BEFORE, FaultyJournal.Fault.CRASH_AFTER)) {
      clear(folder);
      try (DeviceRoom room = room(folder)) {
        Journal kept = Journal.inMemory();
        DevicePeople before = people(room);
        assertThrows(
            FaultyJournal.Crash.class,
            () -> walk(room, new FaultyJournal(kept, line, fault), before));
        DevicePeople after = people(room);
        if (!CeremonyState.after(
                new DeviceStory(room, List.of(), KeyBackup.ID).ceremony(), kept.entries())
            .ended()) {
          assertEquals(CeremonyState.Phase.FINISHED, goOn(room, kept, after).phase());
        }
        assertEquals(List.of(), after.refusals);
        assertComplete(before, after);
      }
    }
  }

  private static boolean isAboutTheDevice(Problem problem) {
    return problem instanceof DeviceProblem.DeviceGone
        || problem instanceof DeviceProblem.DeviceNotHere;
  }

  private void assertComplete(DevicePeople... all) throws Exception {
    try (Stream<Path> files = Files.list(folder);
        Dkek dkek = KeyStock.dkek()) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(new TreeSet<>(FILES), names);
      for (KeyManifest.Backup backup :
          KeyManifestFile.read(folder.resolve(KeyManifest.NAME)).keys()) {
        Path file = folder.resolve(backup.file());
        assertEquals(Bytes.of(Files.readAllBytes(file)).sha256(), backup.sha256());
        WrappedKeyFile.read(file).blob().open(dkek).close();
      }
    }
    for (DevicePeople people : all) {
      assertTrue(people.secrets.stream().allMatch(Secret::isWiped));
    }
  }

  /** They put the device in again and go on. */
  private static final class Patient extends DevicePeople {
    Patient(DeviceRoom room) {
      super(room, List.of());
    }

    @Override
    public Shell.Way refused(Problem problem, List<Shell.Way> ways) {
      refusals.add(problem);
      room.reinsert();
      return refusals.size() > 5 ? new Shell.Way.Stop() : new Shell.Way.Again();
    }
  }
}
