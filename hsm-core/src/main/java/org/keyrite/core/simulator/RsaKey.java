// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.keyrite.core.bytes.Bytes;

/**
 * An RSA key pair.
 *
 * @param modulus as many bytes as its size says
 * @param exponent the public exponent, without leading zeros
 * @param privateExponent as long as the modulus
 * @param primes the two factors, if they are known
 */
public record RsaKey(Bytes modulus, Bytes exponent, Hidden privateExponent, Optional<Primes> primes)
    implements KeyMaterial {
  /** Sizes in bits that the device generates and imports. */
  static final List<Integer> SIZES = List.of(1024, 1536, 2048, 3072, 4096);

  /** The largest that cards have before key domains came. */
  private static final int LARGEST_OF_OLD = 2048;

  private static final int LARGEST_EXPONENT = 4;

  /**
   * The factors of the modulus, each half as long.
   *
   * @param p the first
   * @param q the second
   */
  public record Primes(Hidden p, Hidden q) {}

  /**
   * A pair whose halves belong together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public RsaKey {
    if (!isPair(modulus, exponent, privateExponent, primes)) {
      throw new IllegalArgumentException("no RSA key");
    }
  }

  private static boolean isPair(
      Bytes modulus, Bytes exponent, Hidden privateExponent, Optional<Primes> primes) {
    BigInteger n = number(modulus);
    BigInteger e = number(exponent);
    boolean sizes =
        SIZES.contains(n.bitLength())
            && n.testBit(0)
            && modulus.size() == n.bitLength() / 8
            && privateExponent.size() == modulus.size()
            && isExponent(exponent);
    if (!sizes) {
      return false;
    }
    BigInteger there = BigInteger.TWO.modPow(e, n);
    return there.modPow(number(privateExponent.bytes()), n).equals(BigInteger.TWO)
        && primes.map(factors -> divide(factors, n)).orElse(true);
  }

  private static boolean divide(Primes factors, BigInteger n) {
    int half = n.bitLength() / 16;
    return factors.p().size() == half
        && factors.q().size() == half
        && number(factors.p().bytes()).multiply(number(factors.q().bytes())).equals(n);
  }

  private static BigInteger number(Bytes bytes) {
    return new BigInteger(1, bytes.toByteArray());
  }

  /** Whether a public exponent is odd, 3 at least, and of at most four bytes without zeros. */
  static boolean isExponent(Bytes exponent) {
    int size = exponent.size();
    return size >= 1
        && size <= LARGEST_EXPONENT
        && exponent.at(0) != 0
        && (exponent.at(size - 1) & 1) == 1
        && number(exponent).intValue() != 1;
  }

  /** The pair with these numbers, if they belong together. */
  static Optional<RsaKey> of(BigInteger n, BigInteger e, BigInteger d) {
    return of(n, e, d, Optional.empty());
  }

  /** The pair with these factors and this public exponent, if there is one. */
  static Optional<RsaKey> ofPrimes(BigInteger p, BigInteger q, BigInteger e) {
    BigInteger n = p.multiply(q);
    int half = n.bitLength() / 16;
    try {
      BigInteger order = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
      return of(
          n, e, e.modInverse(order), Optional.of(new Primes(hidden(half, p), hidden(half, q))));
    } catch (ArithmeticException | IllegalArgumentException noSuchPair) {
      return Optional.empty();
    }
  }

  private static Optional<RsaKey> of(
      BigInteger n, BigInteger e, BigInteger d, Optional<Primes> primes) {
    int size = n.bitLength() / 8;
    Bytes exponent = Bytes.of(BigIntegers.asUnsignedByteArray(e));
    if (!SIZES.contains(n.bitLength())) {
      return Optional.empty();
    }
    try {
      Bytes modulus = Bytes.of(BigIntegers.asUnsignedByteArray(size, n));
      return Optional.of(new RsaKey(modulus, exponent, hidden(size, d), primes));
    } catch (IllegalArgumentException noSuchPair) {
      return Optional.empty();
    }
  }

  private static Hidden hidden(int size, BigInteger number) {
    return Hidden.of(Bytes.of(BigIntegers.asUnsignedByteArray(size, number)));
  }

  /** A new pair of so many bits; seconds for the largest. */
  static Optional<RsaKey> generate(int bits, Bytes exponent, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(bits, number(exponent)), random);
      RSAPrivateCrtKey made = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
      return ofPrimes(made.getPrimeP(), made.getPrimeQ(), made.getPublicExponent());
    } catch (GeneralSecurityException notWithThisExponent) {
      return Optional.empty();
    }
  }

  /** The private operation on a block as long as the modulus and below it. */
  Optional<Bytes> transform(Bytes block) {
    BigInteger n = number(modulus);
    BigInteger number = number(block);
    if (block.size() != modulus.size() || number.compareTo(n) >= 0) {
      return Optional.empty();
    }
    BigInteger result = number.modPow(number(privateExponent.bytes()), n);
    return Optional.of(Bytes.of(BigIntegers.asUnsignedByteArray(modulus.size(), result)));
  }

  /** Size of the modulus in bits. */
  int bits() {
    return 8 * modulus.size();
  }

  @Override
  public int room() {
    return room(bits());
  }

  /** What a pair of so many bits takes. */
  static int room(int bits) {
    return bits / 8 * 3;
  }

  @Override
  public boolean isKnownTo(Firmware firmware) {
    return isKnown(bits(), firmware);
  }

  static boolean isKnown(int bits, Firmware firmware) {
    return firmware.hasKeyDomains() || bits <= LARGEST_OF_OLD;
  }
}
