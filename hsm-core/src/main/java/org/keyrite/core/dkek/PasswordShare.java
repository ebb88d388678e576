// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.math.BigInteger;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;

/**
 * What one custodian of a quorum holds: a point of the polynomial. Its owner closes it.
 *
 * @param prime the modulus, the same for the whole set; public within the set
 * @param id 1 to n
 * @param threshold how many shares join, 0 if unknown
 * @param total n, 0 if unknown
 * @param value the point's value, big-endian, as many bytes as the prime has; owned by this share
 */
public record PasswordShare(BigInteger prime, int id, int threshold, int total, Secret value)
    implements AutoCloseable {

  /**
   * A share of checked parts.
   *
   * @throws IllegalArgumentException if they do not go together; {@link PasswordShares} is for
   *     parts from outside
   */
  public PasswordShare {
    if (id < 1 || value.size() != PrimeField.width(prime)) {
      throw new IllegalArgumentException("share " + id + " of " + value.size() + " bytes");
    }
  }

  /** The prime as bytes, as many as every value has. */
  public Bytes primeBytes() {
    return Bytes.of(PrimeField.toBytes(prime, value.size()));
  }

  @Override
  public void close() {
    value.close();
  }
}
