// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * PIN commands: VERIFY {@code 00 20}, CHANGE REFERENCE DATA {@code 00 24}, RESET RETRY COUNTER
 * {@code 00 2C}. P2 names the PIN: 81 the user's, 88 the SO-PIN.
 */
final class Pins {
  private static final int USER = 0x81;
  private static final int OFFICER = 0x88;

  /** P1 of RESET RETRY COUNTER: unblock and set a new PIN, or unblock only. */
  private static final int AND_SET = 0x00;

  private static final int ONLY = 0x01;

  private Pins() {}

  /** Without data: asks how it stands, and costs no try. */
  static Outcome verify(Turn turn) {
    Optional<Outcome> refusal = withoutPin(turn);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean isUser = turn.apdu().p2() == USER;
    Setup setup = turn.state().setup().orElseThrow();
    Pin pin = isUser ? setup.userPin() : setup.soPin();
    if (pin.isBlocked()) {
      return turn.refuse(Status.PIN_BLOCKED);
    }
    if (isUser && setup.has(Setup.TRANSPORT_PIN)) {
      return turn.refuse(Status.TRANSPORT_PIN);
    }
    Bytes presented = turn.apdu().data();
    if (presented.size() == 0) {
      boolean done = isUser ? turn.session().user() : turn.session().officer();
      return done ? turn.done() : turn.refuse(pin.status());
    }
    if (isUser ? !Pin.isUserSize(presented.size()) : presented.size() != Pin.SO_SIZE) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    boolean right = pin.accepts(presented);
    Turn after = counted(turn, isUser, right);
    return right ? after.done() : after.refuse(pin.afterFailure().status());
  }

  /** Old and new PIN without anything between: the device knows how long the old one is. */
  static Outcome change(Turn turn) {
    Optional<Outcome> refusal = withoutPin(turn);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean isUser = turn.apdu().p2() == USER;
    Setup setup = turn.state().setup().orElseThrow();
    Pin pin = isUser ? setup.userPin() : setup.soPin();
    if (pin.isBlocked()) {
      return turn.refuse(Status.PIN_BLOCKED);
    }
    Bytes data = turn.apdu().data();
    int size = data.size() - pin.value().size();
    if (isUser ? !Pin.isUserSize(size) : size != Pin.SO_SIZE) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    if (!pin.accepts(data.slice(0, pin.value().size()))) {
      return counted(turn, isUser, false).refuse(pin.afterFailure().status());
    }
    Pin changed = pin.changed(data.slice(pin.value().size(), data.size()));
    return turn.with(
            isUser ? setup.withUserPin(changed).withoutTransportPin() : setup.withSoPin(changed))
        .done();
  }

  /** The SO-PIN brings back the user's tries. A wrong SO-PIN costs one of its own. */
  static Outcome resetRetryCounter(Turn turn) {
    Apdu apdu = turn.apdu();
    if (apdu.p1() != AND_SET && apdu.p1() != ONLY) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (apdu.p2() != USER || turn.state().setup().isEmpty()) {
      return turn.refuse(Status.NOT_SET_UP);
    }
    Setup setup = turn.state().setup().get();
    boolean sets = apdu.p1() == AND_SET;
    if (!setup.has(Setup.RESET_RETRY) || (sets && setup.has(Setup.UNBLOCK_ONLY))) {
      return turn.refuse(Status.NOT_ALLOWED);
    }
    int size = apdu.data().size() - Pin.SO_SIZE;
    if (sets ? !Pin.isUserSize(size) : size != 0) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    Pin soPin = setup.soPin();
    if (!soPin.accepts(apdu.data().slice(0, Pin.SO_SIZE))) {
      return turn.with(setup.withSoPin(soPin.afterFailure())).refuse(soPin.afterFailure().status());
    }
    Bytes fresh = apdu.data().slice(Pin.SO_SIZE, apdu.data().size());
    Pin user = sets ? setup.userPin().changed(fresh) : setup.userPin().afterSuccess();
    return turn.with(setup.withUserPin(user).withSoPin(soPin.afterSuccess()))
        .with(turn.session().withUser(false))
        .done();
  }

  /** How a turn ends that names no PIN, or one that there is not yet. */
  private static Optional<Outcome> withoutPin(Turn turn) {
    int p2 = turn.apdu().p2();
    if (turn.apdu().p1() != 0) {
      return Optional.of(turn.refuse(Status.WRONG_PARAMETERS));
    }
    boolean exists = turn.state().setup().isPresent() && (p2 == USER || p2 == OFFICER);
    return exists ? Optional.empty() : Optional.of(turn.refuse(Status.NOT_SET_UP));
  }

  /** After a PIN was presented: the counter and who is logged in. */
  private static Turn counted(Turn turn, boolean isUser, boolean right) {
    Setup setup = turn.state().setup().orElseThrow();
    if (isUser) {
      Pin pin = right ? setup.userPin().afterSuccess() : setup.userPin().afterFailure();
      return turn.with(setup.withUserPin(pin)).with(turn.session().withUser(right));
    }
    Pin pin = right ? setup.soPin().afterSuccess() : setup.soPin().afterFailure();
    return turn.with(setup.withSoPin(pin)).with(turn.session().withOfficer(right));
  }
}
