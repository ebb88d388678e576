// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

// Long because one device is led to believe another, refusal by refusal.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.testing.Recording;
import org.keyrite.core.testing.Vector;

/** Certificates, memberships and XKEK domains, by published vectors and by devices of a test. */
final class XkekDomainsTest {
  private static final SimulatedAuthority AUTHORITY =
      SimulatedAuthority.create(new Random(7), Talk.DAY);
  private static final SimulatedState HOLDER = device(1);
  private static final SimulatedState MEMBER = device(2);
  private static final EcKey SIGNER = EcKey.generate(EcCurve.BRAINPOOL_256_R1, new Random(3));
  private static final String NO_KEY = "FF00" + "00".repeat(8);

  private static SimulatedState device(int seed) {
    return SimulatedState.create(AUTHORITY, Firmware.CURRENT, new Random(seed), Talk.DAY);
  }

  private static Talk member() {
    return ready(Talk.with(MEMBER));
  }

  private static Talk ready(Talk talk) {
    talk.expect("9000", Talk.initialize("0001", "970104"));
    talk.expect("9000", Talk.LOGIN);
    return talk;
  }

  private static Bytes x(SimulatedState device) {
    return new CvcKey(device.identity().key()).publicPoint().slice(1, 33);
  }

  private static Bytes request(EcKey signer, SimulatedState holder) {
    Bytes whole =
        new CertificateRequest(StateFormat.ascii("UTCA00001"), StateFormat.ascii("SIGNER00001"))
            .of(signer, holder.identity());
    return whole.slice(4, whole.size());
  }

  private static Bytes membership(EcKey signer, SimulatedState member) {
    Bytes signed = Bytes.of((byte) 0x54).plus(x(member));
    return Ber.tlv(0x54, signer.plainSignature(signed.sha256()));
  }

  private static String create(int index, Bytes data) {
    String size = "%04X".formatted(data.size());
    return "805202%02X00%s%s0000".formatted(index, size, hex(data));
  }

  private static String hex(Bytes bytes) {
    return bytes.toHex().toUpperCase(Locale.ROOT);
  }

  private static String select(Bytes holder) {
    return Talk.command("002281B6", hex(Ber.tlv(0x83, holder)));
  }

  private static String select(String holder) {
    return select(StateFormat.ascii(holder));
  }

  /** The value of a certificate as PSO wants it. */
  private static String verify(Bytes certificate) {
    assertEquals(0x81, certificate.at(2));
    return Talk.command("002A00BE", hex(certificate.slice(4, certificate.size())));
  }

  private static Bytes deviceCertificate(SimulatedState device) {
    Bytes both = device.identity().certificates();
    return both.slice(0, both.size() - AUTHORITY.issuerCertificate().size());
  }

  /** Leads the member from its root to the holder of the group signer, who stays selected. */
  private static void believeHolder(Talk talk) {
    talk.expect("6A88", select(HOLDER.identity().holder()));
    talk.expect("6A88", select(SimulatedAuthority.ISSUER));
    talk.expect("9000", select(SimulatedAuthority.ROOT));
    talk.expect("9000", verify(AUTHORITY.issuerCertificate()));
    talk.expect("9000", select(SimulatedAuthority.ISSUER));
    talk.expect("9000", verify(deviceCertificate(HOLDER)));
    talk.expect("9000", select(HOLDER.identity().holder()));
  }

  private static final Bytes GOOD = request(SIGNER, HOLDER).plus(membership(SIGNER, MEMBER));

  private static String uid() {
    return hex(SIGNER.publicPoint().slice(1, 33));
  }

  @Test
  void aMemberGetsADomainOfTheGroup() {
    Talk talk = member();
    believeHolder(talk);
    talk.expect(NO_KEY + uid() + "9000", create(1, GOOD));
    talk.expect(NO_KEY + uid() + "9000", "8052000100");
    talk.expect("6A88", "8052000000");
    talk.reset().expect(NO_KEY + uid() + "9000", "8052000100");
  }

  @Test
  void theSignersOwnDeviceMayBeAMember() {
    Talk talk = ready(Talk.with(HOLDER));
    believeHolder(talk);
    Bytes own = request(SIGNER, HOLDER).plus(membership(SIGNER, HOLDER));
    talk.expect(NO_KEY + uid() + "9000", create(0, own));
  }

