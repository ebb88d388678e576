// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Optional;

/**
 * What a payload is. Its first byte says it: the upper four bits are the version of the format, 1,
 * the lower four the kind. The kind fixes the size, and the size the number of lines to type.
 */
public enum PayloadKind {
  /** A password share over a prime of 64 bits, the strength of sc-hsm-tool's own quorums. */
  SHARE_64(0x11, 10 + 2 * 8),
  /** A password share over a prime of 128 bits, our default. */
  SHARE_128(0x12, 10 + 2 * 16),
  /** A share file. */
  SHARE_FILE(0x13, 9 + 64);

  private final int firstByte;
  private final int size;

  PayloadKind(int firstByte, int size) {
    this.firstByte = firstByte;
    this.size = size;
  }

  /** The first byte of a payload of this kind. */
  int firstByte() {
    return firstByte;
  }

  /** How many bytes a payload of this kind has. */
  public int size() {
    return size;
  }

  /** How its checked text is laid out. */
  public TextShape shape() {
    return new TextShape(size);
  }

  /** The kind whose payloads begin with this byte, 0 to 255. */
  static Optional<PayloadKind> ofFirstByte(int firstByte) {
    for (PayloadKind kind : values()) {
      if (kind.firstByte == firstByte) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
