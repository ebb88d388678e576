// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.problem.KeyProblem.NotACertificate;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;

class KeyCertificateTest {

  @Test
  void requestsTellTheirPublicKey() throws IOException {
    Vector wrapped = Vector.file("/recordings/dkek/vectors.json").get("wrapped");
    for (String name : wrapped.entries().keySet()) {
      Vector vector = wrapped.get(name);
      KeyCertificate read = KeyCertificate.read(vector.bytes("cert"));
      assertInstanceOf(KeyCertificate.Request.class, read);
      assertEquals(PublicKey.parse(vector.bytes("spki")), read.publicKey());
      assertEquals(vector.bytes("cert"), read.encode());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pub-10.der", "pub-11.der", "pub-12.der"})
  void certificatesTellTheirPublicKey(String name) throws IOException, ProblemException {
    Bytes key = recorded(name);
    Bytes content = certificate(key);
    KeyCertificate read = KeyCertificate.read(content);
    assertEquals(KeyCertificate.X509.parse(content), read);
    assertEquals(PublicKey.parse(key), read.publicKey());
    assertEquals(content, read.encode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "67", "6700", "30", "3000", "3003020101", "0500", "308201"})
  void whatIsNeitherIsKeptAsFound(String hex) {
    Bytes content = Bytes.fromHex(hex);
    KeyCertificate read = KeyCertificate.read(content);
    assertEquals(new KeyCertificate.Other(content), read);
    assertEquals(Optional.empty(), read.publicKey());
    assertEquals(content, read.encode());
    assertRefused(new NotACertificate(), () -> KeyCertificate.X509.parse(content));
  }

  @Test
  void cutAndPaddedCertificatesAreNone() throws IOException {
    Bytes content = certificate(recorded("pub-11.der"));
    for (int size = 0; size < content.size(); size++) {
      Bytes cut = content.slice(0, size);
      assertRefused(new NotACertificate(), () -> KeyCertificate.X509.parse(cut));
    }
    assertRefused(
        new NotACertificate(), () -> KeyCertificate.X509.parse(content.plus(Bytes.of((byte) 0))));
  }

  @Test
  void filesMayBeDerOrPem() throws IOException, ProblemException {
    Bytes content = certificate(recorded("pub-11.der"));
    KeyCertificate.X509 expected = KeyCertificate.X509.parse(content);
    String body = Base64.getMimeEncoder().encodeToString(content.toByteArray());
    String pem = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    assertEquals(expected, KeyCertificate.X509.fromFile(content));
    for (String text :
        List.of(pem, "subject: CN=x\n" + pem, pem + pem, pem.replace("\n", "\r\n"))) {
      assertEquals(expected, KeyCertificate.X509.fromFile(bytes(text)));
    }
    for (String text :
        List.of(
            pem.substring(0, pem.length() - 4),
            pem.replace(body, ""),
            pem.replace(body, "AAAA"),
            pem.replace("CERTIFICATE", "CERTIFICATE REQUEST"))) {
      assertRefused(new NotACertificate(), () -> KeyCertificate.X509.fromFile(bytes(text)));
    }
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Bytes certificate(Bytes subjectPublicKeyInfo) throws IOException {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption);
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
    generator.setIssuer(new X500Name("CN=issuer"));
    generator.setSubject(new X500Name("CN=subject"));
    generator.setStartDate(new Time(new Date(0)));
    generator.setEndDate(new Time(new Date(1000)));
    generator.setSignature(algorithm);
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo.toByteArray()));
    return Bytes.of(
        new DERSequence(
                new ASN1Encodable[] {
                  generator.generateTBSCertificate(), algorithm, new DERBitString(new byte[8])
                })
            .getEncoded());
  }

  private static Bytes recorded(String name) throws IOException {
    try (InputStream in =
        KeyCertificateTest.class.getResourceAsStream("/recordings/dkek/" + name)) {
      return Bytes.of(in.readAllBytes());
    }
  }
}
