// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;
import org.keyrite.core.problem.KeyProblem.NotACertificate;
import org.keyrite.core.problem.ProblemException;

/**
 * What an X.509 certificate (RFC 5280, section 4.1) says besides the key. Who issued it is what it
 * says itself: its signature is not verified here.
 *
 * @param subject whose it is, as RFC 4514 writes names; characters that cannot be shown replaced
 * @param issuer who issued it, in the same way
 * @param from since when it is valid
 * @param until up to when it is valid
 */
public record CertificateTerms(String subject, String issuer, Instant from, Instant until) {

  /**
   * What this certificate says.
   *
   * @throws ProblemException {@link NotACertificate} if its names or dates are none
   */
  public static CertificateTerms of(KeyCertificate.X509 certificate) throws ProblemException {
    requireParts(certificate);
    try {
      Certificate read =
          Certificate.getInstance(ASN1Primitive.fromByteArray(certificate.content().toByteArray()));
      return new CertificateTerms(
          shown(read.getSubject()),
          shown(read.getIssuer()),
          instant(read.getStartDate()),
          instant(read.getEndDate()));
    } catch (java.io.IOException | IllegalArgumentException | IllegalStateException noCertificate) {
      throw new NotACertificate().asException();
    }
  }

  private static void requireParts(KeyCertificate.X509 certificate) throws ProblemException {
    try {
      SignedFile.certificate(certificate.content());
    } catch (ProblemException malformed) {
      throw new NotACertificate().asException();
    }
  }

  private static Instant instant(Time time) {
    return time.getDate().toInstant();
  }

  static String shown(X500Name name) {
    return name.toString().replaceAll("\\p{Cntrl}|\\p{Cf}", "\uFFFD");
  }

  /** Whether it is not valid any more at this time. */
  public boolean isExpired(Instant now) {
    return now.isAfter(until);
  }

  /** Whether it is not valid yet at this time. */
  public boolean isEarly(Instant now) {
    return now.isBefore(from);
  }
}
