// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.problem.DeviceProblem.ObjectMissing;
import org.keyrite.core.problem.ProblemException;

/**
 * Deletes a file or key: {@code 00 E4 02 00 02 file}, after log-in (section 2.4 [2+]). With a key,
 * its description and certificate stay and must be deleted too.
 *
 * @param file its name
 */
public record DeleteFile(FileId file) implements Command<Done> {
  private static final String NAME = "DELETE FILE";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0xE4, 0x02, 0x00).put(file.type(), file.number()).build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    if (answer.status().value() == Refusal.FILE_NOT_FOUND) {
      throw new ObjectMissing(file.toString()).asException();
    }
    return Refusal.done(NAME, answer);
  }
}
