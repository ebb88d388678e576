// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;

/**
 * DECIPHER, {@code 80 62 id algorithm}.
 *
 * <pre>
 * RSA  21  block as long as the modulus; answers the block with its padding
 * EC   80  other side's point, 04 | x | y; answers the agreed point in the same form
 * EC   84  {@link KeyAgreement}
 * </pre>
 */
final class Deciphering {
  private static final int RSA_RAW = 0x21;
  private static final int ECDH = 0x80;

  private Deciphering() {}

  static Outcome handle(Turn turn) {
    return turn.apdu().p2() == KeyAgreement.ALGORITHM
        ? KeyAgreement.handle(turn)
        : KeyUse.perform(turn, Deciphering::choose);
  }

  private static Optional<KeyUse.Algorithm> choose(KeyMaterial material, int algorithm) {
    return switch (material) {
      case RsaKey key when algorithm == RSA_RAW -> Optional.of(key::transform);
      case EcKey key when algorithm == ECDH -> Optional.of(key::agree);
      default -> Optional.empty();
    };
  }
}
