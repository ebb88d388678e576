// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * The last group of a checked text, which checks all groups before it: 20 bits, one element of the
 * field of 2^20 elements.
 *
 * <p>The field is GF(2)[x] modulo x^20 + x^19 + x^16 + x^14 + 1, which is primitive. A group is one
 * element, first character in the highest bits. With w = x^20, starting from 1, each group takes
 * the check c to (c + group)·w. One group that is wrong in any way, and any two groups that changed
 * places, are always found, because the powers of w up to the length of a text are all different.
 * Everything else passes one time in 1,048,576.
 */
final class WholeCode {
  static final int POLYNOMIAL = 0x194001;
  private static final int BITS = 20;

  private WholeCode() {}

  /** The check of the first {@code groups} groups of these values, as a number of 20 bits. */
  static int check(byte[] values, int groups) {
    int check = 1;
    for (int group = 0; group < groups; group++) {
      check = timesW(check ^ element(values, group * TextShape.GROUP));
    }
    return check;
  }

  /** The four values at this place as one element. */
  static int element(byte[] values, int from) {
    int element = 0;
    for (int i = 0; i < TextShape.GROUP; i++) {
      element = element << 5 | values[from + i];
    }
    return element;
  }

  /** Writes an element as four values. */
  static void write(int element, byte[] values, int from) {
    for (int i = 0; i < TextShape.GROUP; i++) {
      values[from + i] = (byte) (element >> (5 * (TextShape.GROUP - 1 - i)) & 0x1F);
    }
  }

  private static int timesW(int element) {
    int product = element;
    for (int i = 0; i < BITS; i++) {
      product <<= 1;
      if ((product & 1 << BITS) != 0) {
        product ^= POLYNOMIAL;
      }
    }
    return product;
  }
}
