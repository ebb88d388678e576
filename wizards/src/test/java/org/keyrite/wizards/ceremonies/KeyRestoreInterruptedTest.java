// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.simulator.Fault;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.FaultyJournal;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.ceremony.Walk;

/**
 * The device is pulled, or the program stops, anywhere in a restoration: each key is there, once.
 */
class KeyRestoreInterruptedTest {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  @TempDir static Path elsewhere;
  @TempDir static Path backup;
  @TempDir Path folder;

  private static Path list;

  @BeforeAll
  static void backUp() throws Exception {
    if (list == null) {
      list = KeyStock.backup(backup);
    }
  }

  private static DeviceRoom room(Path folder, Fault... faults) throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    for (Fault fault : faults) {
      room.happensTo(1, fault);
    }
    room.device(KeyStock.empty(2, KeyStock.FILLING));
    return room;
  }

  private static DevicePeople people(DeviceRoom room) {
    return new Patient(room)
        .answering("keys.chosen", "all", "all")
        .answering("backup[1].path", list.toString(), list.toString());
  }

  private static CeremonyRunner start(DeviceRoom room, Journal journal) throws Exception {
    return CeremonyRunner.start(
        new DeviceStory(room, List.of(), KeyRestore.ID).ceremony(),
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
            new DeviceStory(room, List.of(), KeyRestore.ID).ceremony(),
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
  void endsWithEveryKeyOnceWhereverTheDeviceWasPulled(Fault fault) throws Exception {
    try (DeviceRoom room = room(folder, fault)) {
      DevicePeople people = people(room);
      CeremonyState end = walk(room, Journal.inMemory(), people);
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(1, people.refusals.size(), people.refusals::toString);
      assertTrue(isAboutTheDevice(people.refusals.getFirst()), people.refusals::toString);
      assertComplete(room, people);
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void endsWithEveryKeyOnceWhereverItWasStopped(int line) throws Exception {
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
                new DeviceStory(room, List.of(), KeyRestore.ID).ceremony(), kept.entries())
            .ended()) {
          assertEquals(CeremonyState.Phase.FINISHED, goOn(room, kept, after).phase());
        }
        assertEquals(List.of(), after.refusals);
        assertComplete(room, before, after);
      }
    }
  }

  private static boolean isAboutTheDevice(Problem problem) {
    return problem instanceof DeviceProblem.DeviceGone
        || problem instanceof DeviceProblem.DeviceNotHere;
  }

  private void assertComplete(DeviceRoom room, DevicePeople... all) throws Exception {
    assertEquals(3, KeyStock.keys(room, 1).keys().size(), "none twice");
    KeyRestoreTest.assertThere(room, list, 1, 2, 3);
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
