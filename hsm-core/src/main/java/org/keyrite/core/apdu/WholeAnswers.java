// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.ProblemException;

/**
 * Fetches answers that a card gives in pieces over another channel, as it must where a reader
 * carries short commands only (ISO 7816-4; byte reference, section 15).
 *
 * <pre>
 * 61xx   there is more: GET RESPONSE 00 C0 00 00 xx, until another status word comes
 * 6Cxx   another Le was wanted: the same short command once more, with Le xx
 * </pre>
 *
 * <p>What goes through is wiped where it does not go on to the caller.
 *
 * @param inner the way to the card
 */
public record WholeAnswers(CardChannel inner) implements CardChannel {
  private static final int MORE = 0x61;
  private static final int OTHER_LENGTH = 0x6C;
  private static final int SHORTEST_WITH_LE = 5;

  /** Where a short command says how many bytes of data follow, or else its Le. */
  private static final int LENGTH = 4;

  @Override
  public byte[] transmit(byte[] command) throws ProblemException {
    // Some channels overwrite what they sent.
    byte[] kept = command.clone();
    try {
      byte[] answer = inner.transmit(command);
      if (sw1(answer) == OTHER_LENGTH && hasShortLe(kept)) {
        kept[kept.length - 1] = answer[answer.length - 1];
        Arrays.fill(answer, (byte) 0);
        answer = inner.transmit(kept);
      }
      return sw1(answer) == MORE ? whole(answer) : answer;
    } finally {
      Arrays.fill(kept, (byte) 0);
    }
  }

  private static int sw1(byte[] answer) {
    return answer.length < StatusWord.SIZE ? 0 : answer[answer.length - StatusWord.SIZE] & 0xFF;
  }

  private static boolean hasShortLe(byte[] command) {
    if (command.length == SHORTEST_WITH_LE) {
      return true;
    }
    int data = command.length > SHORTEST_WITH_LE ? command[LENGTH] & 0xFF : 0;
    return data > 0 && command.length == LENGTH + 1 + data + 1;
  }

  private byte[] whole(byte[] first) throws ProblemException {
    Pieces pieces = new Pieces();
    try {
      byte[] piece = first;
      while (sw1(piece) == MORE) {
        byte length = piece[piece.length - 1];
        pieces.take(piece);
        piece = inner.transmit(new byte[] {0x00, (byte) 0xC0, 0x00, 0x00, length});
        boolean isStuck = sw1(piece) == MORE && piece.length == StatusWord.SIZE;
        if (isStuck || pieces.size() > CommandApdu.LONGEST_ANSWER) {
          Arrays.fill(piece, (byte) 0);
          throw new AnswerMalformed("GET RESPONSE", "length", pieces.size()).asException();
        }
      }
      return pieces.endingWith(piece);
    } finally {
      pieces.wipe();
    }
  }

  /** The data so far. A room that becomes too small is wiped when it is left. */
  private static final class Pieces extends ByteArrayOutputStream {
    private static final int ROOM = 4096;

    Pieces() {
      super(ROOM);
    }

    /** Appends the data of an answer, which is wiped. */
    void take(byte[] answer) {
      int data = answer.length - StatusWord.SIZE;
      if (count + data > buf.length) {
        byte[] larger = Arrays.copyOf(buf, Math.max(2 * buf.length, count + data));
        Arrays.fill(buf, (byte) 0);
        buf = larger;
      }
      write(answer, 0, data);
      Arrays.fill(answer, (byte) 0);
    }

    /** Everything, with the last piece and its status word, which is wiped. */
    byte[] endingWith(byte[] last) {
      byte[] all = Arrays.copyOf(buf, count + last.length);
      System.arraycopy(last, 0, all, count, last.length);
      Arrays.fill(last, (byte) 0);
      return all;
    }

    void wipe() {
      Arrays.fill(buf, (byte) 0);
      reset();
    }
  }
}
