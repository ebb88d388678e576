// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.util.HexFormat;
import java.util.Locale;
import org.keyrite.core.bytes.Bytes;

/**
 * Tells whether two devices have the same key encryption key: the first 8 bytes of SHA-256 over the
 * DKEK. A device's own is public; that of one share among several is as private as the share.
 *
 * @param value 8 bytes
 */
public record KeyCheckValue(Bytes value) {
  /** How many bytes it has. */
  public static final int SIZE = 8;

  /**
   * A check value of these bytes.
   *
   * @throws IllegalArgumentException if there are not 8 of them
   */
  public KeyCheckValue {
    if (value.size() != SIZE) {
      throw new IllegalArgumentException("key check value of " + value.size() + " bytes");
    }
  }

  /**
   * The check value written in this text.
   *
   * @throws IllegalArgumentException if it is not 16 hex digits
   */
  public static KeyCheckValue fromText(String text) {
    return new KeyCheckValue(Bytes.of(HexFormat.of().parseHex(text)));
  }

  /** Whether it says that there is no key: all bytes are zero. */
  public boolean isNone() {
    for (int i = 0; i < SIZE; i++) {
      if (value.at(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** 16 upper-case hex digits. */
  public String toText() {
    return value.toHex().toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return toText();
  }
}
