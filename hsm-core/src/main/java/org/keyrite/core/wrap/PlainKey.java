// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.key.RsaPublicKey;
import org.keyrite.core.problem.KeyProblem.WrappedKeyBroken;
import org.keyrite.core.problem.ProblemException;

/**
 * Where the parts of a decrypted key lie (byte reference, section 6.2 [2+]). The bytes themselves
 * stay with their owner. Parts are found by their lengths; what follows the last is not looked at,
 * since some firmware pads and some does not.
 *
 * <pre>
 * 8  random
 * 2  size: bits of the modulus or the field, bytes of an AES key
 *    RSA      LV2 d, n, e
 *    RSA CRT  LV2 dP, dQ, p, qInv, q, n, e
 *    EC       LV2 a, b, p, n, G, d, Q       pico-hsm: a and b may be empty, numbers short
 *    AES      the key, no LV2
 * </pre>
 *
 * @param spec kind and size
 * @param publicKey nothing for AES
 * @param fields all parts in their order
 */
record PlainKey(KeySpec spec, Optional<PublicKey> publicKey, List<Field> fields) {
  static final int RANDOM = 8;
  static final int SIZE_END = 10;

  /** A part of a key as it is to be written. */
  sealed interface Field {
    /** Public, with full length. */
    record Open(Bytes content) implements Field {}

    /** Secret, lying here in the decrypted bytes, to be written with this many bytes. */
    record Hidden(int from, int size, int full) implements Field {}
  }

  /**
   * Finds the parts and looks whether they are one key. Numbers are computed with here that the
   * runtime does not let anybody wipe.
   *
   * @throws ProblemException {@link WrappedKeyBroken}
   */
  static PlainKey read(KeyType type, byte[] plain) throws ProblemException {
    int size = (plain[RANDOM] & 0xFF) << 8 | plain[RANDOM + 1] & 0xFF;
    return switch (type) {
      case AES -> aes(plain, size);
      case EC -> ec(new Parts(plain, 7), size);
      case RSA -> rsa(new Parts(plain, 3), size);
      case RSA_CRT -> rsaCrt(new Parts(plain, 7), size);
    };
  }

  private static PlainKey aes(byte[] plain, int size) throws ProblemException {
    require((size == 16 || size == 24 || size == 32) && SIZE_END + size <= plain.length, "size");
    return new PlainKey(
        new KeySpec.Aes(size * 8),
        Optional.empty(),
        List.of(new Field.Hidden(SIZE_END, size, size)));
  }

  private static PlainKey ec(Parts parts, int size) throws ProblemException {
    Curve curve = curve(parts, size);
    List<Bytes> numbers = curve.numbers();
    int secret = 5;
    BigInteger d = parts.number(secret);
    require(d.signum() > 0 && d.compareTo(curve.domain().getN()) < 0, "private key");
    ECPoint product = curve.domain().getG().multiply(d).normalize();
    Bytes point = Bytes.of(product.getEncoded(false));
    require(point.equals(parts.bytes(6)), "public key");
    EcPublicKey publicKey = new EcPublicKey(curve, point);
    return new PlainKey(
        publicKey.spec(),
        Optional.of(publicKey),
        List.of(
            new Field.Open(numbers.get(1)),
            new Field.Open(numbers.get(2)),
            new Field.Open(numbers.get(0)),
            new Field.Open(numbers.get(4)),
            new Field.Open(numbers.get(3)),
            parts.hidden(secret, curve.orderSize()),
            new Field.Open(point)));
  }

  /** The curve goes by p; what else is there must fit it. */
  private static Curve curve(Parts parts, int size) throws ProblemException {
    for (Curve curve : Curve.values()) {
      List<Bytes> numbers = curve.numbers();
      boolean fits =
          parts.matches(2, numbers.get(0))
              && parts.matchesIfThere(0, numbers.get(1))
              && parts.matchesIfThere(1, numbers.get(2))
              && parts.matchesIfThere(3, numbers.get(4))
              && (parts.isEmpty(4) || parts.bytes(4).equals(numbers.get(3)));
      if (fits) {
        require(size == curve.bits() || size == 8 * curve.fieldSize(), "size");
        return curve;
      }
    }
    throw new WrappedKeyBroken("curve").asException();
  }

  private static PlainKey rsa(Parts parts, int size) throws ProblemException {
    RsaPublicKey publicKey = modulus(parts, 1, size);
    BigInteger n = parts.number(1);
    BigInteger d = parts.number(0);
    BigInteger test = BigInteger.TWO;
    require(d.signum() > 0 && d.compareTo(n) < 0, "private key");
    require(test.modPow(parts.number(2), n).modPow(d, n).equals(test), "private key");
    return new PlainKey(
        publicKey.spec(),
        Optional.of(publicKey),
        List.of(
            parts.hidden(0, publicKey.modulus().size()),
            new Field.Open(publicKey.modulus()),
            new Field.Open(publicKey.exponent())));
  }

  private static PlainKey rsaCrt(Parts parts, int size) throws ProblemException {
    RsaPublicKey publicKey = modulus(parts, 5, size);
    BigInteger p = parts.number(2);
    BigInteger q = parts.number(4);
    BigInteger e = parts.number(6);
    BigInteger one = BigInteger.ONE;
    require(p.multiply(q).equals(parts.number(5)), "primes");
    require(p.compareTo(one) > 0 && q.compareTo(one) > 0, "primes");
    require(parts.number(0).multiply(e).mod(p.subtract(one)).equals(one), "exponent of p");
    require(parts.number(1).multiply(e).mod(q.subtract(one)).equals(one), "exponent of q");
    require(parts.number(3).multiply(q).mod(p).equals(one), "coefficient");
    int half = (publicKey.modulus().size() + 1) / 2;
    return new PlainKey(
        publicKey.spec(),
        Optional.of(publicKey),
        List.of(
            parts.hidden(0, half),
            parts.hidden(1, half),
            parts.hidden(2, half),
            parts.hidden(3, half),
            parts.hidden(4, half),
            new Field.Open(publicKey.modulus()),
            new Field.Open(publicKey.exponent())));
  }

  private static RsaPublicKey modulus(Parts parts, int index, int size) throws ProblemException {
    Optional<RsaPublicKey> key = RsaPublicKey.of(parts.bytes(index), parts.bytes(index + 1));
    require(key.isPresent(), "modulus");
    require(key.get().spec().bits() == size || 8 * key.get().modulus().size() == size, "size");
    return key.get();
  }

  private static void require(boolean holds, String field) throws ProblemException {
    if (!holds) {
      throw new WrappedKeyBroken(field).asException();
    }
  }
}
