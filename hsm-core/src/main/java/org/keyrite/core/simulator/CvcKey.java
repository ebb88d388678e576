// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;
import org.keyrite.core.bytes.Bytes;

/**
 * A private key on brainpoolP256r1, the curve of device certificates.
 *
 * @param scalar 32 bytes, from 1 up to the order
 */
record CvcKey(Hidden scalar) {
  static final int SIZE = 32;

  private static final ECDomainParameters CURVE = curve();

  /** A key that the curve has. */
  CvcKey {
    BigInteger number = number(scalar);
    if (scalar.size() != SIZE || number.signum() == 0 || number.compareTo(CURVE.getN()) >= 0) {
      throw new IllegalArgumentException("no private key");
    }
  }

  private static ECDomainParameters curve() {
    X9ECParameters named = TeleTrusTNamedCurves.getByName("brainpoolP256r1");
    return new ECDomainParameters(named);
  }

  private static BigInteger number(Hidden scalar) {
    return new BigInteger(1, scalar.bytes().toByteArray());
  }

  static CvcKey generate(RandomGenerator random) {
    while (true) {
      Hidden candidate = Hidden.random(SIZE, random);
      BigInteger number = number(candidate);
      if (number.signum() > 0 && number.compareTo(CURVE.getN()) < 0) {
        return new CvcKey(candidate);
      }
    }
  }

  /** The public point, {@code 04 | x | y}. */
  Bytes publicPoint() {
    return Bytes.of(CURVE.getG().multiply(number(scalar)).normalize().getEncoded(false));
  }

  /** ECDSA with SHA-256, as {@code r | s}; the same message always gets the same signature. */
  Bytes sign(Bytes message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(number(scalar), CURVE));
    BigInteger[] signature = signer.generateSignature(message.sha256().toByteArray());
    return fixed(signature[0]).plus(fixed(signature[1]));
  }

  /** The curve as the tags 81 to 85 and 87 of a public key: p, a, b, G, n and the cofactor. */
  static Bytes[] domainParameters() {
    return new Bytes[] {
      Ber.tlv(0x81, fixed(CURVE.getCurve().getField().getCharacteristic())),
      Ber.tlv(0x82, fixed(CURVE.getCurve().getA().toBigInteger())),
      Ber.tlv(0x83, fixed(CURVE.getCurve().getB().toBigInteger())),
      Ber.tlv(0x84, Bytes.of(CURVE.getG().getEncoded(false))),
      Ber.tlv(0x85, fixed(CURVE.getN())),
      Ber.tlv(0x87, Ber.octet(CURVE.getH().intValueExact()))
    };
  }

  private static Bytes fixed(BigInteger number) {
    return Bytes.of(BigIntegers.asUnsignedByteArray(SIZE, number));
  }
}
