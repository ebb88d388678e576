// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.practice;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.keyrite.core.bytes.Bytes;

/**
 * Issues X.509 certificates (RFC 5280) that are worth nothing: with a key of its own that nobody
 * keeps, and a name that says so.
 */
public final class PracticeIssuer {
  private static final X500Name NAME =
      new X500NameBuilder(BCStyle.INSTANCE)
          .addRDN(BCStyle.CN, "Rehearsal issuer, for practice only")
          .build();
  private static final AlgorithmIdentifier ECDSA =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  private static final Duration VALID = Duration.ofDays(365);

  private final KeyPair pair;
  private int issued;

  /** An issuer with a new key. */
  public PracticeIssuer() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A certificate that is valid for a year.
   *
   * @param subjectPublicKeyInfo DER
   * @param commonName whose it is
   * @param from since when it is valid
   * @return DER
   */
  public Bytes issue(Bytes subjectPublicKeyInfo, String commonName, Instant from) {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(BigInteger.valueOf(++issued)));
    generator.setIssuer(NAME);
    generator.setSubject(
        new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build());
    generator.setStartDate(new Time(Date.from(from)));
    generator.setEndDate(new Time(Date.from(from.plus(VALID))));
    generator.setSignature(ECDSA);
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo.toByteArray()));
    TBSCertificate content = generator.generateTBSCertificate();
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(content.getEncoded(ASN1Encoding.DER));
      return Bytes.of(
          new DERSequence(new ASN1Encodable[] {content, ECDSA, new DERBitString(signature.sign())})
              .getEncoded(ASN1Encoding.DER));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
