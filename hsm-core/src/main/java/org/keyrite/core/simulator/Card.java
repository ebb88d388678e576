// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;

/** A card as a reader sees it: it has power or not, and answers bytes with bytes. */
public interface Card {
  /** What it says when it gets power. */
  Bytes atr();

  /** Whether it is in the reader. */
  default boolean isPresent() {
    return true;
  }

  /** Power comes back, or stays: either way the card begins anew. */
  void powerOn();

  /** Power goes. What the card has not stored is lost. */
  void powerOff();

  /** Begins anew without losing power. */
  default void reset() {
    powerOn();
  }

  /**
   * Answers a command APDU with a response APDU of at least two bytes, or with no bytes at all: the
   * card is not there or has no power. Never throws.
   */
  Bytes transmit(Bytes command);
}
