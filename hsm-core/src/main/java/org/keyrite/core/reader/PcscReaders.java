// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CardTerminals.State;
import org.keyrite.core.problem.DeviceProblem.ReaderBusy;
import org.keyrite.core.problem.DeviceProblem.ReaderMissing;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.PcscContext.Service;

/**
 * The readers of this machine, through the system's smart card service (PC/SC) and jnasmartcardio,
 * which finds a restarted service again where the Java runtime's own provider does not.
 */
public final class PcscReaders implements Readers {
  private static final int ATTEMPTS = 3;

  /** How long another program may keep a device to itself: it tells, signs or lists its keys. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Service service;
  private final Duration patience;
  private final PcscContext looking;
  private final PcscContext waiting;

  /** The readers of this machine; nothing is asked yet. */
  public PcscReaders() {
    this(Service.OF_THIS_SYSTEM, PATIENCE);
  }

  PcscReaders(Service service, Duration patience) {
    this.service = service;
    this.patience = patience;
    this.looking = new PcscContext(service);
    this.waiting = new PcscContext(service);
  }

  @Override
  public List<Reader> list() throws ProblemException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return looking.use(this::seen);
      } catch (CardException unpluggedInBetween) {
        continue;
      }
    }
    throw new ReaderServiceMissing().asException();
  }

  private List<Reader> seen(CardTerminals terminals) throws CardException {
    List<String> occupied =
        terminals.list(State.CARD_PRESENT).stream().map(CardTerminal::getName).toList();
    List<Reader> readers = new ArrayList<>();
    for (CardTerminal terminal : terminals.list(State.ALL)) {
      readers.add(
          new Plugged(
              service, patience, terminal.getName(), occupied.contains(terminal.getName())));
    }
    return List.copyOf(readers);
  }

  @Override
  public void awaitChange(Duration patience) throws ProblemException {
    try {
      waiting.use(terminals -> terminals.waitForChange(patience.toMillis()));
    } catch (CardException e) {
      // Nothing that is known here. As a missing service it makes the watch pause and ask again.
      throw new ReaderServiceMissing().asException();
    }
  }

  @Override
  public void close() {
    looking.close();
    waiting.close();
  }

  /** A reader that was seen. */
  private record Plugged(Service service, Duration patience, String name, boolean isOccupied)
      implements Reader {
    @Override
    public CardSession connect() throws ProblemException {
      PcscContext context = new PcscContext(service);
      try {
        CardTerminal terminal = context.use(terminals -> terminals.getTerminal(name));
        if (terminal == null) {
          throw new ReaderMissing(name).asException();
        }
        return PcscSession.open(context, terminal, patience);
      } catch (CardException e) {
        context.close();
        throw PcscCode.of(e).whenConnecting(name).asException();
      } catch (ProblemException e) {
        // A session that still waits for its turn lets go by itself.
        if (!(e.problem() instanceof ReaderBusy)) {
          context.close();
        }
        throw e;
      }
    }
  }
}
