// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.math.BigInteger;
import java.util.List;
import org.keyrite.core.bytes.Bytes;

/**
 * Shares of one set with different ids, checked as far as that is possible without the share file.
 * Owns its shares.
 *
 * @param prime the modulus
 * @param threshold how many shares join, 0 if unknown
 * @param total how many shares were made, 0 if unknown
 * @param shares in the order of making or typing
 */
public record QuorumShares(BigInteger prime, int threshold, int total, List<PasswordShare> shares)
    implements AutoCloseable {

  /** Keeps its own list. */
  public QuorumShares {
    shares = List.copyOf(shares);
  }

  /** The prime as bytes, as many as every value has. */
  public Bytes primeBytes() {
    return Bytes.of(PrimeField.toBytes(prime, PrimeField.width(prime)));
  }

  @Override
  public void close() {
    shares.forEach(PasswordShare::close);
  }
}
