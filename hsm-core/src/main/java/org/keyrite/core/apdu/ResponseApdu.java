// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import java.util.Arrays;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.ProblemException;

/**
 * An answer of ISO 7816-4: data, then two bytes of {@link StatusWord}. The data may be secret:
 * closing overwrites them, and the text shows only how many there are.
 */
public final class ResponseApdu implements AutoCloseable {
  private final byte[] content;

  private ResponseApdu(byte[] content) {
    this.content = content;
  }

  /**
   * Takes over the array that a channel returned.
   *
   * @throws ProblemException {@link AnswerMalformed} if it has no room for a status word
   */
  public static ResponseApdu taking(byte[] content) throws ProblemException {
    if (content.length < StatusWord.SIZE) {
      Arrays.fill(content, (byte) 0);
      throw new AnswerMalformed("APDU", "status", content.length).asException();
    }
    return new ResponseApdu(content);
  }

  /** How the card took the command. */
  public StatusWord status() {
    return new StatusWord(
        (content[content.length - 2] & 0xFF) << 8 | content[content.length - 1] & 0xFF);
  }

  /** How many bytes of data there are. */
  public int size() {
    return content.length - StatusWord.SIZE;
  }

  /** The data, where they are public. */
  public Bytes data() {
    return Bytes.of(Arrays.copyOf(content, size()));
  }

  /** The data, where they are secret; the caller owns them. */
  public Secret secret() {
    return Secret.taking(Arrays.copyOf(content, size()));
  }

  /** Overwrites the answer. */
  @Override
  public void close() {
    Arrays.fill(content, (byte) 0);
  }

  @Override
  public String toString() {
    return size() + " bytes, " + status();
  }
}
