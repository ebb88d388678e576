// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.keyrite.core.bytes.Bytes;

/** The curves that the device computes on. All have the cofactor 1. */
public enum EcCurve {
  SECP_192_R1("secp192r1"),
  SECP_256_R1("secp256r1"),
  SECP_384_R1("secp384r1"),
  SECP_521_R1("secp521r1"),
  SECP_192_K1("secp192k1"),
  SECP_256_K1("secp256k1"),
  BRAINPOOL_192_R1("brainpoolP192r1"),
  BRAINPOOL_224_R1("brainpoolP224r1"),
  BRAINPOOL_256_R1("brainpoolP256r1"),
  BRAINPOOL_320_R1("brainpoolP320r1"),
  BRAINPOOL_384_R1("brainpoolP384r1"),
  BRAINPOOL_512_R1("brainpoolP512r1"),
  BRAINPOOL_192_T1("brainpoolP192t1"),
  BRAINPOOL_224_T1("brainpoolP224t1"),
  BRAINPOOL_256_T1("brainpoolP256t1"),
  BRAINPOOL_320_T1("brainpoolP320t1"),
  BRAINPOOL_384_T1("brainpoolP384t1"),
  BRAINPOOL_512_T1("brainpoolP512t1");

  /** What cards before key domains came do not reach. */
  private static final int WIDE = 384;

  private final String common;
  private final ECDomainParameters parameters;

  EcCurve(String common) {
    this.common = common;
    this.parameters = new ECDomainParameters(ECNamedCurveTable.getByName(common));
  }

  /**
   * The curve that these describe. The field must be told; of the others an empty one fits every
   * curve, and leading zeros count for nothing. The twisted twin of a brainpool curve has the same
   * field and order.
   */
  static Optional<EcCurve> describedBy(Bytes p, Bytes a, Bytes b, Bytes g, Bytes n) {
    return Arrays.stream(values())
        .filter(curve ->
            p.size() > 0
                && fits(p, curve.p())
                && fits(a, curve.a())
                && fits(b, curve.b())
                && (g.size() == 0 || g.equals(curve.g()))
                && fits(n, curve.n()))
        .findFirst();
  }

  private static boolean fits(Bytes told, Bytes known) {
    return told.size() == 0 || number(told).equals(number(known));
  }

  private static BigInteger number(Bytes bytes) {
    return new BigInteger(1, bytes.toByteArray());
  }

  /** The curve of this name. */
  static Optional<EcCurve> named(String name) {
    return Arrays.stream(values()).filter(curve -> curve.common.equals(name)).findFirst();
  }

  /** The name that everybody knows it by, such as brainpoolP256r1. */
  public String commonName() {
    return common;
  }

  ECDomainParameters parameters() {
    return parameters;
  }

  /** Size of the field in bits. */
  public int bits() {
    return parameters.getCurve().getFieldSize();
  }

  /** Bytes that a number of the field takes, and a number below the order as well. */
  int width() {
    return (bits() + 7) / 8;
  }

  /** Whether such firmware computes on it. */
  boolean isKnownTo(Firmware firmware) {
    return firmware.hasKeyDomains() || bits() < WIDE;
  }

  Bytes p() {
    return fixed(parameters.getCurve().getField().getCharacteristic());
  }

  Bytes a() {
    return fixed(parameters.getCurve().getA().toBigInteger());
  }

  Bytes b() {
    return fixed(parameters.getCurve().getB().toBigInteger());
  }

  /** The base point, {@code 04 | x | y}. */
  Bytes g() {
    return Bytes.of(parameters.getG().getEncoded(false));
  }

  Bytes n() {
    return fixed(parameters.getN());
  }

  Bytes fixed(BigInteger number) {
    return Bytes.of(BigIntegers.asUnsignedByteArray(width(), number));
  }

  /** The point that this is, {@code 04 | x | y}, if it lies on the curve. */
  Optional<ECPoint> point(Bytes encoded) {
    if (encoded.size() != 1 + 2 * width() || encoded.at(0) != 0x04) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          parameters.validatePublicPoint(parameters.getCurve().decodePoint(encoded.toByteArray())));
    } catch (IllegalArgumentException notOnCurve) {
      return Optional.empty();
    }
  }
}