  @Test
  void aSelectedKeyIsGoodForOneCommand() {
    Talk talk = member();
    believeHolder(talk);
    talk.expect("6A88", "8052000100");
    talk.expect("6A88", create(1, GOOD));
    talk.expect("9000", select(HOLDER.identity().holder()));
    talk.expect(NO_KEY + uid() + "9000", create(1, GOOD));
  }

  @Test
  void nobodyIsBelievedAfterAReset() {
    Talk talk = member();
    believeHolder(talk);
    talk.reset();
    talk.expect("6A88", select(HOLDER.identity().holder()));
    talk.expect("6982", create(1, GOOD));
    talk.expect("9000", Talk.LOGIN);
    talk.expect("6A88", create(1, GOOD));
  }

  @Test
  void aMembershipForAnotherDeviceIsRefused() {
    Talk talk = member();
    believeHolder(talk);
    Bytes forHolder = request(SIGNER, HOLDER).plus(membership(SIGNER, HOLDER));
    talk.expect("6985", create(1, forHolder));
    talk.expect("6A88", "8052000100");
  }

  @Test
  void aMembershipByAnotherKeyIsRefused() {
    Talk talk = member();
    believeHolder(talk);
    EcKey other = EcKey.generate(EcCurve.BRAINPOOL_256_R1, new Random(4));
    talk.expect("6985", create(1, request(SIGNER, HOLDER).plus(membership(other, MEMBER))));
  }

  @Test
  void aRequestOfAnotherDeviceThanTheSelectedIsRefused() {
    Talk talk = member();
    believeHolder(talk);
    talk.expect("6985", create(1, request(SIGNER, MEMBER).plus(membership(SIGNER, MEMBER))));
  }

  @Test
  void everyChangedByteIsRefused() {
    byte[] good = GOOD.toByteArray();
    Talk talk = member();
    believeHolder(talk);
    for (int i = 0; i < good.length; i += 3) {
      byte[] changed = good.clone();
      changed[i] ^= 1;
      talk.send(select(HOLDER.identity().holder()));
      String answer = talk.send(create(1, Bytes.of(changed)));
      assertTrue(List.of("6985", "6A80").contains(answer), answer);
    }
    talk.expect("6A88", "8052000100");
  }

  @Test
  void aKeyOfAnotherCurveIsNoGroupSigner() {
    Talk talk = member();
    believeHolder(talk);
    EcKey other = EcKey.generate(EcCurve.SECP_256_R1, new Random(4));
    talk.expect("6A80", create(1, request(other, HOLDER).plus(membership(other, MEMBER))));
  }

  @Test
  void theCommandAsRecordedFromPicoHsmIsRefused() throws Exception {
    Talk talk = member();
    int seen = 0;
    for (String line : Recording.lines("/recordings/xkek/trace.txt")) {
      if (line.startsWith("  > 805202")) {
        talk.expect("6A80", line.substring(4));
        seen++;
      }
    }
    assertEquals(8, seen);
  }

  @Test
  void aChainOfAnotherRootIsNotBelieved() {
    SimulatedAuthority foreign = SimulatedAuthority.create(new Random(8), Talk.DAY);
    Talk talk = member();
    talk.expect("9000", select(SimulatedAuthority.ROOT));
    talk.expect("6985", verify(foreign.issuerCertificate()));
    talk.expect("6A88", select(SimulatedAuthority.ISSUER));
  }

  @Test
  void aDeviceMayNotCertifyAnother() {
    Talk talk = member();
    believeHolder(talk);
    Bytes holder = HOLDER.identity().holder();
    CvcKey key = new CvcKey(HOLDER.identity().key());
    Bytes forged =
        new CertificateBody(
                StateFormat.text(holder),
                "SIMU999999900000",
                SIGNER.publicPoint(),
                CertificateBody.DEVICE,
                Talk.DAY)
            .signedBy(key);
    talk.expect("6985", verify(forged));
  }

  @Test
  void aCertificateIsCheckedByTheSelectedKeyOnly() {
    Talk talk = member();
    talk.expect("6A88", verify(AUTHORITY.issuerCertificate()));
    talk.expect("9000", select(SimulatedAuthority.ROOT));
    talk.expect("6A88", verify(deviceCertificate(HOLDER)));
  }

