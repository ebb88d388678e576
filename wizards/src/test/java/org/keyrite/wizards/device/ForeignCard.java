// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.simulator.Card;

/** A card of something else, which knows none of our commands: a bus ticket, say. */
public final class ForeignCard implements Card {
  @Override
  public Bytes atr() {
    return Bytes.fromHex("3B00");
  }

  @Override
  public void powerOn() {}

  @Override
  public void powerOff() {}

  @Override
  public Bytes transmit(Bytes command) {
    return Bytes.fromHex("6A82");
  }
}
