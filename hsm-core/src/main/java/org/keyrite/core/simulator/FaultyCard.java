// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/** A card to which something happens in the middle. Thread-safe as far as the card in it is. */
public final class FaultyCard implements Card {
  private final Card card;
  private final List<Fault> faults;
  private int count;
  private boolean present = true;

  /** This card with these faults, at most one a command. */
  public FaultyCard(Card card, List<Fault> faults) {
    this.card = card;
    this.faults = List.copyOf(faults);
  }

  /** How many commands were sent to it. */
  public synchronized int count() {
    return count;
  }

  /** Takes it out of the reader. */
  public synchronized void pull() {
    present = false;
    card.powerOff();
  }

  /** Puts it in again. */
  public synchronized void insert() {
    present = true;
    card.powerOn();
  }

  @Override
  public Bytes atr() {
    return card.atr();
  }

  @Override
  public synchronized boolean isPresent() {
    return present;
  }

  @Override
  public synchronized void powerOn() {
    if (present) {
      card.powerOn();
    }
  }

  @Override
  public synchronized void powerOff() {
    card.powerOff();
  }

  @Override
  public synchronized Bytes transmit(Bytes command) {
    if (!present) {
      return Bytes.EMPTY;
    }
    int number = ++count;
    Optional<Fault> fault = faults.stream().filter(each -> each.at() == number).findFirst();
    return fault.map(each -> meet(each, command)).orElseGet(() -> card.transmit(command));
  }

  private Bytes meet(Fault fault, Bytes command) {
    return switch (fault) {
      case Fault.PulledBefore _ -> {
        pull();
        yield Bytes.EMPTY;
      }
      case Fault.PulledAfter _ -> {
        card.transmit(command);
        pull();
        yield Bytes.EMPTY;
      }
      case Fault.WrongAnswer wrong -> {
        card.transmit(command);
        yield wrong.answer();
      }
    };
  }
}
