// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.problem.DeviceProblem.AnotherDevice;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.StepId;

/** What a change of PINs refuses, and that a refusal costs no more than it says. */
class PinRefusalsTest {
  private static final String WRONG = "not-this-one-";
  private static final String WRONG_SO = "00000000";

  @TempDir private Path folder;
  private PinRoom room;
  private CeremonyRunner runner;

  @BeforeEach
  void plugIn() throws ProblemException {
    room = new PinRoom(folder, true);
  }

  @AfterEach
  void close() {
    if (runner != null) {
      runner.close();
    }
    room.close();
  }

  private void comeTo(String act, String step) throws ProblemException {
    runner = room.stand.start(PinRoom.ceremony(act), Journal.inMemory());
    room.stand.until(runner, room.people(), StepId.of("pinChange." + step));
  }

  private void again(String step) throws ProblemException {
    runner.redo(StepId.of("pinChange.pin"), "once more");
    room.stand.until(runner, room.people(), StepId.of("pinChange." + step));
  }

  private void refused(Problem expected) {
    SimulatedState before = room.stand.device.state();
    Problem refusal =
        assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE)).problem();
    assertEquals(expected, refusal);
    boolean costs =
        refusal instanceof PinProblem.WrongPin || refusal instanceof PinProblem.SoPinWrong;
    assertEquals(costs, !before.equals(room.stand.device.state()), "costs a try");
  }

  @Test
  void aWrongUserPinCostsOneTryAndNotAnotherOneByDoingItAgain() throws Exception {
    room.typed.put("pin[1]", WRONG);
    comeTo("change", "change");
    refused(new PinProblem.WrongPin(4));
    refused(new PinProblem.PinTriedSince("4"));
    refused(new PinProblem.PinTriedSince("4"));
    room.typed.put("pin[1]", DeviceStand.USER_PIN);
    again("change");
    assertTrue(runner.perform(Progress.NONE));
    assertTrue(room.stand.hasUserPin(PinRoom.NEW_USER_PIN));
  }

  @ParameterizedTest
  @CsvSource({"reset, reset", "unblock, unblock", "changeSo, changeSo"})
  void aWrongSoPinCostsOneTryAndNotAnotherOneByDoingItAgain(String act, String step)
      throws Exception {
    room.typed.put("soPin[1]", WRONG_SO);
    comeTo(act, step);
    refused(new PinProblem.SoPinWrong(14));
    refused(new PinProblem.SoPinTriedSince("14"));
    room.typed.put("soPin[1]", DeviceStand.SO_PIN);
    again(step);
    assertTrue(runner.perform(Progress.NONE));
  }

  @Test
  void aPinThatWasRefusedWhileTheAnswerWasLostCostsNoSecondTry() throws Exception {
    int at = commandsOfAll("change") - 4;
    room.typed.put("pin[1]", WRONG);
    room.stand.meet(new Fault.PulledAfter(at));
    comeTo("change", "change");
    assertEquals(
        DeviceGone.class,
        assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE))
            .problem()
            .getClass());
    assertEquals(4, room.stand.userTries());
    room.stand.putBack();
    refused(new PinProblem.PinTriedSince("4"));
  }

  /**
   * The last five: the present PIN alone, the change, the new PIN, the selection that locks the
   * device, the reading of its tries.
   */
  private int commandsOfAll(String act) throws ProblemException {
    try (PinRoom there = new PinRoom(folder, true)) {
      there.run(act, there.people());
      return there.stand.commands();
    }
  }

  /** The device would take the rest as the beginning of the new PIN. */
  @Test
  void aCharacterTooManyDoesNotBecomePartOfTheNewPin() throws Exception {
    room.typed.put("pin[1]", DeviceStand.USER_PIN + "x");
    comeTo("change", "change");
    refused(new PinProblem.WrongPin(4));
    assertTrue(room.stand.hasUserPin(DeviceStand.USER_PIN));
  }

  @Test
  void theLastTryIsTakenOnlyIfTheWitnessSawThatItIsTheLast() throws Exception {
    for (int i = 0; i < DeviceStand.TRIES - 2; i++) {
      room.stand.tryUserPin(WRONG);
    }
    comeTo("change", "change");
    room.stand.tryUserPin(WRONG);
    assertEquals(1, room.stand.userTries());
    refused(new PinProblem.PinTriedSince("1"));
    again("change");
    assertEquals("1", runner.state().facts().get(PinAct.CHANGE.tries()));
    assertTrue(runner.perform(Progress.NONE));
    assertEquals(DeviceStand.TRIES, room.stand.userTries());
  }

  @Test
  void takesNoTryToFindSomethingOutWhereTooFewAreLeft() throws Exception {
    for (int i = 0; i < DeviceStand.TRIES - 2; i++) {
      room.stand.tryUserPin(WRONG);
    }
    int at = commandsOfAll("change") - 4;
    room.stand.meet(new Fault.PulledBefore(at));
    comeTo("change", "change");
    assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE));
    room.stand.putBack();
    refused(new PinProblem.ChangeUnknown());
    again("change");
    assertTrue(runner.perform(Progress.NONE));
    assertTrue(room.stand.hasUserPin(PinRoom.NEW_USER_PIN));
  }

  /** A device of a delivery does not tell how many tries are left. */
  @Test
  void aHiddenCounterAllowsOneAttempt() throws Exception {
    room.stand.initialise(Set.of(DeviceOption.TRANSPORT_PIN), new KeyDomainSetup.None());
    room.typed.put("pin[1]", "471108-b");
    comeTo("change", "change");
    refused(new PinProblem.WrongPin(4));
    refused(new PinProblem.ChangeUnknown());
    room.typed.put("pin[1]", DeviceStand.USER_PIN);
    again("change");
    assertTrue(runner.perform(Progress.NONE));
  }

  @ParameterizedTest
  @CsvSource({"change, pin[1], newUserPin, change", "changeSo, soPin[1], newSoPin, changeSo"})
  void refusesThePinThatTheDeviceHasAlready(String act, String present, String chosen, String step)
      throws Exception {
    room.typed.put(chosen, room.typed.get(present));
    room.typed.put("newSoPinAgain", room.typed.get("newSoPin"));
    comeTo(act, step);
    refused(new PinProblem.SamePin());
  }

  @Test
  void setsNoSoPinThatStandsOtherwiseOnPaper() throws Exception {
    room.typed.put("newSoPinAgain", "76543211");
    comeTo("changeSo", "changeSo");
    refused(new PinProblem.PinOnPaperDiffers());
    assertTrue(room.stand.hasSoPin(DeviceStand.SO_PIN));
  }

  @Test
  void takesTheNewSoPinFromPaperInTheOtherNotation() throws Exception {
    room.typed.put("newSoPinAgain", "3736353433323130");
    comeTo("changeSo", "changeSo");
    assertTrue(runner.perform(Progress.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"change", "reset", "unblock", "changeSo"})
  void refusesADeviceThatWasNeverInitialised(String act) throws Exception {
    room.stand.swap(DeviceStand.device(2));
    comeTo(act, "count");
    refused(new NotInitialised());
  }

  @Test
  void aBlockedUserPinIsNotChanged() throws Exception {
    for (int i = 0; i < DeviceStand.TRIES; i++) {
      room.stand.tryUserPin(WRONG);
    }
    comeTo("change", "count");
    refused(new PinProblem.PinBlocked());
  }

  @ParameterizedTest
  @CsvSource({"reset, false", "unblock, false", "reset, true"})
  void refusesWhatTheDeviceWasSetUpNotToAllow(String act, boolean unblocks) throws Exception {
    Set<DeviceOption> options =
        unblocks ? Set.of(DeviceOption.RESET_RETRY_COUNTER, DeviceOption.UNBLOCK_ONLY) : Set.of();
    room.stand.initialise(options, new KeyDomainSetup.None());
    comeTo(act, "count");
    refused(new PinProblem.ResetNotAllowed());
  }

  @Test
  void unblocksWhereNothingElseIsAllowed() throws Exception {
    room.stand.initialise(
        Set.of(DeviceOption.RESET_RETRY_COUNTER, DeviceOption.UNBLOCK_ONLY),
        new KeyDomainSetup.None());
    room.stand.tryUserPin(WRONG);
    room.assertDone("unblock", room.run("unblock", room.people()));
  }

  @Test
  void changesNoPinOfAnotherDevice() throws Exception {
    comeTo("change", "change");
    room.stand.swap(DeviceStand.device(2));
    Problem refusal =
        assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE)).problem();
    assertEquals(
        new AnotherDevice(room.stand.device.state().identity().serial(), room.stand.serial()),
        refusal);
    assertTrue(room.stand.hasUserPin(DeviceStand.USER_PIN));
  }

  @ParameterizedTest
  @CsvSource({"change, newUserPin, 648219", "changeSo, newSoPin, 57621880"})
  void refusesPinsOfManualsOutsideRehearsals(String act, String slot, String manual)
      throws Exception {
    try (PinRoom real = new PinRoom(folder, false)) {
      real.typed.put(slot, manual);
      PeopleWithDevices people = real.people();
      CeremonyState end = real.run(act, people);
      assertFalse(end.ended());
      assertEquals(
          List.of(new PinProblem.DefaultPin()), people.refusals.stream().distinct().toList());
      people.secrets.forEach(secret -> assertTrue(secret.isWiped()));
    }
    room.typed.put(slot, manual);
    room.typed.put("newSoPinAgain", room.typed.get("newSoPin"));
    assertTrue(room.run(act, room.people()).ended(), "in a rehearsal they are as good as any");
  }

  @Test
  void peopleWhoTryAgainComeToTheEndWithTheWitness() throws Exception {
    String[] once = {WRONG};
    PeopleWithDevices people =
        new PeopleWithDevices(
            room.stand,
            new MadeUpPeople(folder),
            slot -> {
              if (slot.equals("pin[1]") && once[0] != null) {
                String wrong = once[0];
                once[0] = null;
                return wrong;
              }
              return room.typed.get(slot);
            });
    room.assertDone("change", room.run("change", people));
    assertEquals(
        List.of(
            new PinProblem.WrongPin(4),
            new PinProblem.PinTriedSince("4"),
            new PinProblem.PinTriedSince("4")),
        people.refusals);
  }
}