  @ParameterizedTest
  @CsvSource({
    "0022000003830141, 6D00",
    "002241A5028000, 6D00",
    "002241A4028000, 6A88",
    "002281B6028000, 6A80",
    "002281B6, 6A80",
    "002A00BE, 6A80",
    "002A000002AABB, 6A86",
    "002A00BE027F4E, 6A80"
  })
  void refusesNonsense(String command, String answer) {
    member().expect(answer, command);
  }

  @Test
  void aDomainIsSetUpOnceAndTakesNoShares() {
    Talk talk = member();
    believeHolder(talk);
    talk.send(create(1, GOOD));
    talk.send(select(HOLDER.identity().holder()));
    talk.expect("6A89", create(1, GOOD));
    talk.expect("6A89", "80520101010100");
    talk.expect("6986", "8052000120" + "01".repeat(32) + "00");
    talk.send(select(HOLDER.identity().holder()));
    talk.expect("6A86", create(4, GOOD));
  }

  @Test
  void itsKeyIsForgottenAndTheEmptyDomainDeleted() {
    Hidden key = Hidden.of(Bytes.of(new byte[32]));
    Talk talk = member();
    believeHolder(talk);
    talk.send(create(1, GOOD));
    Bytes uid = SIGNER.publicPoint().slice(1, 33);
    SimulatedState derived = talk.device.state().with(1, new KeyDomain.Xkek(uid, Optional.of(key)));
    Talk again = Talk.with(derived);
    again.expect("FF0066687AADF862BD77" + uid() + "9000", "8052000100");
    again.expect("6982", "80520401");
    again.expect("9000", Talk.LOGIN);
    again.expect(NO_KEY + uid() + "9000", "8052040100");
    again.expect("9000", "80520301");
    again.expect("6A88", "8052000100");
  }

  @Test
  void aDomainWithKeysIsNotDeleted() {
    Talk talk = member();
    believeHolder(talk);
    talk.send(create(1, GOOD));
    talk.expect("9000", "004805B006910192920101");
    talk.expect("6A89", "80520301");
    talk.expect("9000", "00E4020002CC05");
    talk.expect("9000", "80520301");
  }

  @Test
  void isKeptInTheStateFile() throws Exception {
    Bytes uid = SIGNER.publicPoint().slice(1, 33);
    Hidden key = Hidden.random(32, new Random(5));
    Talk talk = member();
    for (KeyDomain domain :
        List.of(
            new KeyDomain.Xkek(uid, Optional.empty()), new KeyDomain.Xkek(uid, Optional.of(key)))) {
      SimulatedState state = talk.device.state().with(2, domain);
      assertEquals(state, StateReader.parse(StateFormat.encode(state)));
    }
  }

  @Test
  void olderFirmwareKnowsNoMembershipsOfThisForm() {
    SimulatedState old =
        SimulatedState.create(AUTHORITY, new Firmware(3, 3), new Random(2), Talk.DAY);
    ready(Talk.with(old)).expect("6A86", create(1, GOOD));
  }

  @Test
  void publishedMembershipsHold() throws Exception {
    Vector made = Vector.file("/vectors/xkek.json");
    List<Vector> files = Vector.file("/vectors/kdm.json").list("vectors");
    Vector keys = made.get("keys");
    CertifiedKey holder =
        new CertifiedKey(
            StateFormat.ascii("UTSIMA0000100000"),
            EcPublic.of(EcCurve.BRAINPOOL_256_R1, keys.<Vector>get("devA").bytes("q"))
                .orElseThrow(),
            0);
    MembershipParts a = MembershipParts.parse(files.get(1).bytes("create_apdu_data")).orElseThrow();
    MembershipParts b = MembershipParts.parse(files.get(2).bytes("create_apdu_data")).orElseThrow();
    CertifiedKey named = new CertifiedKey(a.request().device(), holder.key(), 0);
    Bytes devA = keys.<Vector>get("devA").bytes("q");
    Bytes devB = keys.<Vector>get("devB").bytes("q");
    assertTrue(a.hold(named, devA));
    assertTrue(b.hold(named, devB));
    assertFalse(a.hold(named, devB));
    assertFalse(b.hold(named, devA));
    assertFalse(a.hold(new CertifiedKey(StateFormat.ascii("OTHER00001"), holder.key(), 0), devA));
    assertEquals(made.bytes("key_domain_uid"), a.uid());
  }
}
