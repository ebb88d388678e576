// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.keydomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.CvCertificate;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.GroupProblem.CertificateForged;
import org.keyrite.core.problem.GroupProblem.IssuerDoesNotBelong;
import org.keyrite.core.problem.GroupProblem.MembershipForAnotherDevice;
import org.keyrite.core.problem.GroupProblem.MembershipOfAnotherGroup;
import org.keyrite.core.problem.GroupProblem.SignerKeyNotVouchedFor;
import org.keyrite.core.problem.GroupProblem.SignerKeyOfAnotherDevice;
import org.keyrite.core.problem.GroupProblem.SignerKeyOfAnotherKind;
import org.keyrite.core.problem.GroupProblem.SignerKeyUnproven;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

/** Memberships of published tests, of a recorded session, and synthetic ones. */
class MembershipTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  /** A membership, whom it is for, and the roots by which it can be judged. */
  record Sample(String name, Bytes file, DeviceId member, TrustAnchors anchors, Origin origin) {
    Membership parsed() throws ProblemException {
      return Membership.parse(file);
    }

    Problem refusal(Bytes changed) {
      return assertThrows(
              ProblemException.class,
              () -> Membership.parse(changed).verify(member, anchors, DAY),
              name)
          .problem();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Sample> samples() throws IOException, ProblemException {
    List<Vector> files = Vector.file("/vectors/kdm.json").list("vectors");
    Vector made = Vector.file("/vectors/xkek.json");
    Vector recorded = Vector.file("/recordings/xkek/vectors.json");
    Vector pico = files.get(0);
    DeviceId picoDevice =
        new DeviceId(
            CvCertificate.parse(pico.bytes("device")), CvCertificate.parse(pico.bytes("dica")));
    TrustAnchors synthetic = anchors(made.bytes("root_cvc"));
    TrustAnchors test = anchors(recorded.bytes("root"));
    return List.of(
        new Sample(
            "published", pico.bytes("kdm"), picoDevice, TrustAnchors.known(), Origin.PICO_HSM),
        synthetic("A", files.get(1), made, synthetic),
        synthetic("B", files.get(2), made, synthetic),
        recorded("1", recorded, test),
        recorded("2", recorded, test));
  }

  private static TrustAnchors anchors(Bytes root) throws ProblemException {
    return TrustAnchors.known().with(Origin.TEST, CvCertificate.parse(root));
  }

  private static Sample synthetic(String device, Vector file, Vector made, TrustAnchors anchors)
      throws ProblemException {
    return new Sample(
        "synthetic " + device,
        file.bytes("kdm"),
        DeviceId.parse(made.bytes("dev" + device + "_ef_2f02")),
        anchors,
        Origin.TEST);
  }

  private static Sample recorded(String device, Vector recorded, TrustAnchors anchors)
      throws ProblemException {
    Vector certificates = recorded.get("devcert");
    return new Sample(
        "recorded " + device,
        recorded.bytes("kdm_dev" + device),
        DeviceId.parse(certificates.bytes(device).plus(recorded.bytes("dica"))),
        anchors,
        Origin.TEST);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadVerifiedAndWrittenTheSame(Sample sample) throws Exception {
    Membership membership = sample.parsed();
    assertEquals(sample.file(), membership.encode());
    assertEquals(
        sample.origin(), membership.verify(sample.member(), sample.anchors(), DAY).origin());
    assertTrue(membership.isFor(sample.member()));
    membership.require(membership.uid());
    assertEquals(
        sample.member().device().holder() + "-" + membership.uid().toHex() + ".kdm",
        membership.fileName(sample.member()));
  }

  @Test
  void namesTheGroupByTheKeyOfItsSigner() throws Exception {
    Vector pico = Vector.file("/vectors/kdm.json").list("vectors").get(0);
    Membership membership = Membership.parse(pico.bytes("kdm"));
    assertEquals(new KeyDomainUid(pico.bytes("key_domain_uid_32")), membership.uid());
    assertEquals(membership.uid(), KeyDomainUid.ofReported(pico.bytes("pico_uid_64")));
    assertEquals(
        "9DE5 5B50 B921 DE72 BBF7 40D3 5189 05FF 893E 8208 CFE8 D144 DE34 D79D A364 5D1C",
        membership.uid().toText());
  }

  @Test
  void signsWhatTheVectorsSayWasSigned() throws Exception {
    List<Sample> samples = samples();
    List<Vector> files = Vector.file("/vectors/kdm.json").list("vectors");
    for (int i = 0; i < files.size(); i++) {
      assertEquals(
          files.get(i).bytes("signed_input"), Membership.signedBytes(samples.get(i).member()));
      assertEquals(files.get(i).bytes("signature"), samples.get(i).parsed().signature());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyChangedBitIsRefused(Sample sample) {
    byte[] content = sample.file().toByteArray();
    for (int bit = 0; bit < 8 * content.length; bit += 37) {
      byte[] changed = content.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      int at = bit;
      assertThrows(
          ProblemException.class,
          () -> {
            Membership read = Membership.parse(Bytes.of(changed));
            // A name of a root that was changed leads nowhere; that is for people to judge.
            if (read.verify(sample.member(), sample.anchors(), DAY).origin() == Origin.UNKNOWN) {
              throw new CertificateForged("").asException();
            }
          },
          () -> sample + " bit " + at);
    }
  }

  /** The last bit of each part is one of a signature, so nothing but that part is wrong. */
  @ParameterizedTest
  @MethodSource("samples")
  void aChangedPartIsNamed(Sample sample) throws Exception {
    Membership whole = sample.parsed();
    Bytes issuer = whole.issuer().encode();
    Bytes device = whole.device().encode();
    Bytes request = whole.request().encode();
    Bytes inner = new Tlv(new Tag(0x5F37), whole.request().signature()).encode();
    assertEquals(new CertificateForged(whole.issuer().holder().text()), changedEnd(sample, issuer));
    assertEquals(new CertificateForged(whole.device().holder().text()), changedEnd(sample, device));
    assertEquals(new SignerKeyUnproven(), changedEnd(sample, inner));
    assertEquals(
        new SignerKeyNotVouchedFor(whole.device().holder().text()), changedEnd(sample, request));
    assertEquals(
        new MembershipForAnotherDevice(sample.member().serial()),
        changedEnd(sample, whole.encodedSignature()));
  }

  private static Problem changedEnd(Sample sample, Bytes part) {
    String hex = sample.file().toHex();
    int at = hex.lastIndexOf(part.toHex());
    assertTrue(at >= 0);
    byte[] changed = sample.file().toByteArray();
    changed[at / 2 + part.size() - 1] ^= 1;
    return sample.refusal(Bytes.of(changed));
  }

  @Test
  void isForNobodyElse() throws Exception {
    List<Sample> samples = samples();
    Sample a = samples.get(1);
    Sample b = samples.get(2);
    assertFalse(a.parsed().isFor(b.member()));
    assertRefused(
        new MembershipForAnotherDevice(b.member().serial()),
        () -> a.parsed().verify(b.member(), a.anchors(), DAY));
  }

  @Test
  void isOfNoOtherGroup() throws Exception {
    Membership one = samples().get(1).parsed();
    Membership other = samples().get(3).parsed();
    assertRefused(
        new MembershipOfAnotherGroup(one.uid().toText(), other.uid().toText()),
        () -> other.require(one.uid()));
  }

  @Test
  void certificatesOfAnotherDeviceAreNamed() throws Exception {
    Sample a = samples().get(1);
    Membership whole = a.parsed();
    CvCertificate otherDevice = samples().get(2).member().device();
    Membership moved =
        new Membership(whole.issuer(), otherDevice, whole.request(), whole.signature());
    assertEquals(
        new SignerKeyOfAnotherDevice(otherDevice.holder().text(), whole.device().holder().text()),
        a.refusal(moved.encode()));
    CvCertificate otherIssuer = samples().get(3).member().issuer();
    Membership mixed =
        new Membership(otherIssuer, whole.device(), whole.request(), whole.signature());
    assertEquals(
        new IssuerDoesNotBelong(whole.device().holder().text(), otherIssuer.holder().text()),
        a.refusal(mixed.encode()));
  }

  @Test
  void aSignerOnAnotherCurveIsNone() throws Exception {
    Sample sample = samples().get(3);
    Vector wrapped = Vector.file("/recordings/dkek/vectors.json").get("wrapped");
    for (String key : wrapped.entries().keySet()) {
      Bytes request = wrapped.<Vector>get(key).bytes("cert");
      Bytes old = sample.parsed().request().encode();
      Bytes changed = replaced(sample.file(), old, request);
      Problem problem = sample.refusal(changed);
      assertTrue(
          problem instanceof SignerKeyOfAnotherKind || problem instanceof SignerKeyOfAnotherDevice,
          problem::toString);
    }
  }

  /** Another request in the container, with the lengths around it as they must be. */
  private static Bytes replaced(Bytes file, Bytes old, Bytes other) {
    String hex = file.toHex();
    String head = hex.substring(8, hex.indexOf("63820"));
    String rest = hex.substring(hex.indexOf(old.toHex()) + old.toHex().length());
    Bytes request = new Tlv(new Tag(0x63), other).encode();
    Bytes content = Bytes.fromHex(head).plus(request).plus(Bytes.fromHex(rest));
    return new Tlv(new Tag(0x30), content).encode();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void cutsAndAdditionsAreMalformed(Sample sample) {
    for (int size = 0; size < sample.file().size(); size += 13) {
      Problem problem = sample.refusal(sample.file().slice(0, size));
      assertTrue(problem instanceof Malformed, problem::toString);
    }
    Stream.of(
            sample.file().plus(Bytes.of((byte) 0)),
            Bytes.of(new byte[Membership.LARGEST + 1]),
            Bytes.fromHex(sample.file().toHex().replace("1f040201", "1f040301")))
        .forEach(
            changed -> assertTrue(sample.refusal(changed) instanceof Malformed, sample::toString));
  }
}
