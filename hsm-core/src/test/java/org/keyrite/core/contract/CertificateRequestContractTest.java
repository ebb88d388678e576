// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.CertificateRequest;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.KeyProblem.NothingToProveWith;
import org.keyrite.core.problem.KeyProblem.PublicKeyUnknown;
import org.keyrite.core.problem.KeyProblem.SubjectUnreadable;
import org.keyrite.core.problem.ProblemException;

/** Requests for X.509 certificates, signed on a device. */
class CertificateRequestContractTest {
  private static final String SUBJECT = "CN=Root 2026,O=Example\\, Inc.,C=DE";

  @ParameterizedTest
  @CsvSource({
    "RSA-2048, RSA_PKCS1, 1.2.840.113549.1.1.11",
    "secp256r1, ECDSA, 1.2.840.10045.4.3.2",
    "secp521r1, ECDSA, 1.2.840.10045.4.3.2",
    "brainpoolP384r1, ECDSA, 1.2.840.10045.4.3.2",
  })
  void isSignedByTheKey(String spec, Algorithm algorithm, String oid)
      throws ProblemException, IOException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey key = desk.create(KeyDesk.key(spec, 1));
    Bytes content = CertificateRequest.create(desk.hsm(), key, SUBJECT).content();
    CertificationRequest read = CertificationRequest.getInstance(content.toByteArray());
    assertEquals(content, Bytes.of(read.getEncoded(ASN1Encoding.DER)));
    assertEquals(oid, read.getSignatureAlgorithm().getAlgorithm().getId());
    var info = read.getCertificationRequestInfo();
    assertEquals("CN=Root 2026,O=Example\\, Inc.,C=DE", info.getSubject().toString());
    PublicKey expected = key.requirePublicKey();
    Bytes asked = Bytes.of(info.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER));
    assertEquals(expected.encode(), asked);
    assertTrue(
        expected.verifies(
            algorithm,
            Bytes.of(info.getEncoded(ASN1Encoding.DER)),
            Bytes.of(read.getSignature().getOctets())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "Root", "CN", "XYZZY=1", "CN=a,", "=a"})
  void refusesWhatIsNoName(String subject) throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey key = desk.create(KeyDesk.key("secp256r1", 1));
    assertRefused(
        new SubjectUnreadable(), () -> CertificateRequest.create(desk.hsm(), key, subject));
  }

  @Test
  void refusesKeysThatCannotSign() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    StoredKey derives = desk.create(KeyDesk.key("secp256r1", 1, KeyUse.DERIVE));
    StoredKey secret = desk.create(KeyDesk.key("AES-128", 2));
    assertRefused(
        new NothingToProveWith(1), () -> CertificateRequest.create(desk.hsm(), derives, SUBJECT));
    assertRefused(
        new PublicKeyUnknown(2), () -> CertificateRequest.create(desk.hsm(), secret, SUBJECT));
    StoredKey signs = desk.create(KeyDesk.key("secp256r1", 3));
    desk.hsm().select();
    assertRefused(new NotLoggedIn(), () -> CertificateRequest.create(desk.hsm(), signs, SUBJECT));
  }
}
