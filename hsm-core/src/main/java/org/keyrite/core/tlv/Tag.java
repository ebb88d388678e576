// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.tlv;

import org.keyrite.core.bytes.Bytes;

/**
 * A BER tag of one to three bytes, written as one number: {@code 0x30}, {@code 0x7F21}, {@code
 * 0x5F1F}.
 *
 * @param value the tag's bytes, big-endian
 */
public record Tag(int value) {
  static final int MAX_SIZE = 3;

  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_FORM = 0x1F;

  /**
   * A tag whose bytes form exactly one tag.
   *
   * @throws IllegalArgumentException if they do not
   */
  public Tag {
    if (value < 0 || value > 0xFFFFFF || sizeFrom(value) != sizeOf(value)) {
      throw new IllegalArgumentException("no tag: " + Integer.toHexString(value));
    }
  }

  private static int sizeOf(int value) {
    return value > 0xFFFF ? 3 : value > 0xFF ? 2 : 1;
  }

  private static int sizeFrom(int value) {
    int size = sizeOf(value);
    int first = value >> 8 * (size - 1);
    if ((first & LONG_FORM) != LONG_FORM) {
      return 1;
    }
    if (size == 1 || (value >> 8 * (size - 2) & 0x7F) < (size == 2 ? LONG_FORM : 1)) {
      return -1;
    }
    for (int i = size - 2; i >= 0; i--) {
      if ((value >> 8 * i & 0x80) == 0) {
        return size - i;
      }
    }
    return -1;
  }

  /** How many bytes the tag has. */
  public int size() {
    return sizeOf(value);
  }

  /** Whether the content is a sequence of TLVs. */
  public boolean isConstructed() {
    return (value >> 8 * (size() - 1) & CONSTRUCTED) != 0;
  }

  /** The tag as it is written. */
  public Bytes encode() {
    byte[] bytes = new byte[size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (value >> 8 * (bytes.length - 1 - i));
    }
    return Bytes.of(bytes);
  }

  @Override
  public String toString() {
    return "%02X".formatted(value);
  }
}
