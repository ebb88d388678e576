// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/**
 * A private key on brainpoolP256r1, the curve of device certificates.
 *
 * @param scalar 32 bytes, from 1 up to the order
 */
record CvcKey(Hidden scalar) {
  private static final EcCurve CURVE = EcCurve.BRAINPOOL_256_R1;

  /** A key that the curve has. */
  CvcKey {
    new EcKey(CURVE, scalar);
  }

  static CvcKey generate(RandomGenerator random) {
    return new CvcKey(EcKey.generate(CURVE, random).scalar());
  }

  /** The public point, {@code 04 | x | y}. */
  Bytes publicPoint() {
    return new EcKey(CURVE, scalar).publicPoint();
  }

  /** ECDSA with SHA-256, as {@code r | s}; the same message always gets the same signature. */
  Bytes sign(Bytes message) {
    return new EcKey(CURVE, scalar).plainSignature(message.sha256());
  }
}
