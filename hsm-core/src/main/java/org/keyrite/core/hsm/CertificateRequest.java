// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.key.RsaPublicKey;
import org.keyrite.core.problem.KeyProblem.NothingToProveWith;
import org.keyrite.core.problem.KeyProblem.ProofWrong;
import org.keyrite.core.problem.KeyProblem.SubjectUnreadable;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.TlvReader;

/**
 * A request for an X.509 certificate (PKCS #10, RFC 2986), signed by the key on the device with
 * SHA-256: PKCS #1 v1.5 or ECDSA. No attributes.
 *
 * @param content DER
 */
public record CertificateRequest(Bytes content) {
  private static final List<Algorithm> OF_RSA =
      List.of(Algorithm.RSA_PKCS1, Algorithm.RSA_RAW_SIGN, Algorithm.RSA_PKCS1_SHA256);
  private static final List<Algorithm> OF_EC = List.of(Algorithm.ECDSA, Algorithm.ECDSA_SHA256);

  /**
   * Has a key ask for a certificate. The device must be unlocked. The signature is verified here
   * before the request is given out.
   *
   * @param subject a name as RFC 4514 writes it, such as {@code CN=Root 2026,O=Example,C=DE}
   * @throws ProblemException {@link SubjectUnreadable}; {@code PublicKeyUnknown}; {@link
   *     NothingToProveWith} if the key may not sign; {@link ProofWrong}; {@code NotLoggedIn}
   */
  public static CertificateRequest create(SmartCardHsm hsm, StoredKey key, String subject)
      throws ProblemException {
    PublicKey publicKey = key.requirePublicKey();
    boolean isRsa = publicKey instanceof RsaPublicKey;
    Algorithm algorithm =
        (isRsa ? OF_RSA : OF_EC)
            .stream()
                .filter(key.terms().algorithms()::allows)
                .findFirst()
                .orElseThrow(() -> new NothingToProveWith(key.reference().value()).asException());
    try {
      CertificationRequestInfo info =
          new CertificationRequestInfo(
              name(subject),
              SubjectPublicKeyInfo.getInstance(publicKey.encode().toByteArray()),
              new DERSet());
      Bytes signed = Bytes.of(info.getEncoded(ASN1Encoding.DER));
      Bytes signature = new Signing(hsm).sign(key.reference(), publicKey, algorithm, signed);
      if (!publicKey.verifies(algorithm, signed, signature)) {
        throw new ProofWrong(key.reference().value()).asException();
      }
      return new CertificateRequest(
          Bytes.of(
              new CertificationRequest(
                      info,
                      isRsa
                          ? new AlgorithmIdentifier(
                              PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE)
                          : new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
                      new DERBitString((isRsa ? signature : minimal(signature)).toByteArray()))
                  .getEncoded(ASN1Encoding.DER)));
    } catch (IOException e) {
      // There is no stream that could break.
      throw new IllegalStateException(e);
    }
  }

  /** A subject of nothing but this common name, whatever characters are in it. */
  public static String subjectOf(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build().toString();
  }

  /**
   * Refuses a name that no request can carry.
   *
   * @throws ProblemException {@link SubjectUnreadable}
   */
  public static void requireSubject(String subject) throws ProblemException {
    name(subject);
  }

  private static X500Name name(String subject) throws ProblemException {
    try {
      X500Name name = new X500Name(subject.strip());
      if (name.getRDNs().length > 0) {
        return name;
      }
    } catch (IllegalArgumentException notAsNamesAre) {
      throw new SubjectUnreadable().asException();
    }
    throw new SubjectUnreadable().asException();
  }

  /** Without the needless zeros that some firmware writes (byte reference, section 13 [1]). */
  private static Bytes minimal(Bytes signature) throws ProblemException, IOException {
    Tag integer = new Tag(0x02);
    TlvReader pair = TlvReader.of("signature", signature).enter(new Tag(0x30));
    ASN1Integer r = new ASN1Integer(new BigInteger(1, pair.next(integer).toByteArray()));
    ASN1Integer s = new ASN1Integer(new BigInteger(1, pair.next(integer).toByteArray()));
    return Bytes.of(new DERSequence(new ASN1Integer[] {r, s}).getEncoded(ASN1Encoding.DER));
  }

  /** PEM, as most certification authorities want it: 64 characters a line. */
  public String toText() {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content.toByteArray());
    return "-----BEGIN CERTIFICATE REQUEST-----\n" + body + "\n-----END CERTIFICATE REQUEST-----\n";
  }
}
