// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.time.Duration;
import java.util.function.Consumer;
import org.keyrite.core.bytes.Bytes;

/** A card that takes its time before it answers. */
public final class SlowCard extends CardInFront {
  private final Pace pace;
  private final Consumer<Duration> wait;

  /** This card at this pace; {@code wait} lets the time pass, in a test without waiting. */
  public SlowCard(Card card, Pace pace, Consumer<Duration> wait) {
    super(card);
    this.pace = pace;
    this.wait = wait;
  }

  @Override
  public Bytes transmit(Bytes command) {
    wait.accept(pace.of(command));
    return card.transmit(command);
  }
}
