// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.contract.Desk.PIN;
import static org.keyrite.core.contract.Desk.SO_PIN;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyrite.core.command.ChangePin;
import org.keyrite.core.command.ChangeSoPin;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.PinState;
import org.keyrite.core.command.VerifySoPin;
import org.keyrite.core.hsm.PinStates;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.PinProblem.PinAbsent;
import org.keyrite.core.problem.PinProblem.PinBlocked;
import org.keyrite.core.problem.PinProblem.PinToBeChanged;
import org.keyrite.core.problem.PinProblem.ResetNotAllowed;
import org.keyrite.core.problem.PinProblem.SoPinBlocked;
import org.keyrite.core.problem.PinProblem.SoPinWrong;
import org.keyrite.core.problem.PinProblem.WrongPin;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Pins;

/** PIN and SO-PIN: given, changed, blocked, unblocked. */
final class PinContractTest {
  private static final KeyDomainSetup NONE = new KeyDomainSetup.None();
  private static final String OTHER_PIN = "another pin";
  private static final String OTHER_SO_PIN = "FEDCBA9876543210";

  private static void change(Desk desk, String from, String to) throws ProblemException {
    try (UserPin present = Pins.user(from);
        UserPin chosen = Pins.user(to)) {
      desk.hsm().send(new ChangePin(present, chosen));
    }
  }

  private static void changeSo(Desk desk, String from, String to) throws ProblemException {
    try (SoPin present = Pins.so(from);
        SoPin chosen = Pins.so(to)) {
      desk.hsm().sendWithSoPin(new ChangeSoPin(present, chosen));
    }
  }

  private static void block(Desk desk) {
    assertRefused(new WrongPin(2), () -> desk.verify("000000"));
    assertRefused(new WrongPin(1), () -> desk.verify("000000"));
    assertRefused(new PinBlocked(), () -> desk.verify("000000"));
  }

  @Test
  void thePinUnlocksUntilTheProgramIsSelectedAgain() throws Exception {
    Desk desk = Desk.initialised(NONE);
    assertEquals(new PinState.Unverified(3), desk.hsm().pins().user());
    desk.verify(PIN);
    assertEquals(new PinState.Verified(), desk.hsm().pins().user());
    desk.hsm().select();
    assertEquals(new PinState.Unverified(3), desk.hsm().pins().user());
  }

  @Test
  void theSoPinIsProvenByGivingIt() throws Exception {
    Desk desk = Desk.initialised(NONE);
    verifySo(desk, SO_PIN);
    desk.hsm().select();
    assertRefused(new SoPinWrong(14), () -> verifySo(desk, OTHER_SO_PIN));
    verifySo(desk, SO_PIN);
    desk.hsm().select();
    assertEquals(new PinState.Unverified(15), desk.hsm().pins().so());
  }

  private static void verifySo(Desk desk, String typed) throws ProblemException {
    try (SoPin pin = Pins.so(typed)) {
      desk.hsm().sendWithSoPin(new VerifySoPin(pin));
    }
  }

  @Test
  void aSessionThatEndsLocksTheDevice() throws Exception {
    Desk desk = Desk.loggedIn(NONE);
    desk.connect().select();
    assertEquals(new PinState.Unverified(3), desk.hsm().pins().user());
  }

  @Test
  void aVirginDeviceHasNoPinsToGiveOrChange() throws Exception {
    Desk desk = Desk.virgin();
    desk.hsm().select();
    assertRefused(new PinAbsent(), () -> desk.verify(PIN));
    assertRefused(new PinAbsent(), () -> change(desk, PIN, OTHER_PIN));
    assertRefused(new NotInitialised(), () -> changeSo(desk, SO_PIN, OTHER_SO_PIN));
    assertRefused(new NotInitialised(), () -> Desk.unblock(desk.hsm(), SO_PIN, ""));
    desk.assertStillVirgin();
  }

  @Test
  void wrongPinsCostTriesUntilItIsBlocked() throws Exception {
    Desk desk = Desk.initialised(NONE);
    assertRefused(new WrongPin(2), () -> desk.verify("000000"));
    assertEquals(new PinState.Unverified(2), desk.hsm().pins().user());
    assertRefused(new WrongPin(1), () -> desk.verify("000000"));
    assertEquals(new PinState.Unverified(1), desk.hsm().pins().user());
    assertRefused(new PinBlocked(), () -> desk.verify("000000"));
    assertRefused(new PinBlocked(), () -> desk.verify(PIN));
    assertEquals(new PinState.Blocked(), desk.hsm().pins().user());
  }

  @Test
  void theRightPinBringsTheTriesBack() throws Exception {
    Desk desk = Desk.initialised(NONE);
    assertRefused(new WrongPin(2), () -> desk.verify("000000"));
    desk.verify(PIN);
    desk.hsm().select();
    assertEquals(new PinState.Unverified(3), desk.hsm().pins().user());
  }

  @Test
  void aPinIsChangedAndTheOldOneIsGone() throws Exception {
    Desk desk = Desk.initialised(NONE);
    change(desk, PIN, OTHER_PIN);
    assertRefused(new WrongPin(2), () -> desk.verify(PIN));
    desk.verify(OTHER_PIN);
  }

