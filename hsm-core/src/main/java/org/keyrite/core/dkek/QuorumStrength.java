// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.util.Optional;

/** How long the password of a quorum is that we make. */
public enum QuorumStrength {
  /** 8 bytes, as sc-hsm-tool makes them. */
  BITS_64(64),
  /** 16 bytes: ours, still opened by sc-hsm-tool. */
  BITS_128(128);

  private final int bits;

  QuorumStrength(int bits) {
    this.bits = bits;
  }

  /** The strength with so many bits, if there is one. */
  public static Optional<QuorumStrength> ofBits(int bits) {
    for (QuorumStrength strength : values()) {
      if (strength.bits == bits) {
        return Optional.of(strength);
      }
    }
    return Optional.empty();
  }

  /** Bits of the prime. */
  public int bits() {
    return bits;
  }

  /** Bytes of the password and of the prime. */
  public int size() {
    return bits / 8;
  }
}
