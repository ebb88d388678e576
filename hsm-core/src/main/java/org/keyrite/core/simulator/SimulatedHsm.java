// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;

/**
 * A SmartCard-HSM in software. Begins in a reader with power. Every change is in its store before
 * it is answered. Thread-safe, one command at a time.
 *
 * <p>A command that says how much it expects (Le) and expects too little gets that much and {@code
 * 61xx}, and GET RESPONSE {@code 00 C0} brings the rest; one that expects nothing gets nothing but
 * the status word.
 */
public final class SimulatedHsm implements Card {
  private static final Bytes GET_RESPONSE = Bytes.fromHex("00C00000");

  private final Commands commands;
  private final StateStore store;
  private SimulatedState state;
  private Session session = Session.NONE;
  private boolean powered = true;

  /** A device in this state. */
  public SimulatedHsm(SimulatedState state, StateStore store, RandomGenerator random) {
    this.state = state;
    this.store = store;
    this.commands = new Commands(random);
  }

  /** What it remembers without power. */
  public synchronized SimulatedState state() {
    return state;
  }

  @Override
  public synchronized Bytes atr() {
    return state.identity().firmware().atr();
  }

  @Override
  public synchronized void powerOn() {
    powered = true;
    session = Session.NONE;
  }

  @Override
  public synchronized void powerOff() {
    powered = false;
    session = Session.NONE;
  }

  @Override
  public synchronized Bytes transmit(Bytes command) {
    if (!powered) {
      return Bytes.EMPTY;
    }
    Optional<Apdu> apdu = Apdu.parse(command);
    if (apdu.isEmpty()) {
      return Ber.pair(Status.WRONG_LENGTH);
    }
    return apdu.get().header().equals(GET_RESPONSE) ? rest(apdu.get()) : answer(apdu.get());
  }

  private Bytes answer(Apdu apdu) {
    Outcome outcome = commands.handle(new Turn(apdu, state, session.withRest(Bytes.EMPTY)));
    if (outcome.state() != state) {
      try {
        store.save(outcome.state());
      } catch (ProblemException notKept) {
        return Ber.pair(Status.MEMORY_FAILURE);
      }
    }
    state = outcome.state();
    session = outcome.session();
    return give(outcome.data(), outcome.status(), apdu.le());
  }

  private Bytes rest(Apdu apdu) {
    Bytes rest = session.rest();
    session = session.withRest(Bytes.EMPTY);
    return rest.size() == 0 ? Ber.pair(Status.NEVER_ALLOWED) : give(rest, Status.OK, apdu.le());
  }

  private Bytes give(Bytes data, int status, int expected) {
    if (expected == 0 || data.size() <= expected) {
      return (expected == 0 ? Bytes.EMPTY : data).plus(Ber.pair(status));
    }
    Bytes left = data.slice(expected, data.size());
    session = session.withRest(left);
    return data.slice(0, expected)
        .plus(Ber.pair(Status.MORE | (left.size() < 0x100 ? left.size() : 0)));
  }
}
