// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;

/**
 * Random safe primes p = 2q + 1, q prime, with both top bits set as OpenSSL makes them. Small
 * factors of q and p are sieved out of a window behind a random start; the few numbers that are
 * left are tested. A prime behind a long gap is a little more likely than another: of no account,
 * since the prime is public.
 */
final class SafePrime {
  private static final int WINDOW = 1 << 14;
  private static final int[] SMALL_PRIMES = primesBelow(1 << 12);

  /** A composite passes with a chance below 2^-128. */
  private static final int CERTAINTY = 128;

  private SafePrime() {}

  /** A safe prime of exactly so many bits. */
  static BigInteger draw(int bits, RandomSource random) throws ProblemException {
    while (true) {
      BigInteger start =
          new BigInteger(1, random.bytes(bits / 8).toByteArray())
              .shiftRight(1)
              .setBit(bits - 2)
              .setBit(bits - 3)
              .setBit(0);
      BitSet composite = sieve(start);
      for (int i = composite.nextClearBit(0); i < WINDOW; i = composite.nextClearBit(i + 1)) {
        BigInteger q = start.add(BigInteger.valueOf(2L * i));
        BigInteger p = q.shiftLeft(1).setBit(0);
        if (p.bitLength() == bits && isSafe(q, p)) {
          return p;
        }
      }
    }
  }

  private static boolean isSafe(BigInteger q, BigInteger p) {
    return q.isProbablePrime(1)
        && p.isProbablePrime(1)
        && q.isProbablePrime(CERTAINTY)
        && p.isProbablePrime(CERTAINTY);
  }

  /** Bit i is set if start + 2i, or twice that plus one, has a small factor. */
  private static BitSet sieve(BigInteger start) {
    BitSet composite = new BitSet(WINDOW);
    for (int factor : SMALL_PRIMES) {
      int rest = start.mod(BigInteger.valueOf(factor)).intValue();
      for (int i = 0; i < factor && i < WINDOW; i++) {
        int q = (rest + 2 * i) % factor;
        if (q == 0 || (2 * q + 1) % factor == 0) {
          for (int j = i; j < WINDOW; j += factor) {
            composite.set(j);
          }
        }
      }
    }
    return composite;
  }

  private static int[] primesBelow(int limit) {
    List<Integer> primes = new ArrayList<>();
    BitSet composite = new BitSet(limit);
    for (int n = 3; n < limit; n += 2) {
      if (!composite.get(n)) {
        primes.add(n);
        for (int multiple = 3 * n; multiple < limit; multiple += 2 * n) {
          composite.set(multiple);
        }
      }
    }
    return primes.stream().mapToInt(Integer::intValue).toArray();
  }
}
