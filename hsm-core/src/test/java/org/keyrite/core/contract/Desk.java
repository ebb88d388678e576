// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.keyrite.core.apdu.CardChannel;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.ResetRetryCounter;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.FaultyCard;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.core.testing.Pins;

/** One simulated device in one reader, and the client of it. */
final class Desk {
  static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  static final String READER = "left";
  static final String PIN = "471108";
  static final String SO_PIN = "0123456789ABCDEF";
  static final Set<DeviceOption> USUAL = Set.of(DeviceOption.RESET_RETRY_COUNTER);

  /** Making its keys takes longer than a test. */
  static final SimulatedState VIRGIN = SimulatedState.create(new Random(1), DAY);

  final SimulatedHsm device;
  final FaultyCard card;
  final PracticeReaders readers = new PracticeReaders(List.of(READER));
  private CardSession session;
  private SmartCardHsm hsm;

  private Desk(SimulatedState state, List<Fault> faults) throws ProblemException {
    device = new SimulatedHsm(state, StateStore.MEMORY, new Random(2));
    card = new FaultyCard(device, faults);
    readers.insert(READER, card);
    connect();
  }

  /** With a device that nobody has initialised. */
  static Desk virgin() throws ProblemException {
    return with(VIRGIN);
  }

  static Desk with(SimulatedState state, Fault... faults) throws ProblemException {
    return new Desk(state, List.of(faults));
  }

  /** With a device that was initialised so; its program is selected. */
  static Desk initialised(KeyDomainSetup setup) throws ProblemException {
    return initialised(USUAL, setup);
  }

  static Desk initialised(Set<DeviceOption> options, KeyDomainSetup setup) throws ProblemException {
    Desk desk = virgin();
    desk.hsm.select();
    desk.initialise(options, setup);
    desk.hsm.select();
    return desk;
  }

  static Desk loggedIn(KeyDomainSetup setup) throws ProblemException {
    Desk desk = initialised(setup);
    desk.verify(PIN);
    return desk;
  }

  /** A new session, as after an insertion or another run of the program. */
  SmartCardHsm connect() throws ProblemException {
    if (session != null) {
      session.close();
    }
    session = readers.named(READER).connect();
    hsm = new SmartCardHsm(session);
    return hsm;
  }

  SmartCardHsm hsm() {
    return hsm;
  }

  /** The way to the device, with somebody who is told after every answer. */
  CardChannel channel(Runnable answered) {
    return command -> {
      byte[] answer = session.transmit(command);
      answered.run();
      return answer;
    };
  }

  void initialise(Set<DeviceOption> options, KeyDomainSetup setup) throws ProblemException {
    initialise(hsm, options, setup, SO_PIN);
  }

  static void initialise(
      SmartCardHsm hsm, Set<DeviceOption> options, KeyDomainSetup setup, String so)
      throws ProblemException {
    try (UserPin user = Pins.user(PIN);
        SoPin soPin = Pins.so(so)) {
      hsm.sendWithSoPin(new InitializeDevice(options, user, soPin, 3, setup));
    }
  }

  void verify(String digits) throws ProblemException {
    try (UserPin user = Pins.user(digits)) {
      hsm.send(new VerifyPin(user));
    }
  }

  static void unblock(SmartCardHsm hsm, String so, String chosen) throws ProblemException {
    try (SoPin soPin = Pins.so(so);
        UserPin user = chosen.isEmpty() ? null : Pins.user(chosen)) {
      hsm.sendWithSoPin(new ResetRetryCounter(soPin, Optional.ofNullable(user)));
    }
  }

  /** A share of 32 equal bytes. */
  static DkekShare share(int filling) {
    byte[] content = new byte[DkekShare.SIZE];
    Arrays.fill(content, (byte) filling);
    return DkekShare.taking(Secret.taking(content));
  }

  void assertStillVirgin() {
    assertEquals(VIRGIN, device.state());
  }
}
