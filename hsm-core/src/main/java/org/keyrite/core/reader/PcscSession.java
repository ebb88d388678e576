// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.ProblemException;

/**
 * A session through PC/SC, shared with other programs. jnasmartcardio asks for the rest of an
 * answer (61xx) and for the right length (6Cxx) on its own. It makes a copy of every command that
 * nobody can wipe; the collector takes it.
 */
final class PcscSession implements CardSession {
  /** The longest answer with its status word. */
  private static final int ROOM = 65536 + 2;

  private final String reader;
  private final PcscContext context;
  private final Card card;
  private boolean closed;

  PcscSession(String reader, PcscContext context, Card card) {
    this.reader = reader;
    this.context = context;
    this.card = card;
  }

  @Override
  public Bytes answerToReset() {
    return Bytes.of(card.getATR().getBytes());
  }

  @Override
  public byte[] transmit(byte[] command) throws ProblemException {
    byte[] room = new byte[ROOM];
    try {
      int size = card.getBasicChannel().transmit(ByteBuffer.wrap(command), ByteBuffer.wrap(room));
      return Arrays.copyOf(room, size);
    } catch (CardException e) {
      throw PcscCode.of(e).whenTransmitting(reader).asException();
    } catch (IllegalStateException disconnected) {
      throw new DeviceGone(reader).asException();
    } finally {
      Arrays.fill(room, (byte) 0);
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
    } catch (CardException gone) {
      // The device was taken out or the service ended, so that there is nothing to let go of.
      context.close();
    }
    context.close();
  }
}