  @Test
  void aPinIsNotChangedByAWrongOneOfTheSameLength() throws Exception {
    Desk desk = Desk.initialised(NONE);
    assertRefused(new WrongPin(2), () -> change(desk, "000000", OTHER_PIN));
    desk.verify(PIN);
  }

  @Test
  void theSoPinUnblocksAndSetsANewPin() throws Exception {
    Desk desk = Desk.initialised(NONE);
    block(desk);
    Desk.unblock(desk.hsm(), SO_PIN, OTHER_PIN);
    assertEquals(new PinState.Unverified(3), PinContractTest.selected(desk).user());
    desk.verify(OTHER_PIN);
  }

  private static PinStates selected(Desk desk) throws ProblemException {
    desk.hsm().select();
    return desk.hsm().pins();
  }

  @Test
  void theSoPinUnblocksAndLeavesThePin() throws Exception {
    Desk desk = Desk.initialised(NONE);
    block(desk);
    Desk.unblock(desk.hsm(), SO_PIN, "");
    desk.verify(PIN);
  }

  @Test
  void anUnblockWithAWrongSoPinCostsATryOfIt() throws Exception {
    Desk desk = Desk.initialised(NONE);
    block(desk);
    assertRefused(new SoPinWrong(14), () -> Desk.unblock(desk.hsm(), OTHER_SO_PIN, ""));
    assertEquals(
        new PinStates(new PinState.Blocked(), new PinState.Unverified(14)), desk.hsm().pins());
  }

  @Test
  void aDeviceThatMayOnlyBeUnblockedKeepsItsPin() throws Exception {
    Desk desk =
        Desk.initialised(Set.of(DeviceOption.RESET_RETRY_COUNTER, DeviceOption.UNBLOCK_ONLY), NONE);
    block(desk);
    assertRefused(new ResetNotAllowed(), () -> Desk.unblock(desk.hsm(), SO_PIN, OTHER_PIN));
    Desk.unblock(desk.hsm(), SO_PIN, "");
    desk.verify(PIN);
  }

  @Test
  void aDeviceThatMayNotBeUnblockedStaysSo() throws Exception {
    Desk desk = Desk.initialised(Set.of(), NONE);
    block(desk);
    assertRefused(new ResetNotAllowed(), () -> Desk.unblock(desk.hsm(), SO_PIN, ""));
    assertRefused(new ResetNotAllowed(), () -> Desk.unblock(desk.hsm(), SO_PIN, OTHER_PIN));
    assertEquals(new PinState.Blocked(), desk.hsm().pins().user());
  }

  @Test
  void aTransportPinMustBeChangedFirst() throws Exception {
    Desk desk = Desk.initialised(Set.of(DeviceOption.TRANSPORT_PIN), NONE);
    assertEquals(new PinState.ToBeChanged(), desk.hsm().pins().user());
    assertRefused(new PinToBeChanged(), () -> desk.verify(PIN));
    change(desk, PIN, OTHER_PIN);
    assertEquals(Set.of(), desk.hsm().select().options());
    desk.verify(OTHER_PIN);
  }

  @Test
  void theSoPinIsChangedAndTheOldOneIsGone() throws Exception {
    Desk desk = Desk.initialised(NONE);
    changeSo(desk, SO_PIN, OTHER_SO_PIN);
    assertRefused(new SoPinWrong(14), () -> desk.initialise(Set.of(), NONE));
    Desk.initialise(desk.hsm(), Set.of(), NONE, OTHER_SO_PIN);
    assertEquals(new PinState.Unverified(15), selected(desk).so());
  }

  @Test
  void aWrongSoPinErasesNothing() throws Exception {
    Desk desk = Desk.initialised(new KeyDomainSetup.DkekShares(1));
    assertRefused(
        new SoPinWrong(14), () -> Desk.initialise(desk.hsm(), Set.of(), NONE, OTHER_SO_PIN));
    assertRefused(new SoPinWrong(13), () -> changeSo(desk, OTHER_SO_PIN, SO_PIN));
    desk.verify(PIN);
    assertEquals(1, desk.device.state().domains().size());
  }

  @Test
  void anSoPinWithoutTriesIsBlockedForEver() throws Exception {
    Desk desk = Desk.initialised(NONE);
    for (int left = 14; left > 0; left--) {
      assertRefused(new SoPinWrong(left), () -> changeSo(desk, OTHER_SO_PIN, SO_PIN));
    }
    assertEquals(new PinState.Unverified(1), desk.hsm().pins().so());
    assertRefused(new SoPinBlocked(), () -> changeSo(desk, OTHER_SO_PIN, SO_PIN));
    assertRefused(new SoPinBlocked(), () -> changeSo(desk, SO_PIN, OTHER_SO_PIN));
    assertRefused(new SoPinBlocked(), () -> desk.initialise(Set.of(), NONE));
    assertRefused(new SoPinBlocked(), () -> Desk.unblock(desk.hsm(), SO_PIN, ""));
    desk.verify(PIN);
  }
}
