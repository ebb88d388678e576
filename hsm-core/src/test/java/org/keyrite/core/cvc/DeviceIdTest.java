// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.CertificateMissing;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.GroupProblem.CertificateForged;
import org.keyrite.core.problem.GroupProblem.DeviceIdSwapped;
import org.keyrite.core.problem.GroupProblem.IssuerDoesNotBelong;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

/** What real devices export, and what was done to it. */
class DeviceIdTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final TrustAnchors KNOWN = TrustAnchors.known();

  private static Vector real(int index) throws IOException {
    return Vector.file("/vectors/cvc.json").list("chains").get(index);
  }

  private static Bytes file(int index) throws IOException {
    return real(index).bytes("device").plus(real(index).bytes("dica"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, DECM0104448, DECM010444800000.id",
    "1, DENK0404144, DENK040414400000.id",
  })
  void realDevicesAreReadJudgedAndWrittenTheSame(int index, String serial, String name)
      throws Exception {
    DeviceId id = DeviceId.parse(file(index));
    assertEquals(serial, id.serial());
    assertEquals(name, id.fileName());
    assertEquals(real(index).bytes("default_key_domain_x"), id.keyX());
    assertEquals(Origin.GENUINE, id.chain().judge(KNOWN, DAY).origin());
    assertEquals(file(index), id.encode());
    assertEquals(id, DeviceId.of(CertificateChain.parse(real(index).bytes("ef_2f02"))));
  }

  @Test
  void theIssuerOfANitrokeyHasAnEmptyExtension() throws Exception {
    CvCertificate issuer = DeviceId.parse(file(1)).issuer();
    CvCertificate with =
        new CvCertificate(
            issuer.issuer(),
            issuer.publicKey(),
            issuer.holder(),
            issuer.authorisation(),
            issuer.effective(),
            issuer.expires(),
            Optional.of(Bytes.EMPTY),
            issuer.signature());
    Bytes content = real(1).bytes("device").plus(with.encode());
    assertEquals(Optional.of(Bytes.EMPTY), DeviceId.parse(content).issuer().extensions());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void everyChangedBitIsNoticed(int index) throws Exception {
    byte[] content = file(index).toByteArray();
    for (int bit = 0; bit < 8 * content.length; bit += 5) {
      byte[] changed = content.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      int at = bit;
      assertThrows(
          ProblemException.class,
          () -> {
            ChainVerdict verdict = DeviceId.parse(Bytes.of(changed)).chain().judge(KNOWN, DAY);
            // A name that was changed leads to no known root; that is for people to judge.
            if (verdict.origin() == Origin.UNKNOWN) {
              throw new CertificateMissing().asException();
            }
          },
          () -> "bit " + at);
    }
  }

  @Test
  void aChangedSignatureIsNamedWithItsHolder() throws Exception {
    DeviceId id = DeviceId.parse(file(1));
    Bytes zeros = Bytes.of(new byte[64]);
    assertRefused(
        new CertificateForged("DENK040414400000"),
        () ->
            new DeviceId(Synthetic.withSignature(id.device(), zeros), id.issuer())
                .chain()
                .judge(KNOWN, DAY));
    assertRefused(
        new CertificateForged("DEDINK0400001"),
        () ->
            new DeviceId(id.device(), Synthetic.withSignature(id.issuer(), zeros))
                .chain()
                .judge(KNOWN, DAY));
  }

  @Test
  void aForgedDeviceOfAnUnknownRootIsForgedAndNotUnknown() throws Exception {
    Synthetic made = new Synthetic();
    CertificateChain good = new DeviceId(made.device(), made.issuer()).chain();
    assertEquals(Origin.UNKNOWN, good.judge(KNOWN, DAY).origin());
    CvCertificate forged = Synthetic.withSignature(made.device(), made.issuer().signature());
    assertRefused(
        new CertificateForged("XXTESTDEV00001"),
        () -> new DeviceId(forged, made.issuer()).chain().judge(KNOWN, DAY));
  }

  @Test
  void swappedCertificatesAreNamedSo() throws Exception {
    Bytes swapped = real(1).bytes("dica").plus(real(1).bytes("device"));
    assertRefused(new DeviceIdSwapped(), () -> DeviceId.parse(swapped));
  }

  @Test
  void theIssuerOfAnotherDeviceIsNamedSo() throws Exception {
    Bytes mixed = real(1).bytes("device").plus(real(0).bytes("dica"));
    assertRefused(
        new IssuerDoesNotBelong("DENK040414400000", "DEDICM0100002"), () -> DeviceId.parse(mixed));
  }

  @Test
  void aContainerWithTagsIsReadToo() throws Exception {
    Bytes content =
        new Tlv(new Tag(0x06), Bytes.fromHex("2B0601040181C31F040101"))
            .encode()
            .plus(new Tlv(new Tag(0x61), real(1).bytes("dica")).encode())
            .plus(new Tlv(new Tag(0x62), real(1).bytes("device")).encode());
    Bytes file = new Tlv(new Tag(0x30), content).encode();
    assertEquals(DeviceId.parse(file(1)), DeviceId.parse(file));
    Bytes membership = Bytes.fromHex(file.toHex().replace("1f040101", "1f040201"));
    assertTrue(malformed(membership));
  }

  @Test
  void cutsAndAdditionsAreMalformed() throws Exception {
    Bytes content = file(1);
    for (int size = 0; size < content.size(); size += 7) {
      assertTrue(malformed(content.slice(0, size)));
    }
    assertTrue(malformed(content.plus(Bytes.of((byte) 0))));
    assertTrue(malformed(content.plus(real(1).bytes("dica"))));
    assertTrue(malformed(real(1).bytes("device")));
    assertTrue(malformed(Bytes.of(new byte[DeviceId.LARGEST + 1])));
  }

  private static boolean malformed(Bytes content) {
    return assertThrows(ProblemException.class, () -> DeviceId.parse(content)).problem()
        instanceof Malformed;
  }

  @Test
  void aDeviceWithoutItsIssuerHasNone() throws Exception {
    CertificateChain alone = new CertificateChain(List.of(DeviceId.parse(file(1)).device()));
    assertRefused(new CertificateMissing(), () -> DeviceId.of(alone));
  }
}
