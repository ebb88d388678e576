// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import java.math.BigInteger;
import java.util.Arrays;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.KeyProblem.WrappedKeyBroken;
import org.keyrite.core.problem.ProblemException;

/** The parts of a decrypted key, each behind its length, while its bytes are lent. */
final class Parts {
  private final byte[] plain;
  private final int[] from;
  private final int[] size;

  /**
   * Finds so many parts.
   *
   * @throws ProblemException {@link WrappedKeyBroken} if one does not end within the bytes
   */
  Parts(byte[] plain, int count) throws ProblemException {
    this.plain = plain;
    from = new int[count];
    size = new int[count];
    int at = PlainKey.SIZE_END;
    for (int i = 0; i < count; i++) {
      int length = at + 2 <= plain.length ? (plain[at] & 0xFF) << 8 | plain[at + 1] & 0xFF : -1;
      if (length < 0 || length > plain.length - at - 2) {
        throw new WrappedKeyBroken("part " + (i + 1)).asException();
      }
      from[i] = at + 2;
      size[i] = length;
      at += 2 + length;
    }
  }

  boolean isEmpty(int index) {
    return size[index] == 0;
  }

  /** A copy of a public part. */
  Bytes bytes(int index) {
    return Bytes.of(Arrays.copyOfRange(plain, from[index], from[index] + size[index]));
  }

  BigInteger number(int index) {
    return new BigInteger(1, plain, from[index], size[index]);
  }

  /** Whether it is the same number, with or without zeros in front. */
  boolean matches(int index, Bytes number) {
    return number(index).equals(new BigInteger(1, number.toByteArray()));
  }

  boolean matchesIfThere(int index, Bytes number) {
    return isEmpty(index) || matches(index, number);
  }

  /**
   * A secret number, to be written with so many bytes.
   *
   * @throws ProblemException {@link WrappedKeyBroken} if it needs more
   */
  PlainKey.Field.Hidden hidden(int index, int full) throws ProblemException {
    int start = from[index];
    int end = start + size[index];
    while (start < end && plain[start] == 0) {
      start++;
    }
    if (end - start > full) {
      throw new WrappedKeyBroken("part " + (index + 1)).asException();
    }
    return new PlainKey.Field.Hidden(start, end - start, full);
  }
}
