// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.tlv;

import org.keyrite.core.bytes.Bytes;

/** A tag and its content. */
public record Tlv(Tag tag, Bytes value) {

  /** Tag, shortest length, content. */
  public Bytes encode() {
    return tag.encode().plus(length(value.size())).plus(value);
  }

  private static Bytes length(int size) {
    if (size < 0x80) {
      return Bytes.of((byte) size);
    }
    Bytes digits = Bytes.EMPTY;
    for (int rest = size; rest > 0; rest >>>= 8) {
      digits = Bytes.of((byte) rest).plus(digits);
    }
    return Bytes.of((byte) (0x80 | digits.size())).plus(digits);
  }
}
