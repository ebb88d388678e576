// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Random;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/** The certificates as a stranger reads them. */
final class CertificateChainTest {
  private static final ECDomainParameters CURVE =
      new ECDomainParameters(ECNamedCurveTable.getByName("brainpoolP256r1"));

  private record Certificate(
      Bytes signed, String authority, Bytes key, String holder, Bytes rest, Bytes signature) {

    static Certificate read(TlvReader reader) throws Exception {
      TlvReader whole = reader.enter(new Tag(0x7F21));
      Tlv body = new Tlv(new Tag(0x7F4E), whole.next(new Tag(0x7F4E)));
      Bytes signature = whole.next(new Tag(0x5F37));
      whole.finish();
      TlvReader in = TlvReader.of("body", body.value());
      assertEquals(Bytes.of((byte) 0), in.next(new Tag(0x5F29)));
      String authority = text(in.next(new Tag(0x42)));
      Bytes key = in.next(new Tag(0x7F49));
      String holder = text(in.next(new Tag(0x5F20)));
      Bytes rest = Bytes.EMPTY;
      for (Tlv tlv : in.rest()) {
        rest = rest.plus(tlv.encode());
      }
      return new Certificate(body.encode(), authority, key, holder, rest, signature);
    }

    private static String text(Bytes reference) {
      return new String(reference.toByteArray(), StandardCharsets.US_ASCII);
    }

    Bytes point() throws Exception {
      for (Tlv tlv : TlvReader.of("key", key).rest()) {
        if (tlv.tag().value() == 0x86) {
          return tlv.value();
        }
      }
      throw new AssertionError("no point");
    }

    boolean isSignedBy(Certificate issuer) throws Exception {
      ECDSASigner verifier = new ECDSASigner();
      byte[] point = issuer.point().toByteArray();
      verifier.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(signed.toByteArray());
      return issuer.holder().equals(authority)
          && signature.size() == 64
          && verifier.verifySignature(hash, half(0), half(32));
    }

    private BigInteger half(int from) {
      return new BigInteger(1, signature.slice(from, from + 32).toByteArray());
    }
  }

  private static Bytes certificates(Talk talk) {
    String answer = talk.send("00B12F02000004540200000400");
    return Bytes.fromHex(answer.substring(0, answer.length() - 4));
  }

  @Test
  void leadsToRootNamedForSimulation() throws Exception {
    Talk talk = Talk.virgin();
    TlvReader reader = TlvReader.of("2F02", certificates(talk));
    Certificate device = Certificate.read(reader);
    Certificate issuer = Certificate.read(reader);
    reader.finish();
    Identity identity = talk.device.state().identity();
    Certificate root =
        Certificate.read(TlvReader.of("root", identity.authority().rootCertificate()));

    assertTrue(device.isSignedBy(issuer));
    assertTrue(issuer.isSignedBy(root));
    assertTrue(root.isSignedBy(root));
    assertFalse(device.isSignedBy(root));
    assertEquals("ZZSIMUROOT00001", root.holder());
    assertEquals("ZZSIMUISSU00001", issuer.holder());
    assertEquals(identity.serial() + "00000", device.holder());
    assertTrue(device.holder().matches("SIMU[0-9]{12}"), device.holder());
    assertEquals(new CvcKey(identity.key()).publicPoint(), device.point());
  }

  @Test
  void saysRoleAndDates() throws Exception {
    TlvReader reader = TlvReader.of("2F02", certificates(Talk.virgin()));
    String dates = "5f2506020601010201" + "5f2406040601010201";
    assertEquals(
        "7f4c10060b2b0601040181c31f030101530100" + dates, Certificate.read(reader).rest().toHex());
    assertEquals(
        "7f4c10060b2b0601040181c31f030101530180" + dates, Certificate.read(reader).rest().toHex());
  }

  @Test
  void onlyTheRootSaysTheCurve() throws Exception {
    SimulatedAuthority authority = Talk.virgin().device.state().identity().authority();
    Certificate root = Certificate.read(TlvReader.of("root", authority.rootCertificate()));
    Certificate genuine = Certificate.read(TlvReader.of("root", genuineRoot()));
    assertEquals(withoutPoint(genuine), withoutPoint(root));
    TlvReader reader = TlvReader.of("2F02", certificates(Talk.virgin()));
    assertEquals(2, TlvReader.of("key", Certificate.read(reader).key()).rest().size());
  }

  private static String withoutPoint(Certificate certificate) throws Exception {
    return certificate.key().toHex().replace(certificate.point().toHex(), "");
  }

  /** DESRCACC100001, from the vectors. */
  private static Bytes genuineRoot() {
    return Bytes.fromHex(
        "7f218201b47f4e82016c5f290100420e44455352434143433130303030317f4982011d060a04007f000702"
            + "020202038120a9fb57dba1eea9bc3e660a909d838d726e3bf623d52620282013481d1f6e53778220"
            + "7d5a0975fc2c3057eef67530417affe7fb8055c126dc5c6ce94a4b44f330b5d9832026dc5c6ce94a"
            + "4b44f330b5d9bbd77cbf958416295cf7e1ce6bccdc18ff8c07b68441048bd2aeb9cb7e57cb2c4b48"
            + "2ffc81b7afb9de27e1e3bd23c23a4453bd9ace3262547ef835c3dac4fd97f8461a14611dc9c27745"
            + "132ded8e545c1d54c72f0469978520a9fb57dba1eea9bc3e660a909d838d718c397aa3b561a6f790"
            + "1e0e82974856a78641046d025a8026cdba245f10df1b72e9880fff746dab40a43a3d5c6bebf27707"
            + "c30f6dea72430ee3287b0665c1eaa6eaa4fa26c46303001983f82bd1aa31e03da0628701015f200e"
            + "44455352434143433130303030317f4c10060b2b0601040181c31f0301015301c05f250601020101"
            + "00095f24060302010100085f37409dbb382b1711d2baacb0c623d40c6267d0b52ba455c01f56333d"
            + "c9554810b9b2878daf9ec3ada19c7b065d780d6c9c3c2ecedfd78deb18af40778adf89e861ca");
  }

  @Test
  void genuineRootIsVerifiedByTheSameEyes() throws Exception {
    Certificate genuine = Certificate.read(TlvReader.of("root", genuineRoot()));
    assertTrue(genuine.isSignedBy(genuine));
  }

  @Test
  void devicesOfOneAuthorityHaveSerialsAndKeysOfTheirOwn() {
    Random random = new Random(7);
    SimulatedAuthority authority = SimulatedAuthority.create(random, Talk.DAY);
    SimulatedState one = SimulatedState.create(authority, Firmware.CURRENT, random, Talk.DAY);
    SimulatedState two = SimulatedState.create(authority, Firmware.CURRENT, random, Talk.DAY);
    assertNotEquals(one.identity().serial(), two.identity().serial());
    assertNotEquals(one.identity().key(), two.identity().key());
    assertEquals(one.identity().authority(), two.identity().authority());
  }

  @Test
  void noIdentityLooksLikeRealDevice() {
    Identity identity = Talk.virgin().device.state().identity();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Identity(
                "DENK0404144",
                identity.firmware(),
                identity.key(),
                identity.authority(),
                identity.certificates()));
  }
}
