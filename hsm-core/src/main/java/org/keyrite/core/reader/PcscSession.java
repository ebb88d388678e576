// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.ReaderBusy;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/**
 * A session through PC/SC, shared with other programs that wait while it lasts: between the PIN and
 * the reset at the end nobody else gets a command to the device. jnasmartcardio asks for the rest
 * of an answer (61xx) and for the right length (6Cxx) on its own. It makes a copy of every command
 * that nobody can wipe; the collector takes it.
 */
final class PcscSession implements CardSession {
  /** The longest answer with its status word. */
  private static final int ROOM = 65536 + 2;

  /**
   * How long a device that was pulled may still be told to be there: the service looks a few times
   * a second, and a command that it could not carry may come before it has looked.
   */
  private static final Duration NOTICED = Duration.ofSeconds(1);

  private final PcscContext context;
  private final CardTerminal terminal;
  private final Card card;
  private boolean gone;
  private boolean closed;

  private PcscSession(PcscContext context, CardTerminal terminal, Card card) {
    this.context = context;
    this.terminal = terminal;
    this.card = card;
  }

  /**
   * Opens a session in a transaction of its own. While another program has one, the service lets
   * everybody wait, also who only connects; nobody can call that off, and no other call is taken on
   * this connection meanwhile. So it is waited elsewhere, and whoever comes too late lets go again.
   *
   * @param context closed by the session; by the caller if this throws anything but {@link
   *     ReaderBusy}
   * @param patience how long another program may have the device for itself
   * @throws ProblemException {@link ReaderBusy} after that
   */
  static PcscSession open(PcscContext context, CardTerminal terminal, Duration patience)
      throws CardException, ProblemException {
    CompletableFuture<Card> taken = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("transaction in " + terminal.getName())
        .start(() -> {
          try {
            taken.complete(taken(terminal));
          } catch (CardException | RuntimeException e) {
            taken.completeExceptionally(e);
          }
        });
    try {
      return new PcscSession(
          context, terminal, taken.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw new CardException(e.getCause());
    } catch (TimeoutException | InterruptedException e) {
      taken.whenComplete((late, refused) -> {
        if (late != null) {
          letGo(late);
        }
        context.close();
      });
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new ReaderBusy(terminal.getName()).asException();
    }
  }

  private static Card taken(CardTerminal terminal) throws CardException {
    Card card = terminal.connect("*");
    try {
      card.beginExclusive();
      return card;
    } catch (CardException | RuntimeException e) {
      letGo(card);
      throw e;
    }
  }

  /** Resets the device and ends the transaction, in one call to the service. */
  private static void letGo(Card card) {
    try {
      card.disconnect(true);
    } catch (CardException | RuntimeException goneBefore) {
      // The device was taken out or the service ended, so that there is nothing to let go of.
      return;
    }
  }

  @Override
  public Bytes answerToReset() {
    return Bytes.of(card.getATR().getBytes());
  }

  @Override
  public byte[] transmit(byte[] command) throws ProblemException {
    if (gone || closed) {
      throw new DeviceGone(terminal.getName()).asException();
    }
    byte[] room = new byte[ROOM];
    try {
      int size = card.getBasicChannel().transmit(ByteBuffer.wrap(command), ByteBuffer.wrap(room));
      return Arrays.copyOf(room, size);
    } catch (CardException e) {
      Problem problem = PcscCode.of(e).whenTransmitting(terminal.getName());
      gone = problem instanceof DeviceGone || isPulled();
      throw (gone ? new DeviceGone(terminal.getName()) : problem).asException();
    } catch (RuntimeException answerIsNone) {
      // The device is pulled while it has the command: the service tells of success and of no
      // answer, and the library stumbles over it. What the command did nobody heard, so that it
      // must not be sent again as one that was not carried.
      gone = true;
      throw new DeviceGone(terminal.getName()).asException();
    } finally {
      Arrays.fill(room, (byte) 0);
    }
  }

  private boolean isPulled() {
    try {
      return terminal.waitForCardAbsent(NOTICED.toMillis());
    } catch (CardException | RuntimeException readerOrServiceGone) {
      return true;
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    letGo(card);
    context.close();
  }
}
