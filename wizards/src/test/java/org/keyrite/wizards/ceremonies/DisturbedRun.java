// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.FaultyJournal;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Walk;

/**
 * A ceremony with a device that is pulled somewhere, or whose program stops somewhere; people put
 * the device in again and go on.
 *
 * @param kind id of the ceremony
 * @param decided its plan
 * @param devices as they are at the beginning
 * @param disturbed the number of the one that is pulled
 * @param people says what they answer
 * @param right what must hold at the end
 */
record DisturbedRun(
    String kind,
    Map<String, String> decided,
    List<SimulatedState> devices,
    int disturbed,
    Consumer<DevicePeople> people,
    Right right) {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  /** A ceremony with one device. */
  DisturbedRun(
      String kind,
      Map<String, String> decided,
      SimulatedState device,
      Consumer<DevicePeople> people,
      Right right) {
    this(kind, decided, List.of(device), 1, people, right);
  }

  /** What must hold at the end, whatever happened. */
  @FunctionalInterface
  interface Right {
    void require(DeviceRoom room, CeremonyState end) throws Exception;
  }

  /** What must hold on the device at any time. */
  @FunctionalInterface
  interface Untouched {
    void require(DeviceRoom room) throws Exception;
  }

  /** People are not asked any more once the process is dead; false where it is not. */
  private static boolean isOver(BooleanSupplier dead) {
    if (dead.getAsBoolean()) {
      throw new FaultyJournal.Crash();
    }
    return false;
  }

  /** Nothing is written any more once the process is dead. */
  private record MortalJournal(Journal kept, BooleanSupplier dead) implements Journal {
    @Override
    public List<Entry> entries() {
      return kept.entries();
    }

    @Override
    public void append(Entry entry) throws ProblemException {
      if (dead.getAsBoolean()) {
        throw new FaultyJournal.Crash();
      }
      kept.append(entry);
    }

    @Override
    public void close() {
      // What is kept outlives the process.
    }
  }

  private DeviceRoom room(Path folder, Fault... faults) {
    DeviceRoom room = new DeviceRoom(folder, 1);
    for (Fault fault : faults) {
      room.happensTo(disturbed, fault);
    }
    devices.forEach(room::device);
    return room;
  }

  private Patient people(DeviceRoom room) {
    return people(room, () -> false);
  }

  private Patient people(DeviceRoom room, BooleanSupplier leaving) {
    Patient patient = new Patient(room, List.of(), leaving);
    people.accept(patient);
    return patient;
  }

  private Ceremony ceremony(DeviceRoom room) throws Exception {
    String[] words =
        decided.entrySet().stream()
            .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
            .toArray(String[]::new);
    return new DeviceStory(room, List.of(), kind, words).ceremony();
  }

  private CeremonyState walk(DeviceRoom room, Journal journal, DevicePeople who) throws Exception {
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            ceremony(room),
            "T-1",
            Bytes.EMPTY,
            journal,
            room.place(() -> NOW, true),
            Runnable::run)) {
      return new Walk(runner, who).toTheEnd();
    }
  }

  private CeremonyState goOn(DeviceRoom room, Journal journal, DevicePeople who) throws Exception {
    try (CeremonyRunner runner =
        CeremonyRunner.resume(
            ceremony(room), journal, room.place(() -> NOW, true), Runnable::run)) {
      return new Walk(runner, who).toTheEnd();
    }
  }

  /** Where the device can be pulled: a sample, or everywhere. */
  List<Fault> pulls(Path folder) throws Exception {
    try (DeviceRoom room = room(folder)) {
      walk(room, Journal.inMemory(), people(room));
      return Pulls.between(1, room.card(disturbed).count());
    } finally {
      clear(folder);
    }
  }

  /** At which lines of its journal the program can stop: a sample, or all. */
  List<Integer> lines(Path folder) throws Exception {
    try (DeviceRoom room = room(folder)) {
      Journal journal = Journal.inMemory();
      assertEquals(CeremonyState.Phase.FINISHED, walk(room, journal, people(room)).phase());
      return Pulls.sample(IntStream.rangeClosed(2, journal.entries().size()).boxed().toList());
    } finally {
      clear(folder);
    }
  }

  private static void clear(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** The device is pulled once, and one sentence says so. */
  void pulled(Path folder, Fault fault) throws Exception {
    try (DeviceRoom room = room(folder, fault)) {
      Patient who = people(room);
      CeremonyState end = walk(room, Journal.inMemory(), who);
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      who.requireToldOnce();
      require(room, end, who);
    }
  }

  /**
   * The process is killed when a command was sent, and goes on another day.
   *
   * @param meanwhile what must hold on the device before it goes on
   */
  void killed(Path folder, Fault fault, Untouched meanwhile) throws Exception {
    try (DeviceRoom room = room(folder, fault)) {
      BooleanSupplier dead = () -> room.card(disturbed).count() >= fault.at();
      Journal kept = Journal.inMemory();
      Patient before = people(room, () -> isOver(dead));
      assertThrows(
          FaultyJournal.Crash.class, () -> walk(room, new MortalJournal(kept, dead), before));
      room.reinsert();
      meanwhile.require(room);
      DevicePeople after = people(room);
      assertEquals(CeremonyState.Phase.FINISHED, goOn(room, kept, after).phase());
      assertEquals(List.of(), after.refusals);
      meanwhile.require(room);
      require(room, CeremonyState.after(ceremony(room), kept.entries()), before, after);
    }
  }

  /** The program stops before and after it wrote this line, and goes on another day. */
  void stopped(Path folder, int line) throws Exception {
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
        if (!CeremonyState.after(ceremony(room), kept.entries()).ended()) {
          assertEquals(CeremonyState.Phase.FINISHED, goOn(room, kept, after).phase());
        }
        assertEquals(List.of(), after.refusals);
        require(room, CeremonyState.after(ceremony(room), kept.entries()), before, after);
      }
    }
  }

  private void require(DeviceRoom room, CeremonyState end, DevicePeople... all) throws Exception {
    right.require(room, end);
    for (DevicePeople who : all) {
      assertTrue(who.secrets.stream().allMatch(Secret::isWiped));
    }
  }
}
