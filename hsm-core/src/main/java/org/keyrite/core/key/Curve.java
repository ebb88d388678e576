// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.keyrite.core.bytes.Bytes;

/**
 * The elliptic curves that devices and their tools know (byte reference, section 7.4 [2+]). Others
 * are refused: parameters of one's own choice would let anybody forge a signature. The device is
 * sent all parameters, not the name.
 */
public enum Curve {
  SECP192R1("secp192r1"),
  SECP256R1("secp256r1"),
  SECP384R1("secp384r1"),
  SECP521R1("secp521r1"),
  SECP192K1("secp192k1"),
  SECP256K1("secp256k1"),
  BRAINPOOL_P192R1("brainpoolP192r1"),
  BRAINPOOL_P224R1("brainpoolP224r1"),
  BRAINPOOL_P256R1("brainpoolP256r1"),
  BRAINPOOL_P320R1("brainpoolP320r1"),
  BRAINPOOL_P384R1("brainpoolP384r1"),
  BRAINPOOL_P512R1("brainpoolP512r1"),
  BRAINPOOL_P192T1("brainpoolP192t1"),
  BRAINPOOL_P224T1("brainpoolP224t1"),
  BRAINPOOL_P256T1("brainpoolP256t1"),
  BRAINPOOL_P320T1("brainpoolP320t1"),
  BRAINPOOL_P384T1("brainpoolP384t1"),
  BRAINPOOL_P512T1("brainpoolP512t1");

  private static final int UNCOMPRESSED = 0x04;

  private final String text;
  private final X9ECParameters parameters;

  Curve(String text) {
    this.text = text;
    this.parameters = ECNamedCurveTable.getByName(text);
  }

  /** The curves that new keys are offered on: all but the twisted twins. */
  public static List<Curve> offered() {
    return Stream.of(values()).filter(curve -> !curve.text.endsWith("t1")).toList();
  }

  /** The curve of this name, as {@link #text} writes it. */
  public static Optional<Curve> fromText(String text) {
    return Stream.of(values()).filter(curve -> curve.text.equals(text)).findFirst();
  }

  /** The curve with exactly these numbers: p, a, b, G, n and h, of whatever length. */
  public static Optional<Curve> find(List<Bytes> numbers) {
    List<BigInteger> wanted = numbers.stream().map(Curve::number).toList();
    return Stream.of(values())
        .filter(curve -> curve.numbers().stream().map(Curve::number).toList().equals(wanted))
        .findFirst();
  }

  /**
   * The only curve that this uncompressed point lies on, for keys whose certificate leaves the
   * curve to its issuer's (section 8.1 [2+]).
   */
  public static Optional<Curve> holding(Bytes point) {
    return Stream.of(values()).filter(curve -> curve.isPoint(point)).findFirst();
  }

  /** Name as standards write it, such as {@code secp256r1} or {@code brainpoolP256r1}. */
  public String text() {
    return text;
  }

  /** Size of the field in bits. */
  public int bits() {
    return parameters.getCurve().getFieldSize();
  }

  /** How many bytes a coordinate has. */
  public int fieldSize() {
    return (bits() + 7) / 8;
  }

  /** How many bytes a private key, or one half of a signature, has. */
  public int orderSize() {
    return (parameters.getN().bitLength() + 7) / 8;
  }

  /** p, a, b, G, n and h, each of its full length, as the template 7F49 has them. */
  public List<Bytes> numbers() {
    int field = fieldSize();
    return List.of(
        fixed(parameters.getCurve().getField().getCharacteristic(), field),
        fixed(parameters.getCurve().getA().toBigInteger(), field),
        fixed(parameters.getCurve().getB().toBigInteger(), field),
        Bytes.of(parameters.getG().getEncoded(false)),
        fixed(parameters.getN(), orderSize()),
        fixed(parameters.getH(), 1));
  }

  /** Whether these bytes are an uncompressed point of this curve: 04, x, y. */
  public boolean isPoint(Bytes point) {
    if (point.size() != 1 + 2 * fieldSize() || point.at(0) != UNCOMPRESSED) {
      return false;
    }
    try {
      ECPoint decoded = parameters.getCurve().decodePoint(point.toByteArray());
      return !decoded.isInfinity() && decoded.isValid();
    } catch (IllegalArgumentException notOnTheCurve) {
      return false;
    }
  }

  /** The same curve for calculations of Bouncy Castle. */
  public ECDomainParameters domain() {
    return new ECDomainParameters(parameters);
  }

  /** These bytes as one number without a sign, big-endian. */
  static BigInteger number(Bytes bytes) {
    return new BigInteger(1, bytes.toByteArray());
  }

  /** A number in so many bytes, big-endian, zeros in front. */
  static Bytes fixed(BigInteger number, int size) {
    byte[] digits = number.toByteArray();
    byte[] padded = new byte[size];
    int from = Math.max(0, digits.length - size);
    System.arraycopy(digits, from, padded, size - digits.length + from, digits.length - from);
    return Bytes.of(padded);
  }

  @Override
  public String toString() {
    return text;
  }
}
