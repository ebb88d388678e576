// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.keyrite.core.bytes.Bytes;

/**
 * Modulus and exponent of RSA.
 *
 * @param modulus big-endian without leading zeros, 512 to 4096 bits
 * @param exponent big-endian without leading zeros, odd, at least 3
 */
public record RsaPublicKey(Bytes modulus, Bytes exponent) implements PublicKey {
  /** What all new keys get: 65537. */
  public static final Bytes USUAL_EXPONENT = Bytes.of((byte) 1, (byte) 0, (byte) 1);

  private static final int SHA256_SIZE = 32;

  /** What stands before a hash in a DigestInfo of SHA-256 (RFC 8017, section 9.2, note 1). */
  private static final Bytes DIGEST_INFO = Bytes.fromHex("3031300d060960864801650304020105000420");

  /**
   * The key of these numbers.
   *
   * @throws IllegalArgumentException if they cannot be one
   */
  public RsaPublicKey {
    if (!isUsable(modulus, exponent)) {
      throw new IllegalArgumentException("no RSA key");
    }
  }

  /** The key of these numbers, if they can be one; zeros in front are taken away. */
  public static Optional<RsaPublicKey> of(Bytes modulus, Bytes exponent) {
    Bytes n = trimmed(modulus);
    Bytes e = trimmed(exponent);
    return isUsable(n, e) ? Optional.of(new RsaPublicKey(n, e)) : Optional.empty();
  }

  private static boolean isUsable(Bytes modulus, Bytes exponent) {
    BigInteger n = Curve.number(modulus);
    BigInteger e = Curve.number(exponent);
    return modulus.equals(trimmed(modulus))
        && exponent.equals(trimmed(exponent))
        && n.bitLength() >= 512
        && n.bitLength() <= 4096
        && n.testBit(0)
        && e.testBit(0)
        && e.bitLength() >= 2
        && e.compareTo(n) < 0;
  }

  private static Bytes trimmed(Bytes number) {
    int from = 0;
    while (from < number.size() && number.at(from) == 0) {
      from++;
    }
    return number.slice(from, number.size());
  }

  static Optional<RsaPublicKey> parse(Bytes content) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(content.toByteArray());
      if (!info.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
        return Optional.empty();
      }
      RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
      return of(
          Bytes.of(key.getModulus().toByteArray()),
          Bytes.of(key.getPublicExponent().toByteArray()));
    } catch (IOException | IllegalArgumentException | IllegalStateException notThisFormat) {
      return Optional.empty();
    }
  }

  @Override
  public KeySpec spec() {
    return new KeySpec.Rsa(Curve.number(modulus).bitLength());
  }

  @Override
  public Bytes encode() {
    try {
      return Bytes.of(
          new SubjectPublicKeyInfo(
                  new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                  new RSAPublicKey(Curve.number(modulus), Curve.number(exponent)))
              .getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      // There is no stream that could break.
      throw new IllegalStateException(e);
    }
  }

  /** The DigestInfo of SHA-256 that a device is given to sign with PKCS #1 v1.5. */
  public static Bytes digestInfo(Bytes sha256) {
    return DIGEST_INFO.plus(sha256);
  }

  @Override
  public boolean verifies(Algorithm algorithm, Bytes message, Bytes signature) {
    return switch (algorithm) {
      case RSA_PKCS1, RSA_PKCS1_SHA256, RSA_RAW_SIGN ->
          opened(signature).filter(block(digestInfo(message.sha256()))::equals).isPresent();
      case RSA_PSS, RSA_PSS_SHA256 -> verifiesPss(message, signature);
      default -> throw new IllegalArgumentException(algorithm.name());
    };
  }

  /** The whole block of PKCS #1 v1.5 around something: 00 01 FF … FF 00. */
  public Bytes block(Bytes content) {
    byte[] block = new byte[modulus.size()];
    int from = block.length - content.size();
    block[1] = 1;
    for (int i = 2; i < from - 1; i++) {
      block[i] = (byte) 0xFF;
    }
    System.arraycopy(content.toByteArray(), 0, block, from, content.size());
    return Bytes.of(block);
  }

  /** What the private key made this block of, as long as the modulus. */
  private Optional<Bytes> opened(Bytes signature) {
    BigInteger n = Curve.number(modulus);
    BigInteger number = Curve.number(signature);
    if (signature.size() != modulus.size() || number.compareTo(n) >= 0) {
      return Optional.empty();
    }
    return Optional.of(Curve.fixed(number.modPow(Curve.number(exponent), n), modulus.size()));
  }

  /**
   * Encrypts a few bytes with padding of PKCS #1 v1.5, for a device to decrypt as a proof.
   *
   * @param content at least 11 bytes shorter than the modulus
   */
  public Bytes encrypt(Bytes content) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.ENCRYPT_MODE, asJavaKey());
      return Bytes.of(cipher.doFinal(content.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The salt is as long as the hash (byte reference, section 13 [2+]). */
  private boolean verifiesPss(Bytes message, Bytes signature) {
    try {
      Signature verifier = Signature.getInstance("RSASSA-PSS");
      verifier.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SHA256_SIZE, 1));
      verifier.initVerify(asJavaKey());
      verifier.update(message.toByteArray());
      return verifier.verify(signature.toByteArray());
    } catch (SignatureException noSignatureOfThisKey) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private java.security.PublicKey asJavaKey() throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(Curve.number(modulus), Curve.number(exponent)));
  }
}
