// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.FaultyJournal;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Walk;

/**
 * The ceremonies with devices, stopped after a journal entry and before one, and resumed: at every
 * entry, or at a sample of them unless all are asked for.
 */
class DevicesStoppedEverywhereTest {
  private static final int SAMPLES = 40;

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  /** Where a run is stopped. */
  record Place(DeviceScenario scenario, int line, FaultyJournal.Fault fault) {}

  static Stream<Place> places() throws Exception {
    List<Place> places = new ArrayList<>();
    for (DeviceScenario scenario : DeviceScenario.values()) {
      int lines = lines(scenario);
      for (int line = 2; line <= lines; line++) {
        places.add(new Place(scenario, line, FaultyJournal.Fault.CRASH_BEFORE));
        places.add(new Place(scenario, line, FaultyJournal.Fault.CRASH_AFTER));
      }
    }
    return Pulls.sample(places, SAMPLES).stream();
  }

  /** How many lines the journal of a run has that nothing disturbs. */
  private static int lines(DeviceScenario scenario) throws Exception {
    Journal journal = Journal.inMemory();
    try (DeviceRoom room = scenario.room(elsewhere)) {
      walk(scenario, room, journal, new DevicePeople(room, scenario.prepare(room)));
    }
    assertTrue(journal.entries().getLast() instanceof Entry.Finished);
    return journal.entries().size();
  }

  private static void walk(
      DeviceScenario scenario, DeviceRoom room, Journal journal, DevicePeople people)
      throws ProblemException {
    try (CeremonyRunner runner = scenario.start(room, journal)) {
      new Walk(runner, people).toTheEnd();
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void endsWithTheRightKeyWhereverItWasStopped(Place at) throws Exception {
    try (DeviceRoom room = at.scenario().room(folder)) {
      List<List<char[]>> sheets = at.scenario().prepare(room);
      Journal kept = Journal.inMemory();
      DevicePeople before = new DevicePeople(room, sheets);
      assertThrows(
          FaultyJournal.Crash.class,
          () -> walk(at.scenario(), room, new FaultyJournal(kept, at.line(), at.fault()), before));
      List.copyOf(room.where.keySet()).forEach(room::remove);
      DevicePeople after = new DevicePeople(room, sheets);
      if (!CeremonyState.after(at.scenario().ceremony(), kept.entries()).ended()) {
        try (CeremonyRunner runner = at.scenario().resume(room, kept)) {
          new Walk(runner, after).toTheEnd();
        }
      }
      assertEquals(List.of(), after.refusals);
      CeremonyState end = CeremonyState.after(at.scenario().ceremony(), kept.entries());
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
      at.scenario().requireRight(room, end);
      for (int d = 1; d <= room.hsms.size(); d++) {
        assertEquals(room.kcv(), room.kcv(d), "device " + d);
      }
      Stream.concat(before.secrets.stream(), after.secrets.stream())
          .forEach(secret -> assertTrue(secret.isWiped()));
    }
  }
}
