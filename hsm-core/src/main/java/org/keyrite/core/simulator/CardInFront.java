// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;

/** A card that stands before another one and passes on what it does not do itself. */
public abstract class CardInFront implements Card {
  /** The one behind it. */
  protected final Card card;

  /** In front of this card. */
  protected CardInFront(Card card) {
    this.card = card;
  }

  @Override
  public Bytes atr() {
    return card.atr();
  }

  @Override
  public boolean isPresent() {
    return card.isPresent();
  }

  @Override
  public void powerOn() {
    card.powerOn();
  }

  @Override
  public void powerOff() {
    card.powerOff();
  }

  @Override
  public Bytes transmit(Bytes command) {
    return card.transmit(command);
  }
}
