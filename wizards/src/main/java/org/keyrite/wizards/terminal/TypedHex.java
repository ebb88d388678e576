// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.Arrays;
import java.util.Optional;
import org.keyrite.core.bytes.Secret;

/** Bytes as sc-hsm-tool shows them: two hex digits each, with colons or blanks between them. */
final class TypedHex {
  private TypedHex() {}

  /**
   * The bytes of these characters, if that is what they are; the caller owns them, and wipes what
   * was typed.
   */
  static Optional<Secret> parse(char[] typed, int from, int to) {
    byte[] bytes = new byte[(to - from) / 2];
    int digits = 0;
    boolean hex = true;
    for (int i = from; i < to && hex; i++) {
      if (typed[i] != ':' && typed[i] != ' ' && typed[i] != '\t') {
        int digit = typed[i] < 0x80 ? Character.digit(typed[i], 16) : -1;
        hex = digit >= 0 && digits / 2 < bytes.length;
        if (hex) {
          bytes[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
          digits++;
        }
      }
    }
    try {
      return hex && digits > 0 && digits % 2 == 0
          ? Optional.of(Secret.taking(Arrays.copyOf(bytes, digits / 2)))
          : Optional.empty();
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
