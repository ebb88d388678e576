// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.keyrite.core.bytes.Bytes;

/**
 * A certificate that is the same in every run: nobody signed it.
 *
 * @param subject whose it is
 * @param from since when it is valid
 * @param until up to when
 */
public record MadeUpCertificate(String subject, Instant from, Instant until) {
  /** For this name, from 2029 to 2031. */
  public static MadeUpCertificate of(String subject) {
    return new MadeUpCertificate(
        subject, Instant.parse("2029-01-01T00:00:00Z"), Instant.parse("2031-12-31T23:59:59Z"));
  }

  /** For this name, from yesterday for a month. */
  public static MadeUpCertificate valid(String subject) {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    return new MadeUpCertificate(subject, yesterday, yesterday.plus(Duration.ofDays(30)));
  }

  MadeUpCertificate between(String newFrom, String newUntil) {
    return new MadeUpCertificate(subject, Instant.parse(newFrom), Instant.parse(newUntil));
  }

  /** For this public half; DER. */
  public Bytes over(Bytes subjectPublicKeyInfo) {
    AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(BigInteger.valueOf(4711)));
    generator.setIssuer(new X500Name("CN=Some issuer,O=Example"));
    generator.setSubject(new X500Name(subject));
    generator.setStartDate(new Time(Date.from(from)));
    generator.setEndDate(new Time(Date.from(until)));
    generator.setSignature(algorithm);
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo.toByteArray()));
    try {
      return Bytes.of(
          new DERSequence(
                  new ASN1Encodable[] {
                    generator.generateTBSCertificate(), algorithm, new DERBitString(new byte[8])
                  })
              .getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
