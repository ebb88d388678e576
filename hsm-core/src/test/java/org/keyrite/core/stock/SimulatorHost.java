// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.simulator.Card;
import org.keyrite.core.simulator.CardInFront;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.SimulatedStateFile;
import org.keyrite.core.simulator.vpcd.VirtualReaders;

/**
 * The process that runs inside the namespaces. Arguments: the folder for the state files, and how
 * many devices; those that have no file there are new. Says {@code ready N} when pcscd has powered
 * slot N for the first time; ends with its input.
 */
final class SimulatorHost {
  private SimulatorHost() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    SecureRandom random = new SecureRandom();
    List<Card> cards = new ArrayList<>();
    for (int slot = 0; slot < Integer.parseInt(arguments[1]); slot++) {
      SimulatedStateFile file = StockOpenSc.stateFile(folder, slot);
      SimulatedState state =
          file.load().orElseGet(() -> SimulatedState.create(random, LocalDate.of(2026, 11, 21)));
      file.save(state);
      cards.add(new Announcing(new SimulatedHsm(state, file, random), slot));
    }
    try (VirtualReaders _ =
        VirtualReaders.open(cards, VirtualReaders.FIRST_PORT, _ -> {}, _ -> {})) {
      System.in.transferTo(System.err);
    }
  }

  /** Tells when a reader has found the card. */
  private static final class Announcing extends CardInFront {
    private final int slot;
    private boolean told;

    Announcing(Card card, int slot) {
      super(card);
      this.slot = slot;
    }

    @Override
    public Bytes atr() {
      if (!told) {
        told = true;
        System.out.println("ready " + slot);
      }
      return card.atr();
    }
  }
}
