// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Arrays;

/**
 * Douglas Crockford's base32 alphabet: digits and capitals without I, L, O and U, so that no two
 * symbols are the same letter in another hand. Five bits a symbol, first bit first.
 */
final class Crockford {
  /** What {@link #value} and {@link #fold} give for a character outside the alphabet. */
  static final int FOREIGN = -1;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final byte[] VALUES = values();

  private Crockford() {}

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) FOREIGN);
    for (int value = 0; value < ALPHABET.length(); value++) {
      values[ALPHABET.charAt(value)] = (byte) value;
    }
    return values;
  }

  /** The character of a value, 0 to 31. */
  static char symbol(int value) {
    return ALPHABET.charAt(value);
  }

  /** The value of a character as typed, after {@link #fold}, or {@link #FOREIGN}. */
  static int value(char typed) {
    int folded = fold(typed);
    return folded == FOREIGN ? FOREIGN : VALUES[folded];
  }

  /**
   * The symbol that a typed character stands for: lower case becomes upper case, O becomes 0, I and
   * L become 1. {@link #FOREIGN} for everything else that is not in the alphabet.
   */
  static int fold(char typed) {
    char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
    return switch (upper) {
      case 'O' -> '0';
      case 'I', 'L' -> '1';
      default -> upper < VALUES.length && VALUES[upper] != FOREIGN ? upper : FOREIGN;
    };
  }

  /** Whether people write this character between groups, where it means nothing. */
  static boolean isGap(char typed) {
    return typed == ' ' || typed == '-' || typed == '\u00A0' || typed == '\t';
  }

  /** The values of these bytes, the last one filled up with zero bits. */
  static byte[] split(byte[] bytes) {
    byte[] values = new byte[(bytes.length * 8 + 4) / 5];
    for (int i = 0; i < values.length; i++) {
      int bit = i * 5;
      int window = (bytes[bit / 8] & 0xFF) << 8;
      if (bit / 8 + 1 < bytes.length) {
        window |= bytes[bit / 8 + 1] & 0xFF;
      }
      values[i] = (byte) (window >> (11 - bit % 8) & 0x1F);
    }
    return values;
  }

  /** As many bytes as asked for out of these values; bits that are left over are not looked at. */
  static byte[] join(byte[] values, int size) {
    byte[] bytes = new byte[size];
    for (int bit = 0; bit < size * 8; bit++) {
      int set = values[bit / 5] >> (4 - bit % 5) & 1;
      bytes[bit / 8] |= (byte) (set << (7 - bit % 8));
    }
    return bytes;
  }
}
