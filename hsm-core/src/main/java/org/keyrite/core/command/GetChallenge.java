// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/**
 * Random bytes of the device: {@code 00 84 00 00 Le} (section 1.6 [2+]). The caller owns what comes
 * back.
 *
 * @param size 1 to 1024; a reader that carries short commands only gives up to 256
 */
public record GetChallenge(int size) implements Command<Secret> {
  /** The most bytes that a short command can ask for. */
  public static final int MOST_IN_SHORT = 256;

  private static final String NAME = "GET CHALLENGE";
  private static final int MOST = 1024;

  /**
   * So many bytes.
   *
   * @throws IllegalArgumentException if a device does not give so many
   */
  public GetChallenge {
    if (size < 1 || size > MOST) {
      throw new IllegalArgumentException("challenge of " + size + " bytes");
    }
  }

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x84, 0x00, 0x00).expecting(size).build();
  }

  @Override
  public Secret decode(ResponseApdu answer) throws ProblemException {
    if (!answer.status().isOk()) {
      throw Refusal.of(NAME, answer.status());
    }
    if (answer.size() != size) {
      throw new Malformed(NAME, "length", answer.size()).asException();
    }
    return answer.secret();
  }
}
