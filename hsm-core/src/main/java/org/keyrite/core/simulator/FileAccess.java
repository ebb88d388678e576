// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.TlvReader;

/**
 * Where a command reads or writes: {@code 54 02 offset}, and to write {@code 53 L data} behind it.
 * Nothing else may be there.
 *
 * @param offset 0 to 65535
 * @param data what to write, empty to read
 */
record FileAccess(int offset, Bytes data) {
  private static final Tag OFFSET = new Tag(0x54);
  private static final Tag DATA = new Tag(0x53);
  private static final int OFFSET_SIZE = 2;

  static Optional<FileAccess> toRead(Bytes command) {
    return parse(command, false);
  }

  static Optional<FileAccess> toWrite(Bytes command) {
    return parse(command, true);
  }

  private static Optional<FileAccess> parse(Bytes command, boolean writes) {
    TlvReader reader = TlvReader.of("file access", command);
    try {
      Bytes offset = reader.next(OFFSET);
      Bytes data = writes ? reader.next(DATA) : Bytes.EMPTY;
      reader.finish();
      return offset.size() == OFFSET_SIZE
          ? Optional.of(new FileAccess(offset.at(0) << 8 | offset.at(1), data))
          : Optional.empty();
    } catch (ProblemException malformed) {
      return Optional.empty();
    }
  }
}
