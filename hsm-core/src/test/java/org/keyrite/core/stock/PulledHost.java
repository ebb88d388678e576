// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.reader.PcscReaders;
import org.keyrite.core.reader.Reader;
import org.keyrite.core.simulator.Card;
import org.keyrite.core.simulator.CardInFront;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.core.simulator.vpcd.VirtualReaders;

/**
 * Our own client inside the namespaces, and in the second reader a device that is pulled while it
 * has a command: its end of the socket is closed and the answer never comes. Says what the client
 * makes of it. Argument: the number of that command, from 1.
 */
final class PulledHost {
  private static final int SLOT = 1;

  private PulledHost() {}

  public static void main(String[] arguments) throws Exception {
    try (PcscReaders readers = new PcscReaders()) {
      System.out.println(pulled(readers, Integer.parseInt(arguments[0])));
    }
  }

  private static Reader occupied(PcscReaders readers) throws ProblemException {
    Reader reader = readers.list().get(SLOT);
    while (!reader.isOccupied()) {
      readers.awaitChange(Duration.ofMillis(100));
      reader = readers.list().get(SLOT);
    }
    return reader;
  }

  private static String pulled(PcscReaders readers, int command) throws Exception {
    Random random = new Random(command);
    SimulatedState state = SimulatedState.create(random, LocalDate.of(2026, 11, 21));
    Pulled card = new Pulled(new SimulatedHsm(state, StateStore.MEMORY, random), command);
    try (VirtualReaders _ =
        VirtualReaders.open(List.of(card), VirtualReaders.FIRST_PORT + SLOT, _ -> {}, _ -> {})) {
      Reader reader = occupied(readers);
      try (CardSession session = reader.connect()) {
        SmartCardHsm hsm = new SmartCardHsm(session);
        while (true) {
          hsm.identify();
        }
      } catch (ProblemException e) {
        return e.problem().getClass().getSimpleName();
      } catch (RuntimeException e) {
        return e.toString();
      }
    }
  }

  /** Takes itself out while it has this command, which it does all the same. */
  private static final class Pulled extends CardInFront {
    private final int command;
    private volatile int commands;

    Pulled(Card card, int command) {
      super(card);
      this.command = command;
    }

    @Override
    public boolean isPresent() {
      return commands < command;
    }

    @Override
    public Bytes transmit(Bytes apdu) {
      Bytes answer = card.transmit(apdu);
      commands++;
      return isPresent() ? answer : Bytes.EMPTY;
    }
  }
}
