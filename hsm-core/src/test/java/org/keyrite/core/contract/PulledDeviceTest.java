// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.command.ChangePin;
import org.keyrite.core.command.ChangeSoPin;
import org.keyrite.core.command.ClearKeyEncryptionKey;
import org.keyrite.core.command.CreateDkekDomain;
import org.keyrite.core.command.DeleteKeyDomain;
import org.keyrite.core.command.EnumerateObjects;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.DeviceRandom;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.TokenInfo;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.testing.Pins;

/**
 * A device is pulled before each command of each piece of work, and after each with its answer
 * lost. The client says that it is gone, whatever it was doing; the device is as it was after the
 * last command that it got, and tells it to a new session.
 */
final class PulledDeviceTest {
  private static final KeyDomainIndex FIRST = KeyDomainIndex.FIRST;

  /** A piece of work and the device it begins with. */
  enum Piece {
    STATUS(new KeyDomainSetup.KeyDomains(4), DeviceStatus::read),
    INITIALISE(
        new KeyDomainSetup.None(),
        hsm -> {
          hsm.identify();
          Desk.initialise(hsm, Desk.USUAL, new KeyDomainSetup.DkekShares(2), Desk.SO_PIN);
          DeviceStatus.read(hsm);
        }),
    CHANGE_PIN(
        new KeyDomainSetup.None(),
        hsm -> {
          hsm.select();
          try (UserPin present = Pins.user(Desk.PIN);
              UserPin chosen = Pins.user("222222")) {
            hsm.send(new ChangePin(present, chosen));
          }
        }),
    UNBLOCK(
        new KeyDomainSetup.None(),
        hsm -> {
          hsm.select();
          Desk.unblock(hsm, Desk.SO_PIN, "333333");
        }),
    CHANGE_SO_PIN(
        new KeyDomainSetup.None(),
        hsm -> {
          hsm.select();
          try (SoPin present = Pins.so(Desk.SO_PIN);
              SoPin chosen = Pins.so("FEDCBA9876543210")) {
            hsm.sendWithSoPin(new ChangeSoPin(present, chosen));
          }
        }),
    IMPORT(
        new KeyDomainSetup.DkekShares(2),
        hsm -> {
          hsm.identify();
          give(hsm, 1);
          give(hsm, 2);
          DeviceStatus.read(hsm);
        }),
    LABEL(
        new KeyDomainSetup.None(),
        hsm -> {
          logIn(hsm);
          hsm.writeFile(FileId.TOKEN_INFO, TokenInfo.labelled("a long label").encode());
          hsm.writeFile(FileId.TOKEN_INFO, TokenInfo.labelled("short").encode());
          hsm.send(new EnumerateObjects());
        }),
    KEY_DOMAIN(
        new KeyDomainSetup.KeyDomains(4),
        hsm -> {
          logIn(hsm);
          hsm.send(new CreateDkekDomain(FIRST, 1));
          give(hsm, 1);
          hsm.send(new ClearKeyEncryptionKey(FIRST));
          hsm.send(new DeleteKeyDomain(FIRST));
        }),
    RANDOM(
        new KeyDomainSetup.None(),
        hsm -> new DeviceRandom(hsm, hsm.identify().serial()).fill(new byte[600]));

    private final KeyDomainSetup before;
    private final Work work;

    Piece(KeyDomainSetup before, Work work) {
      this.before = before;
      this.work = work;
    }
  }

  /** What a client does. */
  private interface Work {
    void on(SmartCardHsm hsm) throws ProblemException;
  }

  private static void logIn(SmartCardHsm hsm) throws ProblemException {
    hsm.select();
    try (UserPin pin = Pins.user(Desk.PIN)) {
      hsm.send(new VerifyPin(pin));
    }
  }

  private static void give(SmartCardHsm hsm, int filling) throws ProblemException {
    try (DkekShare share = Desk.share(filling)) {
      hsm.send(new ImportDkekShare(FIRST, share));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceThatIsPulledIsGoneAndHasWhatItWasToldBefore(Piece piece) throws Exception {
    SimulatedState before = Desk.initialised(piece.before).device.state();
    List<SimulatedState> states = statesOf(piece, before);
    assertTrue(states.size() > 1);
    for (int command = 1; command < states.size(); command++) {
      pull(piece, before, new Fault.PulledBefore(command), states.get(command - 1));
      pull(piece, before, new Fault.PulledAfter(command), states.get(command));
    }
  }

  /** The state before the first command, after it, after the second and so on. */
  private static List<SimulatedState> statesOf(Piece piece, SimulatedState before)
      throws ProblemException {
    Desk desk = Desk.with(before);
    List<SimulatedState> states = new ArrayList<>(List.of(before));
    SmartCardHsm hsm = new SmartCardHsm(desk.channel(() -> states.add(desk.device.state())));
    piece.work.on(hsm);
    return states;
  }

  private static void pull(Piece piece, SimulatedState before, Fault fault, SimulatedState left)
      throws Exception {
    Desk desk = Desk.with(before, fault);
    SmartCardHsm hsm = desk.hsm();
    assertRefused(new DeviceGone(Desk.READER), () -> piece.work.on(hsm));
    assertFalse(desk.readers.named(Desk.READER).isOccupied(), fault::toString);
    assertEquals(left, desk.device.state(), fault::toString);

    desk.card.insert();
    assertRefused(new DeviceGone(Desk.READER), hsm::select);
    DeviceStatus found = DeviceStatus.read(desk.connect());
    assertEquals(before.identity().serial(), found.device().serial().text());
    assertTrue(found.pins().isInitialised());
    assertEquals(left, desk.device.state(), "looking changes nothing");
  }
}
