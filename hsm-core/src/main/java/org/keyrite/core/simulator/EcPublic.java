// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.keyrite.core.bytes.Bytes;

/**
 * A public key that came in a command.
 *
 * @param curve the curve
 * @param point {@code 04 | x | y}, a point of the curve
 */
record EcPublic(EcCurve curve, Bytes point) {

  /** The key, if the point lies on the curve. */
  static Optional<EcPublic> of(EcCurve curve, Bytes point) {
    return curve.point(point).map(_ -> new EcPublic(curve, point));
  }

  /** Whether this key signed the message with SHA-256, as {@code r | s}. */
  boolean verifies(Bytes message, Bytes signature) {
    int half = curve.width();
    if (signature.size() != 2 * half) {
      return false;
    }
    ECDSASigner signer = new ECDSASigner();
    signer.init(
        false, new ECPublicKeyParameters(curve.point(point).orElseThrow(), curve.parameters()));
    return signer.verifySignature(
        message.sha256().toByteArray(),
        number(signature.slice(0, half)),
        number(signature.slice(half, 2 * half)));
  }

  private static BigInteger number(Bytes bytes) {
    return new BigInteger(1, bytes.toByteArray());
  }
}
