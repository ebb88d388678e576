// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/**
 * A session through PC/SC, shared with other programs. jnasmartcardio asks for the rest of an
 * answer (61xx) and for the right length (6Cxx) on its own. It makes a copy of every command that
 * nobody can wipe; the collector takes it.
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

  PcscSession(PcscContext context, CardTerminal terminal) throws CardException {
    this.context = context;
    this.terminal = terminal;
    this.card = connected();
  }

  private Card connected() throws CardException {
    try {
      return terminal.connect("*");
    } catch (RuntimeException unforeseen) {
      throw new CardException(unforeseen);
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
    try {
      card.disconnect(true);
    } catch (CardException | RuntimeException goneBefore) {
      // The device was taken out or the service ended, so that there is nothing to let go of.
      context.close();
    }
    context.close();
  }
}
