// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.keydomain;

// Long because a request is refused part by part.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.cvc.CvCertificate;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.problem.ExchangeProblem.ExchangeKeyOfAnotherKind;
import org.keyrite.core.problem.ExchangeProblem.ExchangeKeyUnproven;
import org.keyrite.core.problem.ExchangeProblem.ExchangeRequestOfAnotherDevice;
import org.keyrite.core.problem.ExchangeProblem.ExchangeRequestWithoutGroup;
import org.keyrite.core.problem.ExchangeProblem.PartnerOfAnotherGroup;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.GroupProblem.CertificateForged;
import org.keyrite.core.problem.GroupProblem.IssuerDoesNotBelong;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.wrap.KeyBlob;

/** Exchange requests of synthetic devices and of a recorded session. */
class ExchangeRequestTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  /** A request, its group, and the roots by which it can be judged. */
  record Sample(String name, ExchangeRequest request, KeyDomainUid group, TrustAnchors anchors) {
    Problem refusal(ExchangeRequest changed) {
      return assertThrows(ProblemException.class, () -> changed.verify(group, anchors, DAY), name)
          .problem();
    }

    String serial() {
      return request.device().holder().holder();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Vector made() throws IOException {
    return Vector.file("/vectors/xkek.json");
  }

  private static Vector recorded() throws IOException {
    return Vector.file("/recordings/xkek/vectors.json");
  }

  private static TrustAnchors anchors(Bytes root) throws ProblemException {
    return TrustAnchors.known().with(Origin.TEST, CvCertificate.parse(root));
  }

  static List<Sample> samples() throws IOException, ProblemException {
    Vector made = made();
    Vector recorded = recorded();
    return List.of(
        synthetic("A", made),
        synthetic("B", made),
        recorded("1", recorded),
        recorded("2", recorded));
  }

  private static Sample synthetic(String device, Vector made) throws ProblemException {
    return new Sample(
        "synthetic " + device,
        new ExchangeRequest(
            CvCertificate.parse(made.bytes("dica_cvc")),
            CvCertificate.parse(made.bytes("dev" + device + "_cvc")),
            CvRequest.parse(made.bytes("exchange_request_" + device))),
        new KeyDomainUid(made.bytes("key_domain_uid")),
        anchors(made.bytes("root_cvc")));
  }

  private static Sample recorded(String device, Vector recorded) throws ProblemException {
    return new Sample(
        "recorded " + device,
        new ExchangeRequest(
            CvCertificate.parse(recorded.bytes("dica")),
            CvCertificate.parse(recorded.<Vector>get("devcert").bytes(device)),
            CvRequest.parse(recorded.<Vector>get("exchange_request").bytes(device))),
        KeyDomainUid.ofReported(recorded.bytes("key_domain_uid")),
        anchors(recorded.bytes("root")));
  }

  private static Sample first() throws IOException, ProblemException {
    return samples().getFirst();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void holdsAndNamesTheGroup(Sample sample) throws ProblemException {
    assertEquals(
        Origin.TEST, sample.request().verify(sample.group(), sample.anchors(), DAY).origin());
    assertEquals(sample.group(), sample.request().uid());
    assertEquals(sample.request(), ExchangeRequest.parse(sample.request().encode()));
  }

  @Test
  void readsAllContainersAndWritesTheNewOne() throws Exception {
    Sample a = first();
    Bytes file = made().bytes("exchange_file_A_new_container");
    assertEquals(file, a.request().encode());
    assertEquals(a.request(), ExchangeRequest.parse(file));
    assertEquals(a.request(), ExchangeRequest.parse(made().bytes("exchange_file_A_old_container")));
    Bytes bare =
        a.request()
            .request()
            .encode()
            .plus(a.request().device().encode())
            .plus(a.request().issuer().encode());
    assertEquals(a.request(), ExchangeRequest.parse(bare));
  }

  @Test
  void givesADeviceWhatIsPublished() throws Exception {
    assertEquals(
        made().bytes("derive_xkek_apdu_data_on_B_with_peer_A"),
        first().request().request().content());
  }

  @Test
  void whatIsDerivedFromThePublishedKeyAgrees() throws Exception {
    Vector made = made();
    try (DkekShare whole = DkekShare.taking(Secret.taking(made.bytes("xkek_pico").toByteArray()));
        Dkek xkek = Dkek.of(List.of(whole));
        Secret encrypts = xkek.encryptionKey();
        Secret authenticates = xkek.authenticationKey()) {
      assertEquals(made.bytes("kcv"), xkek.keyCheckValue().value());
      assertEquals(made.bytes("kenc"), encrypts.use(Bytes::of));
      assertEquals(made.bytes("kmac"), authenticates.use(Bytes::of));
    }
  }

  @Test
  void theRecordedWrappedKeyIsUnderTheRecordedCheckValue() throws Exception {
    Vector recorded = recorded();
    KeyBlob blob = KeyBlob.parse(recorded.bytes("wrapped_key3"));
    Vector values = recorded.get("kcv");
    assertEquals(values.bytes("1"), blob.checkValue().value());
    assertEquals(values.bytes("2"), blob.checkValue().value());
    assertEquals(recorded.bytes("wrapped_key3"), blob.encode());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void refusesAPartnerOfAnotherGroup(Sample sample) {
    KeyDomainUid other = new KeyDomainUid(sample.group().value().sha256());
    assertRefused(
        new PartnerOfAnotherGroup(sample.serial(), other.toText(), sample.group().toText()),
        () -> sample.request().verify(other, sample.anchors(), DAY));
  }

  /** The group signer's request holds as well, but its key is for no group. */
  @Test
  void refusesARequestWithoutUid() throws Exception {
    Sample a = first();
    CvRequest signer = CvRequest.parse(made().bytes("group_signer_request"));
    ExchangeRequest without =
        new ExchangeRequest(a.request().issuer(), a.request().device(), signer);
    assertEquals(new ExchangeRequestWithoutGroup(a.serial()), a.refusal(without));
  }

  @Test
  void refusesTheSignatureOfAnotherDevice() throws Exception {
    List<Sample> samples = samples();
    ExchangeRequest a = samples.get(0).request();
    ExchangeRequest b = samples.get(1).request();
    assertEquals(
        new ExchangeRequestOfAnotherDevice(a.device().holder().text(), b.device().holder().text()),
        samples.getFirst().refusal(new ExchangeRequest(a.issuer(), a.device(), b.request())));
    assertEquals(
        new ExchangeKeyUnproven(samples.getFirst().serial()),
        samples
            .getFirst()
            .refusal(
                new ExchangeRequest(
                    a.issuer(),
                    a.device(),
                    with(a.request(), a.request().signature(), b.request().deviceSignature()))));
    assertEquals(
        new ExchangeKeyUnproven(samples.getFirst().serial()),
        samples
            .getFirst()
            .refusal(
                new ExchangeRequest(
                    a.issuer(),
                    a.device(),
                    with(a.request(), b.request().signature(), a.request().deviceSignature()))));
  }

  private static CvRequest with(CvRequest of, Bytes signature, Bytes deviceSignature) {
    return new CvRequest(
        of.issuer(),
        of.keyObject(),
        of.publicKey(),
        of.holder(),
        of.extensions(),
        signature,
        of.device(),
        deviceSignature);
  }

  private static CvRequest with(CvRequest of, Optional<Bytes> extensions) {
    return new CvRequest(
        of.issuer(),
        of.keyObject(),
        of.publicKey(),
        of.holder(),
        extensions,
        of.signature(),
        of.device(),
        of.deviceSignature());
  }

  @Test
  void refusesCertificatesThatDoNotBelong() throws Exception {
    List<Sample> samples = samples();
    ExchangeRequest a = samples.get(0).request();
    ExchangeRequest recorded = samples.get(2).request();
    assertEquals(
        new IssuerDoesNotBelong(a.device().holder().text(), recorded.issuer().holder().text()),
        samples
            .getFirst()
            .refusal(new ExchangeRequest(recorded.issuer(), a.device(), a.request())));
    TrustAnchors others = samples.get(2).anchors();
    assertEquals(Origin.UNKNOWN, a.verify(samples.getFirst().group(), others, DAY).origin());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7300", "6500", "80017F"})
  void extensionsThatNameNoGroupAreRefused(String extensions) throws Exception {
    ExchangeRequest a = first().request();
    ExchangeRequest changed =
        new ExchangeRequest(
            a.issuer(), a.device(), with(a.request(), Optional.of(Bytes.fromHex(extensions))));
    Problem refused = assertThrows(ProblemException.class, changed::uid).problem();
    assertTrue(
        refused.equals(new ExchangeRequestWithoutGroup(first().serial()))
            || refused instanceof Malformed,
        refused::toString);
  }

  @Test
  void aUidOfAnotherLengthOrTwiceIsRefused() throws Exception {
    ExchangeRequest a = first().request();
    Bytes good = a.request().extensions().orElseThrow();
    Bytes longer = extension(a.uid().value().plus(Bytes.of((byte) 0)));
    assertEquals(good, extension(a.uid().value()));
    for (Bytes wrong : List.of(longer, good.plus(good), extension(Bytes.EMPTY))) {
      ExchangeRequest changed =
          new ExchangeRequest(a.issuer(), a.device(), with(a.request(), Optional.of(wrong)));
      assertTrue(assertThrows(ProblemException.class, changed::uid).problem() instanceof Malformed);
    }
  }

  private static Bytes extension(Bytes uid) {
    Bytes name = new Tlv(new Tag(0x06), Bytes.fromHex("2B0601040181C31F030202")).encode();
    return new Tlv(new Tag(0x73), name.plus(new Tlv(new Tag(0x80), uid).encode())).encode();
  }

  @Test
  void everyChangedByteOfAFileIsRefusedOrLeadsToNoKnownRoot() throws Exception {
    for (Sample sample : samples()) {
      byte[] file = sample.request().encode().toByteArray();
      for (int i = 0; i < file.length; i += 7) {
        byte[] changed = file.clone();
        changed[i] ^= 1;
        Problem refused;
        try {
          // Who issued the issuer nobody can tell then: its root is another, unknown one.
          assertEquals(
              Origin.UNKNOWN,
              ExchangeRequest.parse(Bytes.of(changed))
                  .verify(sample.group(), sample.anchors(), DAY)
                  .origin(),
              sample + " byte " + i);
          continue;
        } catch (ProblemException e) {
          refused = e.problem();
        }
        assertTrue(KNOWN.contains(refused.getClass()), refused::toString);
      }
    }
  }

  private static final Set<Class<?>> KNOWN =
      Set.of(
          Malformed.class,
          CertificateForged.class,
          IssuerDoesNotBelong.class,
          ExchangeRequestOfAnotherDevice.class,
          ExchangeKeyOfAnotherKind.class,
          ExchangeKeyUnproven.class,
          PartnerOfAnotherGroup.class);

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "3000", "31020500", "67820000", "7F2100"})
  void refusesNonsense(String content) {
    assertTrue(
        assertThrows(ProblemException.class, () -> ExchangeRequest.parse(Bytes.fromHex(content)))
                .problem()
            instanceof Malformed);
  }
}
