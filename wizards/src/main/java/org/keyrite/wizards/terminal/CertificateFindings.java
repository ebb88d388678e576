// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.pkcs15.CertificateTerms;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.Pem;
import org.keyrite.core.pkcs15.SignatureCheck;
import org.keyrite.core.pkcs15.SignedFile;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * What is in requests for certificates (PKCS #10) and in X.509 certificates, DER or PEM, of which
 * there may be several in a file. A signature of the key in it is verified before anything is told;
 * that of an issuer is not, and that is said.
 *
 * @param file where it is
 * @param content what is in it
 */
record CertificateFindings(Path file, Bytes content) {
  private static final Set<String> REQUESTS = Set.of(".csr", ".req", ".p10");
  private static final Set<String> CERTIFICATES = Set.of(".crt", ".cer");
  private static final Set<String> LABELS_OF_REQUESTS =
      Set.of("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");
  private static final int SEQUENCE = 0x30;

  /** A key of which no device has the kind. */
  private static final String UNKNOWN = "unknown";

  /** What is found, if the file is meant as one of these. */
  static Optional<List<Map<String, Object>>> in(Path file, Bytes content) throws ProblemException {
    CertificateFindings findings = new CertificateFindings(file, content);
    List<Map<String, Object>> blocks = findings.blocks();
    if (!blocks.isEmpty()) {
      return Optional.of(blocks);
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (REQUESTS.stream().anyMatch(name::endsWith)) {
      return Optional.of(List.of(findings.request(content)));
    }
    return CERTIFICATES.stream().anyMatch(name::endsWith)
        ? Optional.of(List.of(findings.certificate(content)))
        : Optional.empty();
  }

  /** The same for one in DER that is not called so, as {@code .der} says nothing of what it is. */
  static Optional<List<Map<String, Object>>> unnamed(Path file, Bytes content)
      throws ProblemException {
    CertificateFindings findings = new CertificateFindings(file, content);
    if (content.size() == 0 || (content.at(0) & 0xFF) != SEQUENCE) {
      return Optional.empty();
    }
    if (isRead(() -> SignedFile.certificate(content))) {
      return Optional.of(List.of(findings.certificate(content)));
    }
    return isRead(() -> SignedFile.request(content))
        ? Optional.of(List.of(findings.request(content)))
        : Optional.empty();
  }

  /** Reads something, or refuses it. */
  @FunctionalInterface
  private interface Reading {
    SignedFile read() throws ProblemException;
  }

  private static boolean isRead(Reading reading) {
    try {
      reading.read();
      return true;
    } catch (ProblemException somethingElse) {
      return false;
    }
  }

  private List<Map<String, Object>> blocks() throws ProblemException {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Pem block : Pem.in(content)) {
      if (LABELS_OF_REQUESTS.contains(block.label())) {
        found.add(request(block.content()));
      } else if (block.label().equals(KeyCertificate.X509.LABEL)) {
        found.add(certificate(block.content()));
      }
    }
    return found;
  }

  private Map<String, Object> begin(String kind) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("file", file.toString());
    found.put("kind", kind);
    return found;
  }

  private Map<String, Object> request(Bytes der) throws ProblemException {
    SignedFile request = SignedFile.request(der);
    if (request.signature() == SignatureCheck.WRONG) {
      throw new KeyProblem.RequestNotOfItsKey(request.subject()).asException();
    }
    Map<String, Object> found = begin("certificateRequest");
    found.put("subject", request.subject());
    tellKey(found, request);
    found.put("hash", content.sha256().toHex());
    return found;
  }

  private Map<String, Object> certificate(Bytes der) throws ProblemException {
    SignedFile certificate = SignedFile.certificate(der);
    if (certificate.signature() == SignatureCheck.WRONG) {
      throw new KeyProblem.CertificateNotOfItsKey(certificate.subject()).asException();
    }
    CertificateTerms terms = CertificateTerms.of(KeyCertificate.X509.parse(der));
    Instant now = Instant.now();
    Map<String, Object> found = begin("certificate");
    found.put("subject", terms.subject());
    found.put("issuer", terms.issuer());
    found.put("from", terms.from().toString());
    found.put("until", terms.until().toString());
    found.put(
        "validity", terms.isExpired(now) ? "expired" : terms.isEarly(now) ? "early" : "valid");
    tellKey(found, certificate);
    found.put("fingerprint", der.sha256().toHex());
    found.put("hash", content.sha256().toHex());
    return found;
  }

  private static void tellKey(Map<String, Object> found, SignedFile signed) {
    found.put("key", signed.publicKey().map(PublicKey::spec).map(KeySpec::text).orElse(UNKNOWN));
    found.put(
        "publicKey",
        signed.publicKey().map(PublicKey::fingerprint).orElse(signed.keyInfo().sha256()).toHex());
    found.put(
        "signature",
        switch (signed.signature()) {
          case OWN_KEY -> "ownKey";
          case ISSUER -> "issuer";
          case UNKNOWN -> UNKNOWN;
          case WRONG -> throw new IllegalStateException("refused before");
        });
  }
}
