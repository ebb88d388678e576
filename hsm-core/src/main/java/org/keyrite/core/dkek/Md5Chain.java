// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

/**
 * MD5 over its own 16-byte result, again and again: what a share file's key derivation spends its
 * time on.
 *
 * <p>The message has one shape: four live words, then {@code 0x80}, zeros, and the length of 128
 * bits. So words 4 and 14 are added to the step constants once, and words that are zero are left
 * out. Three more things make it faster than the runtime's intrinsic, each found by measuring:
 *
 * <ul>
 *   <li>All 68 constants come from an array that is a parameter. Literals, or static final numbers,
 *       the compiler moves down the sums and through the rotations: one more addition on every
 *       step's critical path, and most rotations become two shifts.
 *   <li>The second round's function is a sum of two disjoint halves; the half without the newest
 *       word is added early.
 *   <li>A call does a small number of repetitions, so that the method is compiled because it is
 *       called often, not while it runs.
 * </ul>
 */
final class Md5Chain {
  /** The words of a digest. */
  static final int WORDS = 4;

  private static final int STEPS = 64;
  private static final int PER_CALL = 20;

  private Md5Chain() {}

  /** The 64 step constants with the message's fixed words added, then the chaining values. */
  static int[] constants() {
    int[] k = new int[STEPS + WORDS];
    for (int i = 0; i < STEPS; i++) {
      int word =
          switch (i / 16) {
            case 0 -> i;
            case 1 -> 5 * i + 1;
            case 2 -> 3 * i + 5;
            default -> 7 * i;
          };
      int fixed =
          switch (word % 16) {
            case 4 -> 0x80;
            case 14 -> 128;
            default -> 0;
          };
      k[i] = (int) (long) (Math.abs(StrictMath.sin(i + 1)) * (1L << 32)) + fixed;
    }
    k[STEPS] = 0x67452301;
    k[STEPS + 1] = 0xEFCDAB89;
    k[STEPS + 2] = 0x98BADCFE;
    k[STEPS + 3] = 0x10325476;
    return k;
  }

  /**
   * Replaces a digest by its digest, so many times.
   *
   * @param digest the digest's four words, little-endian as in RFC 1321
   * @param constants what {@link #constants} returned
   */
  static void advance(int[] digest, int[] constants, int times) {
    int left = times;
    for (; left >= PER_CALL; left -= PER_CALL) {
      repeat(digest, constants, PER_CALL);
    }
    repeat(digest, constants, left);
  }

  private static void repeat(int[] digest, int[] k, int times) {
    if (k.length != STEPS + WORDS) {
      throw new IllegalArgumentException(k.length + " constants");
    }
    int w0 = digest[0];
    int w1 = digest[1];
    int w2 = digest[2];
    int w3 = digest[3];
    for (int n = 0; n < times; n++) {
      int a = k[64];
      int b = k[65];
      int c = k[66];
      int d = k[67];

      a = f(a, b, c, d, k[0] + w0, 7);
      d = f(d, a, b, c, k[1] + w1, 12);
      c = f(c, d, a, b, k[2] + w2, 17);
      b = f(b, c, d, a, k[3] + w3, 22);
      a = f(a, b, c, d, k[4], 7);
      d = f(d, a, b, c, k[5], 12);
      c = f(c, d, a, b, k[6], 17);
      b = f(b, c, d, a, k[7], 22);
      a = f(a, b, c, d, k[8], 7);
      d = f(d, a, b, c, k[9], 12);
      c = f(c, d, a, b, k[10], 17);
      b = f(b, c, d, a, k[11], 22);
      a = f(a, b, c, d, k[12], 7);
      d = f(d, a, b, c, k[13], 12);
      c = f(c, d, a, b, k[14], 17);
      b = f(b, c, d, a, k[15], 22);

      a = g(a, b, c, d, k[16] + w1, 5);
      d = g(d, a, b, c, k[17], 9);
      c = g(c, d, a, b, k[18], 14);
      b = g(b, c, d, a, k[19] + w0, 20);
      a = g(a, b, c, d, k[20], 5);
      d = g(d, a, b, c, k[21], 9);
      c = g(c, d, a, b, k[22], 14);
      b = g(b, c, d, a, k[23], 20);
      a = g(a, b, c, d, k[24], 5);
      d = g(d, a, b, c, k[25], 9);
      c = g(c, d, a, b, k[26] + w3, 14);
      b = g(b, c, d, a, k[27], 20);
      a = g(a, b, c, d, k[28], 5);
      d = g(d, a, b, c, k[29] + w2, 9);
      c = g(c, d, a, b, k[30], 14);
      b = g(b, c, d, a, k[31], 20);

      a = h(a, b, c, d, k[32], 4);
      d = h(d, a, b, c, k[33], 11);
      c = h(c, d, a, b, k[34], 16);
      b = h(b, c, d, a, k[35], 23);
      a = h(a, b, c, d, k[36] + w1, 4);
      d = h(d, a, b, c, k[37], 11);
      c = h(c, d, a, b, k[38], 16);
      b = h(b, c, d, a, k[39], 23);
      a = h(a, b, c, d, k[40], 4);
      d = h(d, a, b, c, k[41] + w0, 11);
      c = h(c, d, a, b, k[42] + w3, 16);
      b = h(b, c, d, a, k[43], 23);
      a = h(a, b, c, d, k[44], 4);
      d = h(d, a, b, c, k[45], 11);
      c = h(c, d, a, b, k[46], 16);
      b = h(b, c, d, a, k[47] + w2, 23);

      a = i(a, b, c, d, k[48] + w0, 6);
      d = i(d, a, b, c, k[49], 10);
      c = i(c, d, a, b, k[50], 15);
      b = i(b, c, d, a, k[51], 21);
      a = i(a, b, c, d, k[52], 6);
      d = i(d, a, b, c, k[53] + w3, 10);
      c = i(c, d, a, b, k[54], 15);
      b = i(b, c, d, a, k[55] + w1, 21);
      a = i(a, b, c, d, k[56], 6);
      d = i(d, a, b, c, k[57], 10);
      c = i(c, d, a, b, k[58], 15);
      b = i(b, c, d, a, k[59], 21);
      a = i(a, b, c, d, k[60], 6);
      d = i(d, a, b, c, k[61], 10);
      c = i(c, d, a, b, k[62] + w2, 15);
      b = i(b, c, d, a, k[63], 21);

      w0 = a + k[64];
      w1 = b + k[65];
      w2 = c + k[66];
      w3 = d + k[67];
    }
    digest[0] = w0;
    digest[1] = w1;
    digest[2] = w2;
    digest[3] = w3;
  }

  private static int f(int a, int b, int c, int d, int term, int turn) {
    return b + Integer.rotateLeft(a + term + (d ^ b & (c ^ d)), turn);
  }

  private static int g(int a, int b, int c, int d, int term, int turn) {
    return b + Integer.rotateLeft(a + term + (c & ~d) + (b & d), turn);
  }

  private static int h(int a, int b, int c, int d, int term, int turn) {
    return b + Integer.rotateLeft(a + term + (c ^ d ^ b), turn);
  }

  private static int i(int a, int b, int c, int d, int term, int turn) {
    return b + Integer.rotateLeft(a + term + (c ^ (b | ~d)), turn);
  }
}
