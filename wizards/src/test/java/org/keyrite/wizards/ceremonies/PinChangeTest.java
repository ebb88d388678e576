// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.DeviceNotHere;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.CeremonyState.Phase;
import org.keyrite.wizards.ceremony.FaultyJournal;
import org.keyrite.wizards.ceremony.Journal;

/** All four acts, undisturbed and with the device pulled or the process ended anywhere. */
class PinChangeTest {
  @TempDir private Path folder;
  private PinRoom room;

  @BeforeEach
  void plugIn() throws ProblemException {
    room = new PinRoom(folder, true);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"change", "reset", "unblock", "changeSo"})
  void theAgendaIsAsAgreed(String act) throws Exception {
    assertEquals(Golden.text("pin-change-" + act + ".agenda"), PinRoom.ceremony(act).canonical());
  }

  @ParameterizedTest
  @CsvSource({
    "change, ENGLISH",
    "change, GERMAN",
    "reset, ENGLISH",
    "reset, GERMAN",
    "unblock, ENGLISH",
    "unblock, GERMAN",
    "changeSo, ENGLISH",
    "changeSo, GERMAN"
  })
  void tellsAnUndisturbedRun(String act, Language language) throws Exception {
    assertEquals(
        Golden.text("pin-change-" + act + "." + language.tag() + ".transcript"),
        room.stand.told(PinRoom.ceremony(act), room.people(), language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"change", "reset", "unblock", "changeSo"})
  void doesWhatWasPlannedAndProvesIt(String act) throws Exception {
    SimulatedState before = room.stand.device.state();
    PeopleWithDevices people = room.people();
    CeremonyState end = room.run(act, people);
    assertEquals(List.of(), people.refusals);
    room.assertDone(act, end);
    assertEquals("now", end.facts().get(PinChangeSteps.OUTCOME));
    assertEquals(before.files(), room.stand.device.state().files());
    assertEquals(before.domains(), room.stand.device.state().domains());
    assertWiped(people.secrets);
  }

  private static void assertWiped(List<Secret> secrets) {
    assertTrue(secrets.size() > 0);
    secrets.forEach(secret -> assertTrue(secret.isWiped()));
  }

  @Test
  void showsTheNewSoPinInBothNotations() throws Exception {
    PeopleWithDevices people = room.people();
    room.run("changeSo", people);
    assertEquals(List.of("3736 3534 3332 3130", PinRoom.NEW_SO_PIN), people.shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "unblock"})
  void bringsABlockedUserPinBack(String act) throws Exception {
    for (int i = 0; i < DeviceStand.TRIES; i++) {
      room.stand.tryUserPin("wrong-one");
    }
    assertEquals(0, room.stand.userTries());
    room.assertDone(act, room.run(act, room.people()));
  }

  @Test
  void changesTheFirstPinOfADelivery() throws Exception {
    room.stand.initialise(Set.of(DeviceOption.TRANSPORT_PIN), new KeyDomainSetup.None());
    CeremonyState end = room.run("change", room.people());
    assertEquals("toBeChanged", end.facts().get(PinAct.CHANGE.tries()));
    room.assertDone("change", end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"change", "reset", "unblock", "changeSo"})
  void goesOnWhereverTheDeviceIsPulled(String act) throws Exception {
    room.run(act, room.people());
    int commands = room.stand.commands();
    for (Fault fault : Pulls.between(1, commands)) {
      try (PinRoom there = new PinRoom(folder, true)) {
        there.stand.meet(fault);
        PeopleWithDevices people = there.people();
        CeremonyState end = there.run(act, people);
        assertEquals(1, people.refusals.size(), () -> fault + " " + people.refusals);
        // Pulled before it has said who it is, nobody knows that it was there.
        assertTrue(
            people.refusals.getFirst() instanceof DeviceGone
                || people.refusals.getFirst() instanceof DeviceNotHere,
            people.refusals::toString);
        there.assertDone(act, end);
        assertWiped(people.secrets);
      }
    }
  }

  /** The answer of the command that changes the PIN is lost. */
  @ParameterizedTest
  @ValueSource(strings = {"change", "changeSo"})
  void findsOutThatThePinWasChangedAndSaysSo(String act) throws Exception {
    room.run(act, room.people());
    int commands = room.stand.commands();
    List<Integer> earlier = new ArrayList<>();
    for (int at = 1; at <= commands; at++) {
      try (PinRoom there = new PinRoom(folder, true)) {
        there.stand.meet(new Fault.PulledAfter(at));
        CeremonyState end = there.run(act, there.people());
        if (end.facts().get(PinChangeSteps.OUTCOME).equals("earlier")) {
          earlier.add(at);
        }
      }
    }
    // The change, the proof, the selection that locks it again, and the reading of its tries.
    assertEquals(List.of(commands - 3, commands - 2, commands - 1, commands), earlier);
  }

  /** Where a run is stopped. */
  private record Stop(int line, FaultyJournal.Fault fault) {}

  @ParameterizedTest
  @ValueSource(strings = {"change", "reset", "unblock", "changeSo"})
  void goesOnAfterEveryEntry(String act) throws Exception {
    Journal whole = Journal.inMemory();
    room.stand.run(PinRoom.ceremony(act), whole, room.people());
    List<Stop> stops = new ArrayList<>();
    for (int line = 2; line <= whole.entries().size(); line++) {
      stops.add(new Stop(line, FaultyJournal.Fault.CRASH_BEFORE));
      stops.add(new Stop(line, FaultyJournal.Fault.CRASH_AFTER));
    }
    for (Stop stop : Pulls.sample(stops)) {
      try (PinRoom there = new PinRoom(folder, true)) {
        Journal kept = Journal.inMemory();
        FaultyJournal journal = new FaultyJournal(kept, stop.line(), stop.fault());
        PeopleWithDevices before = there.people();
        assertThrows(
            FaultyJournal.Crash.class,
            () -> there.stand.run(PinRoom.ceremony(act), journal, before));
        before.secrets.forEach(secret -> assertTrue(secret.isWiped()));
        CeremonyState end = CeremonyState.after(PinRoom.ceremony(act), kept.entries());
        if (!end.ended()) {
          PeopleWithDevices after = there.people();
          end = there.stand.goOn(PinRoom.ceremony(act), kept, after);
          assertEquals(List.of(), after.refusals, stop::toString);
        }
        assertEquals(Phase.FINISHED, end.phase(), stop::toString);
        there.assertDone(act, end);
      }
    }
  }
}
