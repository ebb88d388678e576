// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.keyrite.core.bytes.Bytes;

/**
 * The numbers of a key in a {@link WrappedKey}, each behind a length of two bytes:
 *
 * <pre>
 * 05 RSA      bits (2)   d n e                    if the factors are not known, or above 2048 bits
 * 06 RSA      bits (2)   dP dQ p qInv q n e
 * 0C EC       bits (2)   a b p n G d Q
 * 0F AES      bytes (2)  the key itself, without a length
 * </pre>
 *
 * <p>Written with leading zeros to their full sizes; read with and without, and with numbers of a
 * curve left out, as other firmware writes them.
 */
final class WrappedContent {
  private static final int RSA = 0x05;
  private static final int RSA_CRT = 0x06;
  private static final int EC = 0x0C;
  private static final int AES = 0x0F;
  private static final int LARGEST_CRT = 2048;

  /** 2.16.840.1.101.3.4.1 */
  private static final Bytes AES_OID = Bytes.fromHex("6086480165030401");

  private WrappedContent() {}

  static int type(KeyMaterial material) {
    return switch (material) {
      case RsaKey key -> crt(key).isPresent() ? RSA_CRT : RSA;
      case EcKey _ -> EC;
      case AesKey _ -> AES;
    };
  }

  static Bytes defaultAlgorithm(KeyMaterial material) {
    return switch (material) {
      case RsaKey _ -> PublicKeys.RSA_SHA_256;
      case EcKey _ -> PublicKeys.ECDSA_SHA_256;
      case AesKey _ -> AES_OID;
    };
  }

  private static Optional<RsaKey.Primes> crt(RsaKey key) {
    return key.primes().filter(_ -> key.bits() <= LARGEST_CRT);
  }

  static Bytes encode(KeyMaterial material) {
    return switch (material) {
      case RsaKey key -> Ber.pair(key.bits()).plus(encode(key));
      case EcKey key -> Ber.pair(key.curve().bits()).plus(encode(key));
      case AesKey key -> Ber.pair(key.key().size()).plus(key.key().bytes());
    };
  }

  private static Bytes encode(RsaKey key) {
    Bytes publicKey = list(key.modulus(), key.exponent());
    return crt(key)
        .map(primes -> encode(key, primes).plus(publicKey))
        .orElseGet(() -> list(key.privateExponent().bytes()).plus(publicKey));
  }

  private static Bytes encode(RsaKey key, RsaKey.Primes primes) {
    int half = key.modulus().size() / 2;
    BigInteger p = number(primes.p());
    BigInteger q = number(primes.q());
    BigInteger d = number(key.privateExponent());
    return list(
        fixed(half, d.mod(p.subtract(BigInteger.ONE))),
        fixed(half, d.mod(q.subtract(BigInteger.ONE))),
        fixed(half, p),
        fixed(half, q.modInverse(p)),
        fixed(half, q));
  }

  private static Bytes encode(EcKey key) {
    EcCurve curve = key.curve();
    return list(
        curve.a(),
        curve.b(),
        curve.p(),
        curve.n(),
        curve.g(),
        key.scalar().bytes(),
        key.publicPoint());
  }

  private static Bytes list(Bytes... parts) {
    Bytes whole = Bytes.EMPTY;
    for (Bytes part : parts) {
      whole = whole.plus(LengthValue.encode(part));
    }
    return whole;
  }

  private static BigInteger number(Hidden hidden) {
    return new BigInteger(1, hidden.bytes().toByteArray());
  }

  private static Bytes fixed(int size, BigInteger number) {
    return Bytes.of(BigIntegers.asUnsignedByteArray(size, number));
  }

  /** The key in there, if it is one. What follows it is padding, which not everybody writes. */
  static Optional<? extends KeyMaterial> parse(int type, LengthValue plain) {
    int size = (int) Ber.number(plain.take(2));
    return switch (type) {
      case RSA -> rsa(plain).filter(key -> key.bits() == size);
      case RSA_CRT -> rsaCrt(plain).filter(key -> key.bits() == size);
      case EC -> ec(plain);
      case AES -> aes(plain, size);
      default -> Optional.empty();
    };
  }

  private static Optional<RsaKey> rsa(LengthValue plain) {
    BigInteger d = plain.number();
    BigInteger n = plain.number();
    return RsaKey.of(n, plain.number(), d);
  }

  private static Optional<RsaKey> rsaCrt(LengthValue plain) {
    BigInteger dP = plain.number();
    BigInteger dQ = plain.number();
    BigInteger p = plain.number();
    BigInteger qInv = plain.number();
    BigInteger q = plain.number();
    BigInteger n = plain.number();
    Optional<RsaKey> key = RsaKey.ofPrimes(p, q, plain.number());
    return key.filter(made -> {
      BigInteger d = number(made.privateExponent());
      return p.multiply(q).equals(n)
          && d.mod(p.subtract(BigInteger.ONE)).equals(dP)
          && d.mod(q.subtract(BigInteger.ONE)).equals(dQ)
          && qInv.multiply(q).mod(p).equals(BigInteger.ONE);
    });
  }

  /** The size in front is 528 or 521 for the same curve; p tells which curve it is. */
  private static Optional<EcKey> ec(LengthValue plain) {
    Bytes a = plain.next();
    Bytes b = plain.next();
    Bytes p = plain.next();
    Bytes n = plain.next();
    Bytes g = plain.next();
    BigInteger d = plain.number();
    Bytes point = plain.next();
    return EcCurve.describedBy(p, a, b, g, n)
        .flatMap(curve -> EcKey.of(curve, d))
        .filter(key -> key.publicPoint().equals(point));
  }

  private static Optional<AesKey> aes(LengthValue plain, int size) {
    return AesKey.isSize(size)
        ? Optional.of(new AesKey(Hidden.of(plain.take(size))))
        : Optional.empty();
  }
}
