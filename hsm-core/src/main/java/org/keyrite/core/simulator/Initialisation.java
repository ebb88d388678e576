// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * INITIALIZE DEVICE, {@code 80 50}. With data it erases everything and sets up PINs and key
 * domains; without it tells free memory (4 bytes), platform, and the version (2).
 */
record Initialisation(RandomGenerator random) implements Handler {
  @Override
  public Outcome handle(Turn turn) {
    if (turn.apdu().p1p2() != 0) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (turn.apdu().data().size() == 0) {
      return tell(turn);
    }
    Optional<InitialisationData> data = InitialisationData.parse(turn.apdu().data());
    if (data.isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    InitialisationData wanted = data.get();
    if (wanted.asksForMore()) {
      return turn.refuse(Status.NOT_SUPPORTED);
    }
    boolean known = turn.state().identity().firmware().hasKeyDomains();
    if (!wanted.isConsistent() || (wanted.domains().isPresent() && !known)) {
      return turn.refuse(Status.WRONG_DATA);
    }
    return turn.state().setup().isPresent()
        ? again(turn, turn.state().setup().get(), wanted)
        : erase(turn, Pin.so(wanted.soPin()), wanted);
  }

  private static Outcome tell(Turn turn) {
    Identity identity = turn.state().identity();
    if (!identity.firmware().tellsItsVersion()) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    int free = turn.state().room();
    return turn.answer(
        Ber.join(
            Ber.pair(free >> 16),
            Ber.pair(free),
            Ber.octet(Selection.PLATFORM),
            Ber.octet(identity.firmware().major()),
            Ber.octet(identity.firmware().minor())));
  }

  /** A device that was set up before erases itself only for the SO-PIN that it has. */
  private Outcome again(Turn turn, Setup setup, InitialisationData wanted) {
    Pin soPin = setup.soPin();
    if (soPin.isBlocked()) {
      return turn.refuse(Status.PIN_BLOCKED);
    }
    if (!soPin.accepts(wanted.soPin())) {
      return turn.with(setup.withSoPin(soPin.afterFailure())).refuse(Status.NOT_ALLOWED);
    }
    return erase(turn, soPin.afterSuccess(), wanted);
  }

  private Outcome erase(Turn turn, Pin soPin, InitialisationData wanted) {
    Setup setup = new Setup(wanted.options(), Pin.user(wanted.userPin(), wanted.tries()), soPin);
    return turn.with(turn.state().initialised(setup, domains(wanted)))
        .with(Session.SELECTED)
        .done();
  }

  private List<KeyDomain> domains(InitialisationData wanted) {
    if (wanted.domains().isPresent()) {
      return Collections.nCopies(wanted.domains().get(), new KeyDomain.Undefined());
    }
    return wanted.shares().<KeyDomain>map(n -> KeyDomain.Dkek.of(n, random)).stream().toList();
  }
}
