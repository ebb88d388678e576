// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.random;

import java.security.MessageDigest;
import java.util.Arrays;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.SystemProblem.RandomnessStuck;

/**
 * A source that is refused as soon as it repeats itself: a block of 64 bytes that is one pattern of
 * 1, 2, 4, 8, 16 or 32 bytes over and over, or the same block twice running. Of the last block only
 * a SHA-256 is kept. A sound source trips this once in 2^256 blocks; the check finds broken
 * generators, never weak ones.
 */
final class WatchedRandom {
  static final int BLOCK = 64;

  private final RandomSource source;
  private Bytes lastBlock = Bytes.EMPTY;

  WatchedRandom(RandomSource source) {
    this.source = source;
  }

  String name() {
    return source.name();
  }

  /** Overwrites a block of {@link #BLOCK} bytes. */
  void fill(byte[] block) throws ProblemException {
    source.fill(block);
    Bytes digest = Bytes.of(sha256(block));
    if (repeatsItself(block) || digest.equals(lastBlock)) {
      Arrays.fill(block, (byte) 0);
      throw new RandomnessStuck(name()).asException();
    }
    lastBlock = digest;
  }

  private static byte[] sha256(byte[] block) {
    MessageDigest digest = Hkdf.digest("SHA-256");
    try {
      return digest.digest(block);
    } finally {
      digest.reset();
    }
  }

  private static boolean repeatsItself(byte[] block) {
    for (int period = 1; period < block.length; period *= 2) {
      if (Arrays.equals(block, 0, block.length - period, block, period, block.length)) {
        return true;
      }
    }
    return false;
  }
}
