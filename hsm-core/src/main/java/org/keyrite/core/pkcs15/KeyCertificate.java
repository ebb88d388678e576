// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Certificate;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.problem.KeyProblem.NotACertificate;
import org.keyrite.core.problem.ProblemException;

/**
 * The content of file CExx: the request that the device made with the key, or the X.509 certificate
 * that came in its place (byte reference, sections 2.1 and 2.5 [2+]).
 */
public sealed interface KeyCertificate {

  /** The device's request. */
  record Request(CvRequest request) implements KeyCertificate {
    @Override
    public Optional<PublicKey> publicKey() {
      return Optional.of(request.publicKey());
    }

    @Override
    public Bytes encode() {
      return request.encode();
    }
  }

  /**
   * An X.509 certificate; who issued it is not looked at.
   *
   * @param content DER
   * @param publicKey whose it is; nothing if devices have no such keys
   */
  record X509(Bytes content, Optional<PublicKey> publicKey) implements KeyCertificate {
    /** What a block of PEM with a certificate is called. */
    public static final String LABEL = "CERTIFICATE";

    /**
     * The certificate of these bytes.
     *
     * @throws ProblemException {@link NotACertificate}
     */
    public static X509 parse(Bytes content) throws ProblemException {
      try {
        byte[] found = content.toByteArray();
        Certificate certificate = Certificate.getInstance(ASN1Primitive.fromByteArray(found));
        if (certificate == null) {
          throw new NotACertificate().asException();
        }
        byte[] key = certificate.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER);
        return new X509(content, PublicKey.parse(Bytes.of(key)));
      } catch (IOException | IllegalArgumentException | IllegalStateException noCertificate) {
        throw new NotACertificate().asException();
      }
    }

    /**
     * The certificate in a file as certification authorities give it out, DER or PEM. Of several in
     * PEM the first is taken.
     *
     * @throws ProblemException {@link NotACertificate}
     */
    public static X509 fromFile(Bytes found) throws ProblemException {
      Optional<Pem> pem =
          Pem.in(found).stream().filter(block -> block.label().equals(LABEL)).findFirst();
      if (pem.isEmpty()) {
        return parse(found);
      }
      try {
        return parse(pem.get().content());
      } catch (ProblemException noCertificate) {
        throw new NotACertificate().asException();
      }
    }

    @Override
    public Bytes encode() {
      return content;
    }
  }

  /** Something else, kept as found. */
  record Other(Bytes content) implements KeyCertificate {
    @Override
    public Optional<PublicKey> publicKey() {
      return Optional.empty();
    }

    @Override
    public Bytes encode() {
      return content;
    }
  }

  /** What the content of a file is. */
  static KeyCertificate read(Bytes content) {
    try {
      boolean isRequest = content.size() > 0 && content.at(0) == CvRequest.TAG.value();
      return isRequest ? new Request(CvRequest.parse(content)) : X509.parse(content);
    } catch (ProblemException neither) {
      return new Other(content);
    }
  }

  /** The public half of the key, if it can be read. */
  Optional<PublicKey> publicKey();

  /** The content of the file. */
  Bytes encode();
}
