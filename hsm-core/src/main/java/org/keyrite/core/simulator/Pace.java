// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.time.Duration;
import org.keyrite.core.bytes.Bytes;

/** How long a card takes for a command. */
@FunctionalInterface
public interface Pace {
  /**
   * About as slow as a card: noticeable to people, a second to initialise, a quarter of a minute to
   * generate a key pair. Chosen, not measured.
   */
  Pace UNHURRIED =
      command -> {
        int cla = command.size() > 0 ? command.at(0) : 0;
        int ins = command.size() > 1 ? command.at(1) : 0;
        return Duration.ofMillis(
            switch (cla << 8 | ins) {
              case 0x0046 -> 15_000;
              case 0x8050 -> command.size() > 5 ? 1_000 : 20;
              default -> 20;
            });
      };

  /** The time for this command APDU. */
  Duration of(Bytes command);
}
