// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.CertificateMissing;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.GroupProblem.CertificateForged;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;

class CertificateChainTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final TrustAnchors KNOWN = TrustAnchors.known();

  private static Vector real(int index) throws IOException {
    return Vector.file("/vectors/cvc.json").list("chains").get(index);
  }

  private static CertificateChain chain(int index) throws Exception {
    return CertificateChain.parse(real(index).bytes("ef_2f02"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, DECM0104448, /DESRCACC1/DEDICM01/DECM0104448, true",
    "1, DENK0404144, /DESRCACC1/DEDINK04/DENK0404144, false",
  })
  void realDevicesAreGenuine(int index, String serial, String path, boolean outdated)
      throws Exception {
    CertificateChain chain = chain(index);
    assertEquals(serial, chain.device().holder().holder());
    assertEquals(path, chain.path());
    assertEquals(
        new ChainVerdict(Origin.GENUINE, new HolderReference("DESRCACC100001"), outdated),
        chain.verdict(KNOWN, DAY));
    assertEquals(real(index).bytes("default_key_domain_x"), chain.device().publicKey().x());
  }

  @Test
  void expiryIsCountedToTheLastDay() throws Exception {
    CertificateChain chain = chain(1);
    LocalDate first = LocalDate.of(2026, 5, 28);
    LocalDate last = LocalDate.of(2031, 5, 27);
    assertTrue(chain.verdict(KNOWN, first.minusDays(1)).outdated());
    assertEquals(false, chain.verdict(KNOWN, first).outdated());
    assertEquals(false, chain.verdict(KNOWN, last).outdated());
    assertTrue(chain.verdict(KNOWN, last.plusDays(1)).outdated());
  }

  @Test
  void aDeviceWithAnotherSignatureIsContradicted() throws Exception {
    CertificateChain chain = chain(1);
    CvCertificate device = chain.device();
    CvCertificate issuer = chain.certificates().get(1);
    for (Bytes signature :
        List.of(issuer.signature(), Bytes.of(new byte[64]), Bytes.of(new byte[63]), Bytes.EMPTY)) {
      CvCertificate forged = Synthetic.withSignature(device, signature);
      assertEquals(Origin.CONTRADICTED, origin(KNOWN, forged, issuer));
    }
    assertEquals(
        Origin.CONTRADICTED,
        origin(KNOWN, device, Synthetic.withSignature(issuer, device.signature())));
  }

  @Test
  void aDeviceOfAnotherIssuerIsContradicted() throws Exception {
    CvCertificate device = chain(1).device();
    CvCertificate otherIssuer = chain(0).certificates().get(1);
    assertEquals(Origin.UNKNOWN, origin(KNOWN, device, otherIssuer));
    CvCertificate renamed = Synthetic.withHolder(otherIssuer, device.issuer());
    assertEquals(Origin.CONTRADICTED, origin(KNOWN, device, renamed));
  }

  @Test
  void aDeviceWithoutItsIssuerIsUnknown() throws Exception {
    CertificateChain alone = new CertificateChain(List.of(chain(1).device()));
    ChainVerdict verdict = alone.verdict(KNOWN, DAY);
    assertEquals(Origin.UNKNOWN, verdict.origin());
    assertEquals("DEDINK0400001", verdict.top().text());
    assertEquals("/DEDINK04/DENK0404144", alone.path());
  }

  @Test
  void aSimulatedDeviceShowsItselfAsOne() {
    Synthetic made = new Synthetic();
    TrustAnchors anchors = KNOWN.with(Origin.SIMULATED, made.root());
    assertEquals(Origin.SIMULATED, origin(anchors, made.device(), made.issuer()));
    assertEquals(Origin.SIMULATED, origin(anchors, made.device(), made.issuer(), made.root()));
    assertEquals(Origin.UNKNOWN, origin(KNOWN, made.device(), made.issuer(), made.root()));
  }

  @Test
  void aRootThatTheDeviceBringsAlongIsNotBelieved() throws Exception {
    CvCertificate genuineRoot =
        CvCertificate.parse(Vector.file("/vectors/cvc.json").list("roots").get(0).bytes("hex"));
    Synthetic made = new Synthetic(genuineRoot.holder());
    assertEquals(genuineRoot.holder(), made.root().holder());
    assertEquals(Origin.CONTRADICTED, origin(KNOWN, made.device(), made.issuer(), made.root()));
  }

  @Test
  void theCertificateOfAnIssuerIsNotThatOfADevice() throws Exception {
    CvCertificate root =
        CvCertificate.parse(Vector.file("/vectors/cvc.json").list("roots").get(0).bytes("hex"));
    for (int index : List.of(0, 1)) {
      CvCertificate issuer = chain(index).certificates().get(1);
      assertEquals(Origin.CONTRADICTED, origin(KNOWN, issuer));
      assertEquals(Origin.CONTRADICTED, origin(KNOWN, issuer, root));
    }
    assertEquals(Origin.CONTRADICTED, origin(KNOWN, root));
    CertificateChain alone = new CertificateChain(List.of(root));
    ProblemException refused = assertThrows(ProblemException.class, () -> alone.judge(KNOWN, DAY));
    assertEquals(new CertificateForged(root.holder().text()), refused.problem());
  }

  @Test
  void aDeviceMayNotIssueOtherDevices() {
    Synthetic made = new Synthetic();
    TrustAnchors anchors = KNOWN.with(Origin.SIMULATED, made.root());
    assertEquals(
        Origin.CONTRADICTED,
        origin(anchors, made.deviceOf(made.device()), made.device(), made.issuer()));
  }

  @Test
  void certificatesInACircleAreUnknown() {
    Synthetic made = new Synthetic();
    CvCertificate one = Synthetic.withHolder(made.issuer(), new HolderReference("DEAAA00001"));
    CvCertificate other =
        Synthetic.withIssuer(Synthetic.withHolder(made.issuer(), one.issuer()), one.holder());
    assertEquals(Origin.UNKNOWN, origin(KNOWN, one, other));
  }

  private static Origin origin(TrustAnchors anchors, CvCertificate... certificates) {
    return new CertificateChain(List.of(certificates)).verdict(anchors, DAY).origin();
  }

  @Test
  void anchorsAreSelfSignedRootsWithNamesOfTheirOwn() throws Exception {
    Synthetic made = new Synthetic();
    assertThrows(IllegalArgumentException.class, () -> KNOWN.with(Origin.SIMULATED, made.issuer()));
    CvCertificate unsigned = Synthetic.withSignature(made.root(), made.issuer().signature());
    assertThrows(IllegalArgumentException.class, () -> KNOWN.with(Origin.SIMULATED, unsigned));
    Synthetic named = new Synthetic(new HolderReference("DESRCACC100001"));
    assertThrows(IllegalArgumentException.class, () -> KNOWN.with(Origin.SIMULATED, named.root()));
  }

  @Test
  void aRequestInFrontIsPassedOver() throws Exception {
    Bytes file = Bytes.fromHex("6702" + "0500").plus(real(1).bytes("ef_2f02"));
    assertEquals(chain(1), CertificateChain.parse(file));
    assertRefused(new CertificateMissing(), () -> CertificateChain.parse(Bytes.EMPTY));
    assertRefused(
        new CertificateMissing(), () -> CertificateChain.parse(Bytes.fromHex("67020500")));
    assertRefused(
        new Malformed("device certificate file", "tag 67", 0),
        () -> CertificateChain.parse(real(1).bytes("ef_2f02").plus(Bytes.fromHex("67020500"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "FF", "0500", "7F21", "7F2100", "3000"})
  void refusesBytesThatAreNoCertificates(String more) {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> CertificateChain.parse(real(1).bytes("ef_2f02").plus(Bytes.fromHex(more))));
    assertTrue(refused.problem() instanceof Malformed, refused::toString);
  }
}
