// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.KeyProblem.RequestOfAnotherDevice;
import org.keyrite.core.problem.KeyProblem.RequestUnproven;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Recording;
import org.keyrite.core.testing.Seed;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

/** Requests that an emulated pico-hsm answered to stock OpenSC, and those of real devices. */
class CvRequestTest {
  private static final String DEVICE = "ESPICOHSMTR00001";

  static List<Vector> recorded() throws IOException {
    List<Vector> all = new ArrayList<>();
    Vector wrapped = Vector.file("/recordings/dkek/vectors.json").get("wrapped");
    for (String name : wrapped.entries().keySet()) {
      all.add(wrapped.get(name));
    }
    return all;
  }

  static List<Bytes> all() throws IOException, ProblemException {
    List<Bytes> all = new ArrayList<>(recorded().stream().map(v -> v.bytes("cert")).toList());
    for (Vector vector : Vector.file("/vectors/wrapfiles.json").list("vectors")) {
      String hex = vector.text("file");
      int at = hex.indexOf("678201e67f2182");
      if (at > 0) {
        all.add(Bytes.fromHex(hex.substring(at)));
      }
    }
    assertEquals(5, all.size());
    return all;
  }

  @ParameterizedTest
  @MethodSource("all")
  void isReadAndWrittenTheSame(Bytes content) throws ProblemException {
    CvRequest request = CvRequest.parse(content);
    assertEquals(content, request.encode());
    assertTrue(request.provesPossession());
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void bothSignaturesHold(Vector vector) throws IOException, ProblemException {
    CvRequest request = CvRequest.parse(vector.bytes("cert"));
    assertEquals(PublicKey.parse(vector.bytes("spki")), Optional.of(request.publicKey()));
    assertEquals("UTCA00001", request.issuer().orElseThrow().text());
    assertEquals(DEVICE, request.holder().text());
    request.verify(chain());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyChangedByteIsNoticed(Bytes content) throws IOException, ProblemException {
    Random random = Seed.random(CvRequestTest.class);
    CertificateChain chain = chain();
    for (int i = 0; i < content.size(); i++) {
      byte[] changed = content.toByteArray();
      changed[i] ^= (byte) (1 << random.nextInt(8));
      assertThrows(ProblemException.class, () -> CvRequest.parse(Bytes.of(changed)).verify(chain));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyCutIsMalformed(Bytes content) {
    for (int size = 0; size < content.size(); size++) {
      Bytes cut = content.slice(0, size);
      assertTrue(
          assertThrows(ProblemException.class, () -> CvRequest.parse(cut)).problem()
              instanceof Malformed);
    }
    assertThrows(ProblemException.class, () -> CvRequest.parse(content.plus(Bytes.of((byte) 0))));
  }

  @Test
  void refusesTheKeyOfAnotherDevice() throws IOException, ProblemException {
    CvRequest real = CvRequest.parse(all().getLast());
    assertRefused(
        new RequestOfAnotherDevice(DEVICE, real.device().text()), () -> real.verify(chain()));
    assertFalse(real.isVouchedForBy(chain().device()));
  }

  @Test
  void refusesSignaturesOfOtherRequests() throws IOException, ProblemException {
    CvRequest one = CvRequest.parse(recorded().get(1).bytes("cert"));
    CvRequest other = CvRequest.parse(recorded().get(2).bytes("cert"));
    CertificateChain chain = chain();
    CvRequest otherInside = with(one, other.signature(), one.deviceSignature());
    CvRequest otherOutside = with(one, one.signature(), other.deviceSignature());
    assertFalse(otherInside.provesPossession());
    assertFalse(otherOutside.isVouchedForBy(chain.device()));
    assertRefused(new RequestUnproven(), () -> otherInside.verify(chain));
    assertRefused(new RequestUnproven(), () -> otherOutside.verify(chain));
  }

  private static CvRequest with(CvRequest request, Bytes signature, Bytes deviceSignature) {
    return new CvRequest(
        request.issuer(),
        request.keyObject(),
        request.publicKey(),
        request.holder(),
        request.extensions(),
        signature,
        request.device(),
        deviceSignature);
  }

  @Test
  void issuerMayBeLeftOutAndExtensionsBeThere() throws IOException, ProblemException {
    CvRequest request = CvRequest.parse(recorded().get(1).bytes("cert"));
    CvRequest changed =
        new CvRequest(
            Optional.empty(),
            request.keyObject(),
            request.publicKey(),
            request.holder(),
            Optional.of(Bytes.fromHex("7300")),
            request.signature(),
            request.device(),
            request.deviceSignature());
    assertEquals(changed, CvRequest.parse(changed.encode()));
    assertFalse(changed.provesPossession());
  }

  /** Members of 7F49 left out, moved or doubled, or parameters of no known curve. */
  @ParameterizedTest
  @CsvSource({
    "''",
    "060102",
    "06010286020400",
    "0601028101ff",
    "0601028101ff820103",
    "060102810101820103",
    "0601028201038101ff",
    "81020102",
    "060102860104810101"
  })
  void refusesWhatIsNoPublicKey(String hex) throws IOException, ProblemException {
    CvRequest request = CvRequest.parse(recorded().get(1).bytes("cert"));
    Bytes changed = withKey(request, Bytes.fromHex(hex));
    assertTrue(
        assertThrows(ProblemException.class, () -> CvRequest.parse(changed)).problem()
            instanceof Malformed);
  }

  @Test
  void refusesAnEcKeyWhoseMembersAreNotAllThere() throws IOException, ProblemException {
    CvRequest request = CvRequest.parse(recorded().get(1).bytes("cert"));
    Bytes key = request.keyObject();
    Bytes withoutCofactor = key.slice(0, key.size() - 3);
    assertThrows(ProblemException.class, () -> CvRequest.parse(withKey(request, withoutCofactor)));
    Bytes twoCofactors = key.plus(key.slice(key.size() - 3, key.size()));
    assertThrows(ProblemException.class, () -> CvRequest.parse(withKey(request, twoCofactors)));
    assertEquals(request.encode(), withKey(request, key));
  }

  private static Bytes withKey(CvRequest request, Bytes key) {
    return new CvRequest(
            request.issuer(),
            key,
            request.publicKey(),
            request.holder(),
            request.extensions(),
            request.signature(),
            request.device(),
            request.deviceSignature())
        .encode();
  }

  /** The certificates of the device, as OpenSC read them when it made a key. */
  private static CertificateChain chain() throws IOException, ProblemException {
    List<String> lines = Recording.lines("/recordings/dkek/12-keygen-ec-bp256.apdu");
    int asked = lines.indexOf("> 00A40000022F0200") + 2;
    String answer = lines.get(asked + 1).substring(2).replace(" 9000", "");
    return CertificateChain.parse(Bytes.fromHex(answer));
  }

  @Test
  void refusesATagInsteadOfARequest() throws IOException {
    Bytes content = recorded().getFirst().bytes("cert");
    Bytes other = new Tlv(new Tag(0x7F21), content).encode();
    assertThrows(ProblemException.class, () -> CvRequest.parse(other));
  }
}
