// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.pkcs15.KeyCertificate.X509;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.KeyProblem.NotACertificate;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

class SignedFileTest {
  private static Vector vectors() throws IOException {
    return Vector.file("/vectors/x509.json");
  }

  static List<Vector> requests() throws IOException {
    return vectors().list("requests");
  }

  static List<Vector> certificates() throws IOException {
    return vectors().list("certificates");
  }

  private static Vector named(List<Vector> all, String name) {
    return all.stream().filter(one -> one.text("name").equals(name)).findFirst().orElseThrow();
  }

  private static void assertAsIn(Vector vector, SignedFile read) {
    assertEquals(vector.text("subject"), read.subject());
    assertEquals(vector.text("key"), read.publicKey().map(key -> key.spec().text()).orElse("none"));
    assertEquals(vector.text("fingerprint"), read.keyInfo().sha256().toHex());
    read.publicKey()
        .map(PublicKey::fingerprint)
        .ifPresent(same -> assertEquals(vector.text("fingerprint"), same.toHex()));
    assertEquals(SignatureCheck.valueOf(vector.text("check")), read.signature());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requestsOfAnotherToolTellSubjectKeyAndSignature(Vector vector) throws ProblemException {
    assertAsIn(vector, SignedFile.request(vector.bytes("hex")));
  }

  @ParameterizedTest
  @MethodSource("certificates")
  void certificatesOfAnotherToolTellSubjectKeyAndSignature(Vector vector) throws ProblemException {
    assertAsIn(vector, SignedFile.certificate(vector.bytes("hex")));
  }

  @Test
  void cutAndPaddedOnesAreRefusedByPlace() throws IOException {
    Bytes request = named(requests(), "p256").bytes("hex");
    Bytes certificate = named(certificates(), "own").bytes("hex");
    for (int size = 0; size < request.size(); size++) {
      Bytes cut = request.slice(0, size);
      assertMalformed("PKCS #10", () -> SignedFile.request(cut));
    }
    for (int size = 0; size < certificate.size(); size++) {
      Bytes cut = certificate.slice(0, size);
      assertMalformed("X.509", () -> SignedFile.certificate(cut));
    }
    assertRefused(
        new Malformed("PKCS #10", "end", request.size()),
        () -> SignedFile.request(request.plus(Bytes.of((byte) 0))));
    assertRefused(
        new Malformed("X.509", "end", certificate.size()),
        () -> SignedFile.certificate(certificate.plus(Bytes.of((byte) 0))));
  }

  private interface Read {
    SignedFile read() throws ProblemException;
  }

  private static void assertMalformed(String format, Read read) {
    ProblemException refused = assertThrows(ProblemException.class, read::read);
    assertEquals(format, assertInstanceOf(Malformed.class, refused.problem()).format());
  }

  @Test
  void noChangedByteLeavesTheSignatureOfItsKey() throws IOException {
    for (String name : List.of("rsa", "p256")) {
      Bytes request = named(requests(), name).bytes("hex");
      for (int i = 0; i < request.size(); i++) {
        assertNotOwn(request, i, SignedFile::request);
      }
    }
    for (String name : List.of("own", "ownrsa")) {
      Bytes certificate = named(certificates(), name).bytes("hex");
      for (int i = 0; i < certificate.size(); i++) {
        assertNotOwn(certificate, i, SignedFile::certificate);
      }
    }
  }

  /** Names are read only when they are told, so what is told must be looked at before. */
  @Test
  void noChangedByteMakesMoreOfACertificateThanARefusal() throws IOException {
    Bytes certificate = named(certificates(), "issued").bytes("hex");
    for (int i = 0; i < certificate.size(); i++) {
      byte[] changed = certificate.toByteArray();
      changed[i] ^= 1;
      try {
        assertNotEquals("", CertificateTerms.of(X509.parse(Bytes.of(changed))).subject());
      } catch (ProblemException e) {
        assertEquals(new NotACertificate(), e.problem());
      }
    }
  }

  private interface Parser {
    SignedFile parse(Bytes content) throws ProblemException;
  }

  private static void assertNotOwn(Bytes content, int at, Parser parser) {
    byte[] changed = content.toByteArray();
    changed[at] ^= 1;
    SignatureCheck check;
    try {
      check = parser.parse(Bytes.of(changed)).signature();
    } catch (ProblemException e) {
      assertInstanceOf(Malformed.class, e.problem());
      return;
    }
    assertNotEquals(SignatureCheck.OWN_KEY, check, () -> "byte " + at);
  }

  @Test
  void aSignatureOfAnotherKeyIsWrong() throws Exception {
    Bytes request = named(requests(), "p256").bytes("hex");
    byte[] changed = request.toByteArray();
    changed[changed.length - 1] ^= 1;
    assertEquals(SignatureCheck.WRONG, SignedFile.request(Bytes.of(changed)).signature());
  }

  private static Bytes tlv(int tag, Bytes... parts) {
    return new Tlv(new Tag(tag), Stream.of(parts).reduce(Bytes.EMPTY, Bytes::plus)).encode();
  }

  /** A request whose members are these; the first of them is at offset 4. */
  private static Bytes request(Bytes signature, Bytes... members) {
    return tlv(0x30, tlv(0x30, members), tlv(0x30), signature);
  }

  static List<Arguments> malformed() {
    Bytes version = tlv(0x02, Bytes.of((byte) 0));
    Bytes name = tlv(0x30);
    Bytes key = tlv(0x30, tlv(0x30), tlv(0x03));
    Bytes signature = tlv(0x03, Bytes.fromHex("00aa"));
    return List.of(
        arguments(Bytes.EMPTY, "tag", 0),
        arguments(Bytes.fromHex("0500"), "tag 30", 0),
        arguments(tlv(0x30), "tag", 2),
        arguments(Bytes.fromHex("30800000"), "length", 1),
        arguments(request(signature, tlv(0x02, Bytes.of((byte) 1)), name, key), "version", 4),
        arguments(request(signature, version), "tag", 7),
        arguments(request(signature, version, tlv(0x30, tlv(0x05)), key), "tag 31", 9),
        arguments(request(signature, version, tlv(0x30, tlv(0x31)), key), "tag", 11),
        arguments(
            request(signature, version, tlv(0x30, tlv(0x31, tlv(0x30, tlv(0x0D)))), key),
            "tag 06",
            13),
        arguments(request(signature, version, name, tlv(0x30, tlv(0x30))), "tag", 13),
        arguments(request(signature, version, name, key, tlv(0xA1)), "tag A0", 15),
        arguments(request(signature, version, name, key, tlv(0xA0), tlv(0xA0)), "end", 17),
        arguments(request(tlv(0x03, Bytes.fromHex("01aa")), version, name, key), "signature", 17),
        arguments(request(tlv(0x03, Bytes.fromHex("00")), version, name, key), "signature", 17),
        arguments(request(tlv(0x04, Bytes.fromHex("00aa")), version, name, key), "tag 03", 17));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesWhatIsNoRequestByPlace(Bytes content, String field, int offset) {
    assertRefused(new Malformed("PKCS #10", field, offset), () -> SignedFile.request(content));
  }

  @Test
  void aRequestIsNoCertificateAndTheOtherWayRound() throws IOException {
    Bytes request = named(requests(), "p256").bytes("hex");
    Bytes certificate = named(certificates(), "own").bytes("hex");
    assertMalformed("X.509", () -> SignedFile.certificate(request));
    assertRefused(new Malformed("PKCS #10", "tag 02", 8), () -> SignedFile.request(certificate));
  }
}
