// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Seed;
import org.keyrite.core.testing.Vector;

class CvCertificateTest {

  private static Bytes device() throws IOException {
    return Vector.file("/vectors/cvc.json").list("chains").get(1).bytes("device");
  }

  private static List<Bytes> all() throws IOException {
    Vector file = Vector.file("/vectors/cvc.json");
    List<Bytes> all = new ArrayList<>();
    file.list("roots").forEach(root -> all.add(root.bytes("hex")));
    file.list("chains")
        .forEach(chain -> all.addAll(List.of(chain.bytes("dica"), chain.bytes("device"))));
    return all;
  }

  @ParameterizedTest
  @MethodSource("all")
  void realCertificatesEncodeToThemselves(Bytes content) throws ProblemException {
    assertEquals(content, CvCertificate.parse(content).encode());
  }

  @Test
  void readsWhatTheVectorsSay() throws Exception {
    Vector file = Vector.file("/vectors/cvc.json");
    for (Vector chain : file.list("chains")) {
      assertReads(chain.get("device_info"), CvCertificate.parse(chain.bytes("device")));
      assertReads(chain.get("dica_info"), CvCertificate.parse(chain.bytes("dica")));
    }
    for (Vector root : file.list("roots")) {
      CvCertificate certificate = CvCertificate.parse(root.bytes("hex"));
      assertReads(root, certificate);
      assertTrue(certificate.isSelfIssued() && certificate.mayIssue());
      assertTrue(CertificateChain.isSigned(certificate, certificate));
    }
  }

  private static void assertReads(Vector expected, CvCertificate found) {
    assertEquals(expected.text("car"), found.issuer().text());
    assertEquals(expected.text("chr"), found.holder().text());
    assertEquals(expected.bytes("public_point"), found.publicKey().point());
    assertEquals(LocalDate.parse(expected.text("effective")), found.effective());
    assertEquals(LocalDate.parse(expected.text("expires")), found.expires());
    CvCertificate.Authorisation may = found.authorisation().orElseThrow();
    assertTrue(
        expected.text("chat").startsWith("06%02x%s53".formatted(may.role().size(), may.role())));
    assertTrue(expected.text("chat").endsWith(may.rights().toHex()));
  }

  @ParameterizedTest
  @CsvSource({
    "5f290100, 5f290101, profile",
    "420d444544494e4b3034, 420d444544494e4b3020, issuer",
    "5f2010, 5f2110, tag 5F20",
    "8641 04, 8641 02, public point",
    "060a04007f, 070a04007f, tag 06",
    "5301 00, 5401 00, tag 53",
    "5f2506 020600050208, 5f2506 02060a050208, first day",
    "5f2506 020600050208, 5f2506 020601030208, first day",
    "5f2406 030100050207, 5f2406 030100020300, last day",
    "5f3740, 5f3840, tag 5F37",
  })
  void namesTheFieldThatDoesNotFit(String from, String to, String field) throws IOException {
    String hex = device().toHex();
    String before = from.replace(" ", "");
    assertTrue(hex.contains(before), before);
    Bytes changed = Bytes.fromHex(hex.replaceFirst(before, to.replace(" ", "")));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> CvCertificate.parse(changed));
    assertEquals(field, ((Malformed) refused.problem()).field());
  }

  @Test
  void everyFlippedBitIsRefusedOrReadAsSomethingElse() throws Exception {
    Random random = Seed.random(CvCertificateTest.class);
    Bytes original = device();
    CvCertificate sound = CvCertificate.parse(original);
    int refused = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = original.toByteArray();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Bytes changed = Bytes.of(bytes).slice(0, bytes.length - random.nextInt(2));
      try {
        CvCertificate read = CvCertificate.parse(changed);
        assertEquals(changed, read.encode());
        assertTrue(!read.equals(sound));
      } catch (ProblemException e) {
        assertTrue(e.problem() instanceof Malformed);
        refused++;
      }
    }
    assertTrue(refused > 2_500, refused + " refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DENK001", "DENK0404144000000", "DENK 0400001", "DENK\u00e4400001"})
  void refusesTextsThatAreNoReference(String text) {
    assertThrows(IllegalArgumentException.class, () -> new HolderReference(text));
  }

  @Test
  void theHolderIsTheReferenceWithoutItsSequence() {
    assertEquals("DENK0404144", new HolderReference("DENK040414400000").holder());
    assertEquals("DESRCACC1", new HolderReference("DESRCACC100001").holder());
  }
}
