// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.FaultyCard;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Walk;

/**
 * The device is pulled before, and after the effect of, every command of the ceremonies with
 * devices; of a sample of them unless all are asked for. People put it in again and go on, or stop
 * and go on another day. Rule: retry counters, wrong device, read back, no share twice.
 */
class PulledEverywhereTest {
  private static final int SAMPLES = 60;

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  /** Where the device is pulled, and what people do then. */
  record Place(DeviceScenario scenario, int device, Fault fault, boolean resumes) {}

  static Stream<Place> places() throws Exception {
    List<Place> places = new ArrayList<>();
    for (DeviceScenario scenario : DeviceScenario.values()) {
      List<Integer> commands = commands(scenario);
      for (int d = 1; d <= commands.size(); d++) {
        for (int k = 1; k <= commands.get(d - 1); k++) {
          for (boolean resumes : List.of(false, true)) {
            places.add(new Place(scenario, d, new Fault.PulledBefore(k), resumes));
            places.add(new Place(scenario, d, new Fault.PulledAfter(k), resumes));
          }
        }
      }
    }
    return Pulls.sample(places, SAMPLES).stream();
  }

  /** How many commands each device gets in a run that nothing disturbs. */
  private static List<Integer> commands(DeviceScenario scenario) throws Exception {
    try (DeviceRoom room = scenario.room(elsewhere)) {
      DevicePeople people = new DevicePeople(room, scenario.prepare(room));
      try (CeremonyRunner runner = scenario.start(room, Journal.inMemory())) {
        assertEquals(CeremonyState.Phase.FINISHED, new Walk(runner, people).toTheEnd().phase());
      }
      return room.cards.stream().map(FaultyCard::count).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void endsWithTheRightKeyWhereverADeviceWasPulled(Place at) throws Exception {
    try (DeviceRoom room = at.scenario().room(folder)) {
      room.happensTo(at.device(), at.fault());
      List<List<char[]>> sheets = at.scenario().prepare(room);
      Journal journal = Journal.inMemory();
      Patient people = new Patient(room, sheets, at::resumes);
      try (CeremonyRunner runner = at.scenario().start(room, journal)) {
        new Walk(runner, people).toTheEnd();
      }
      people.requireToldOnce();
      if (at.resumes()) {
        assertTrue(room.told(at.device()), "anybody can ask how the device stands");
        DevicePeople after = new Patient(room, sheets, () -> false);
        try (CeremonyRunner runner = at.scenario().resume(room, journal)) {
          new Walk(runner, after).toTheEnd();
        }
        assertEquals(List.of(), after.refusals);
        assertTrue(after.secrets.stream().allMatch(Secret::isWiped));
      }
      CeremonyState end = CeremonyState.after(at.scenario().ceremony(), journal.entries());
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
      at.scenario().requireRight(room, end);
      for (int d = 1; d <= room.hsms.size(); d++) {
        assertEquals(room.kcv(), room.kcv(d), "device " + d);
      }
      assertTrue(people.secrets.stream().allMatch(Secret::isWiped));
    }
  }
}
