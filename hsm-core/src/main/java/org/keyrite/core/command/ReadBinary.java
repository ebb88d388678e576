// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.Optional;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/**
 * Reads a part of a file: {@code 00 B1 file 04 54 02 offset Le} (section 2.2 [2+]). The answer is
 * the bytes themselves; 6282, or 6B00 behind the beginning [inf], says that the file ends. Nothing
 * if there is no such file.
 *
 * @param file its name
 * @param offset where to begin, 0 to 65535
 * @param size the most bytes to answer
 */
public record ReadBinary(FileId file, int offset, int size) implements Command<Optional<FilePart>> {
  private static final String NAME = "READ BINARY";
  private static final int END_OF_FILE = 0x6282;

  @Override
  public CommandApdu encode() {
    return file.asParameters(0x00, 0xB1)
        .put(0x54, 0x02, offset >> 8, offset)
        .expecting(size)
        .build();
  }

  @Override
  public Optional<FilePart> decode(ResponseApdu answer) throws ProblemException {
    int status = answer.status().value();
    if (answer.size() > size) {
      throw new Malformed(NAME, "length", answer.size()).asException();
    }
    boolean isBehindTheEnd = status == Refusal.WRONG_P1_P2_TOO && offset > 0;
    if (status == Refusal.OK || status == END_OF_FILE || isBehindTheEnd) {
      return Optional.of(new FilePart(answer.data(), status != Refusal.OK));
    }
    if (status == Refusal.FILE_NOT_FOUND) {
      return Optional.empty();
    }
    throw Refusal.of(NAME, answer.status());
  }
}
