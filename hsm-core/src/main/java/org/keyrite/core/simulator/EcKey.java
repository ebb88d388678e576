// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.keyrite.core.bytes.Bytes;

/**
 * A private key on a curve.
 *
 * @param curve the curve
 * @param scalar as many bytes as a number of the field has; from 1 up to the order
 */
public record EcKey(EcCurve curve, Hidden scalar) implements KeyMaterial {
  /**
   * A key that the curve has.
   *
   * @throws IllegalArgumentException if it has not
   */
  public EcKey {
    BigInteger number = number(scalar);
    boolean inRange = number.signum() > 0 && number.compareTo(curve.parameters().getN()) < 0;
    if (scalar.size() != curve.width() || !inRange) {
      throw new IllegalArgumentException("no private key");
    }
  }

  private static BigInteger number(Hidden scalar) {
    return new BigInteger(1, scalar.bytes().toByteArray());
  }

  /** The key with this number, if the curve has it. */
  static Optional<EcKey> of(EcCurve curve, BigInteger number) {
    boolean inRange = number.signum() > 0 && number.compareTo(curve.parameters().getN()) < 0;
    return inRange
        ? Optional.of(new EcKey(curve, Hidden.of(curve.fixed(number))))
        : Optional.empty();
  }

  static EcKey generate(EcCurve curve, RandomGenerator random) {
    int excess = 8 * curve.width() - curve.bits();
    while (true) {
      BigInteger candidate = number(Hidden.random(curve.width(), random)).shiftRight(excess);
      Optional<EcKey> key = of(curve, candidate);
      if (key.isPresent()) {
        return key.get();
      }
    }
  }

  /** The public point, {@code 04 | x | y}. */
  Bytes publicPoint() {
    ECPoint point = curve.parameters().getG().multiply(number(scalar)).normalize();
    return Bytes.of(point.getEncoded(false));
  }

  /** ECDSA over this hash as {@code r | s}; the same hash always gets the same signature. */
  Bytes plainSignature(Bytes hash) {
    BigInteger[] signature = sign(hash);
    return curve.fixed(signature[0]).plus(curve.fixed(signature[1]));
  }

  /** ECDSA over this hash as {@code SEQUENCE { INTEGER r, INTEGER s }}. */
  Bytes derSignature(Bytes hash) {
    BigInteger[] signature = sign(hash);
    return Ber.tlv(
        0x30,
        Ber.tlv(0x02, Bytes.of(signature[0].toByteArray())),
        Ber.tlv(0x02, Bytes.of(signature[1].toByteArray())));
  }

  private BigInteger[] sign(Bytes hash) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(number(scalar), curve.parameters()));
    return signer.generateSignature(hash.toByteArray());
  }

  /** The point that both sides of a Diffie-Hellman agreement reach, {@code 04 | x | y}. */
  Optional<Bytes> agree(Bytes publicPoint) {
    return curve
        .point(publicPoint)
        .map(point -> point.multiply(number(scalar)).normalize())
        .map(point -> Bytes.of(point.getEncoded(false)));
  }

  /** The key whose number is this one's plus another. */
  Optional<EcKey> plus(Bytes parameter) {
    BigInteger added = new BigInteger(1, parameter.toByteArray());
    return of(curve, number(scalar).add(added).mod(curve.parameters().getN()));
  }

  @Override
  public int room() {
    return 8 * curve.width();
  }

  @Override
  public boolean isKnownTo(Firmware firmware) {
    return curve.isKnownTo(firmware);
  }
}
