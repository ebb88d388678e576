// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.math.BigInteger;
import java.util.Arrays;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;

/**
 * Numbers below a prime, in arrays that can be wiped: what {@link BigInteger} cannot promise. A
 * number is an array of 32-bit limbs, least first, with room for one bit more than the prime needs.
 * Products are with public factors only, so all there is to compute is sums; no step depends on the
 * value of a secret.
 */
final class PrimeField {
  private static final long LIMB = 0xFFFFFFFFL;

  private final BigInteger prime;
  private final int[] modulus;

  PrimeField(BigInteger prime) {
    this.prime = prime;
    this.modulus = limbs(toBytes(prime, width()));
  }

  /** How many bytes the prime has. */
  int width() {
    return width(prime);
  }

  static int width(BigInteger prime) {
    return (prime.bitLength() + 7) / 8;
  }

  /** A public number in so many bytes, big-endian. */
  static byte[] toBytes(BigInteger number, int size) {
    byte[] bytes = number.toByteArray();
    int skipped = Math.max(0, bytes.length - size);
    byte[] padded = new byte[size];
    int from = size - (bytes.length - skipped);
    System.arraycopy(bytes, skipped, padded, from, size - from);
    return padded;
  }

  int[] zero() {
    return new int[prime.bitLength() / 32 + 1];
  }

  /** Whether these big-endian bytes, of any number, are a number below the prime. */
  boolean holds(byte[] bigEndian) {
    int excess = 0;
    for (int i = 0; i < bigEndian.length - width(); i++) {
      excess |= bigEndian[i];
    }
    int[] number = limbs(bigEndian);
    try {
      return excess == 0 && subtractModulus(number) != 0;
    } finally {
      wipe(number);
    }
  }

  /** The number in these big-endian bytes, which this field {@link #holds}. */
  int[] read(byte[] bigEndian) {
    if (!holds(bigEndian)) {
      throw new IllegalArgumentException("number not below the prime");
    }
    return limbs(bigEndian);
  }

  private int[] limbs(byte[] bigEndian) {
    int[] number = zero();
    int size = Math.min(bigEndian.length, width());
    for (int i = 0; i < size; i++) {
      number[i / 4] |= (bigEndian[bigEndian.length - 1 - i] & 0xFF) << 8 * (i % 4);
    }
    return number;
  }

  /** The number as so many big-endian bytes, at least {@link #width}. */
  byte[] write(int[] number, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < width(); i++) {
      bytes[size - 1 - i] = (byte) (number[i / 4] >> 8 * (i % 4));
    }
    return bytes;
  }

  /** Adds {@code term} to {@code sum}. */
  void add(int[] sum, int[] term) {
    long carry = 0;
    for (int i = 0; i < sum.length; i++) {
      carry += (sum[i] & LIMB) + (term[i] & LIMB);
      sum[i] = (int) carry;
      carry >>>= 32;
    }
    addModulus(sum, subtractModulus(sum));
  }

  /** Subtracts the prime; all bits set if the number was below it, else none. */
  private int subtractModulus(int[] number) {
    long borrow = 0;
    for (int i = 0; i < number.length; i++) {
      borrow += (number[i] & LIMB) - (modulus[i] & LIMB);
      number[i] = (int) borrow;
      borrow >>= 32;
    }
    return (int) borrow;
  }

  private void addModulus(int[] number, int mask) {
    long carry = 0;
    for (int i = 0; i < number.length; i++) {
      carry += (number[i] & LIMB) + (modulus[i] & mask & LIMB);
      number[i] = (int) carry;
      carry >>>= 32;
    }
  }

  /** The product with a factor that is public; {@code number} stays as it is. */
  int[] times(int[] number, BigInteger publicFactor) {
    int[] product = zero();
    for (int bit = publicFactor.bitLength() - 1; bit >= 0; bit--) {
      add(product, product);
      if (publicFactor.testBit(bit)) {
        add(product, number);
      }
    }
    return product;
  }

  /** A number below the prime, each as likely as any other: others are drawn again. */
  int[] draw(RandomSource random) throws ProblemException {
    byte[] bytes = new byte[width()];
    int surplus = 8 * width() - prime.bitLength();
    try {
      do {
        random.fill(bytes);
        bytes[0] &= (byte) (0xFF >> surplus);
      } while (!holds(bytes));
      return limbs(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  static void wipe(int[] number) {
    Arrays.fill(number, 0);
  }
}
