// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

/**
 * Writes a part of a file, which comes into being if it is not there: {@code 00 D7 file Lc 54 02
 * offset 53 L data} (section 2.3 [2+]). Bytes behind the part stay as they are.
 *
 * @param file its name
 * @param offset where to begin, 0 to 65535
 * @param content public bytes
 */
public record UpdateBinary(FileId file, int offset, Bytes content) implements Command<Done> {
  private static final String NAME = "UPDATE BINARY";
  private static final Tag DATA = new Tag(0x53);

  @Override
  public CommandApdu encode() {
    return file.asParameters(0x00, 0xD7)
        .put(0x54, 0x02, offset >> 8, offset)
        .put(new Tlv(DATA, content).encode())
        .build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return Refusal.done(NAME, answer);
  }
}
