// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.keyrite.core.bytes.Bytes;

/**
 * The curves that parameters in a certificate may describe. Others are refused: parameters of one's
 * own choice would let anybody forge a signature.
 */
final class Curves {
  private static final List<String> KNOWN =
      List.of(
          "brainpoolP256r1",
          "brainpoolP192r1",
          "brainpoolP224r1",
          "brainpoolP320r1",
          "brainpoolP384r1",
          "brainpoolP512r1",
          "secp192r1",
          "secp224r1",
          "secp256r1",
          "secp256k1",
          "secp384r1",
          "secp521r1");

  private Curves() {}

  /** The known curve with exactly these parameters, in the order of {@link CvPublicKey#curve}. */
  static Optional<ECDomainParameters> find(List<Bytes> parameters) {
    List<BigInteger> numbers = parameters.stream().map(Curves::number).toList();
    return KNOWN.stream()
        .map(ECNamedCurveTable::getByName)
        .filter(known -> numbersOf(known).equals(numbers))
        .map(ECDomainParameters::new)
        .findFirst();
  }

  private static List<BigInteger> numbersOf(X9ECParameters known) {
    return List.of(
        known.getCurve().getField().getCharacteristic(),
        known.getCurve().getA().toBigInteger(),
        known.getCurve().getB().toBigInteger(),
        new BigInteger(1, known.getG().getEncoded(false)),
        known.getN(),
        known.getH());
  }

  private static BigInteger number(Bytes bytes) {
    return new BigInteger(1, bytes.toByteArray());
  }

  /**
   * Whether a key made this signature over the SHA-256 of something. A point that is not on the
   * curve and a signature of another length make it no.
   */
  static boolean verifies(ECDomainParameters curve, Bytes point, byte[] sha256, Bytes signature) {
    int half = (curve.getN().bitLength() + 7) / 8;
    if (signature.size() != 2 * half) {
      return false;
    }
    ECDSASigner signer = new ECDSASigner();
    try {
      signer.init(
          false,
          new ECPublicKeyParameters(curve.getCurve().decodePoint(point.toByteArray()), curve));
    } catch (IllegalArgumentException notOnTheCurve) {
      return false;
    }
    return signer.verifySignature(
        sha256, number(signature.slice(0, half)), number(signature.slice(half, 2 * half)));
  }
}
