// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.practice;

import java.util.function.BooleanSupplier;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.NotTransmitted;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.simulator.Card;

/**
 * A session with a simulated device. What it is told lies in memory in the clear, as in a device.
 */
final class PracticeSession implements CardSession {
  private static final int LENGTH = 4;

  /** What PC/SC says where a reader did not pass a command on. */
  private static final String NOT_TRANSACTED = "80100016";

  private final String reader;
  private final Card card;
  private final boolean isShort;
  private final BooleanSupplier isStillThere;
  private boolean ended;

  PracticeSession(String reader, Card card, boolean isShort, BooleanSupplier isStillThere) {
    this.reader = reader;
    this.card = card;
    this.isShort = isShort;
    this.isStillThere = isStillThere;
  }

  @Override
  public Bytes answerToReset() {
    return card.atr();
  }

  @Override
  public byte[] transmit(byte[] command) throws ProblemException {
    ended |= !isStillThere.getAsBoolean();
    if (!ended && isShort && isExtended(command)) {
      throw new NotTransmitted(reader, NOT_TRANSACTED).asException();
    }
    if (!ended) {
      Bytes answer = card.transmit(Bytes.of(command));
      if (answer.size() > 0) {
        return answer.toByteArray();
      }
      ended = true;
    }
    throw new DeviceGone(reader).asException();
  }

  /** A zero in the place of the short length, and more behind it. */
  private static boolean isExtended(byte[] command) {
    return command.length > LENGTH + 1 && command[LENGTH] == 0;
  }

  @Override
  public void close() {
    if (!ended && isStillThere.getAsBoolean()) {
      card.reset();
    }
    ended = true;
  }
}
