// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/**
 * Bytes that a real device would never give away: a PIN, a key. A simulated device keeps them in
 * the clear, so this is no {@link org.keyrite.core.bytes.Secret}; it only keeps them out of every
 * text. Immutable; compares by content.
 */
public final class Hidden {
  private final byte[] content;

  private Hidden(byte[] content) {
    this.content = content;
  }

  static Hidden of(Bytes content) {
    return new Hidden(content.toByteArray());
  }

  /** So many bytes of these. */
  static Hidden random(int size, RandomGenerator random) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return new Hidden(bytes);
  }

  int size() {
    return content.length;
  }

  Bytes bytes() {
    return Bytes.of(content);
  }

  boolean matches(Bytes candidate) {
    return MessageDigest.isEqual(content, candidate.toByteArray());
  }

  /** Both of the same size, added without carry. */
  Hidden xor(Bytes other) {
    byte[] sum = content.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] ^= (byte) other.at(i);
    }
    return new Hidden(sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hidden hidden && Arrays.equals(content, hidden.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " hidden bytes";
  }
}
