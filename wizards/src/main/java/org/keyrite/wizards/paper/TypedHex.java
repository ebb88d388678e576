// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Arrays;
import java.util.Optional;
import org.keyrite.core.bytes.Secret;

/**
 * Numbers as tools show them: hex digits, big-endian, with or without colons or blanks between
 * bytes. The first digit may be missing where it is zero.
 */
public final class TypedHex {
  private TypedHex() {}

  /**
   * The bytes of the number in these characters, if that is what they are; the caller owns them,
   * and wipes what was typed.
   */
  public static Optional<Secret> parse(char[] typed, int from, int to) {
    int left = 0;
    for (int i = from; i < to; i++) {
      left += isGap(typed[i]) ? 0 : 1;
    }
    byte[] bytes = new byte[(left + 1) / 2];
    boolean hex = left > 0;
    boolean begun = false;
    for (int i = from; i < to && hex; i++) {
      if (isGap(typed[i])) {
        // A gap inside a byte: a digit was left out before it or after it.
        hex = !begun || left % 2 == 0;
      } else {
        int digit = typed[i] < 0x80 ? Character.digit(typed[i], 16) : -1;
        hex = digit >= 0;
        if (hex) {
          bytes[bytes.length - (left + 1) / 2] |= (byte) (left % 2 == 0 ? digit << 4 : digit);
          left--;
          begun = true;
        }
      }
    }
    if (!hex) {
      Arrays.fill(bytes, (byte) 0);
      return Optional.empty();
    }
    return Optional.of(Secret.taking(bytes));
  }

  private static boolean isGap(char typed) {
    return typed == ':' || typed == ' ' || typed == '\t';
  }
}
