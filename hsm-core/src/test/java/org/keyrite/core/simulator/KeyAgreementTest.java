// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.testing.Recording;
import org.keyrite.core.testing.Vector;

/** Two devices agree on an XKEK, by published vectors and in bytes. */
final class KeyAgreementTest {
  private static final SimulatedAuthority AUTHORITY =
      SimulatedAuthority.create(new Random(7), Talk.DAY);
  private static final SimulatedState ONE = device(1);
  private static final SimulatedState OTHER = device(2);
  private static final Bytes GROUP = Bytes.of(new byte[31]).plus(Bytes.of((byte) 9));
  private static final Bytes FOREIGN = Bytes.of(new byte[31]).plus(Bytes.of((byte) 8));
  private static final EcKey PARTNER = EcKey.generate(EcCurve.BRAINPOOL_256_R1, new Random(5));
  private static final String NO_KEY = "FF00" + "00".repeat(8);

  private static SimulatedState device(int seed) {
    return SimulatedState.create(AUTHORITY, Firmware.CURRENT, new Random(seed), Talk.DAY);
  }

  private static String hex(Bytes bytes) {
    return bytes.toHex().toUpperCase(Locale.ROOT);
  }

  /** In a group, unlocked, with an exchange key 5 for one agreement in domain 1. */
  private static Talk ready() {
    Talk talk = Talk.with(ONE);
    talk.expect("9000", Talk.initialize("0001", "970104"));
    SimulatedState member =
        talk.device.state().with(1, new KeyDomain.Xkek(GROUP, Optional.empty()));
    Talk again = Talk.with(member);
    again.expect("9000", Talk.LOGIN);
    String answer = again.send(generate(5, "9004000000019101849201" + "01"));
    assertTrue(answer.endsWith("9000"), answer);
    assertTrue(answer.contains("6531732F060B2B0601040181C31F0302028020" + hex(GROUP)), answer);
    return again;
  }

  private static String generate(int key, String rules) {
    Bytes numbers = Bytes.EMPTY;
    for (Bytes number :
        List.of(
            Ber.tlv(0x81, EcCurve.BRAINPOOL_256_R1.p()),
            Ber.tlv(0x82, EcCurve.BRAINPOOL_256_R1.a()),
            Ber.tlv(0x83, EcCurve.BRAINPOOL_256_R1.b()),
            Ber.tlv(0x84, EcCurve.BRAINPOOL_256_R1.g()),
            Ber.tlv(0x85, EcCurve.BRAINPOOL_256_R1.n()))) {
      numbers = numbers.plus(number);
    }
    Bytes template =
        Ber.join(
            Ber.tlv(0x5F29, Ber.octet(0)),
            Ber.tlv(0x7F49, Ber.tlv(0x06, PublicKeys.ECDSA_SHA_256), numbers),
            Ber.tlv(0x5F20, StateFormat.ascii("EXCHANGE00001")),
            Bytes.fromHex(rules));
    return "0046%02X0000%04X%s0000".formatted(key, template.size(), hex(template));
  }

  private static Bytes request(EcKey key, SimulatedState device, Optional<Bytes> group) {
    Bytes whole =
        new CertificateRequest(
                StateFormat.ascii("UTCA00001"), StateFormat.ascii("EXCHANGE00001"), group)
            .of(key, device.identity());
    return whole.slice(4, whole.size());
  }

  private static final Bytes GOOD = request(PARTNER, OTHER, Optional.of(GROUP));

  private static String derive(int key, Bytes data) {
    return "8062%02X8400%04X%s".formatted(key, data.size(), hex(data));
  }

  private static String select(Bytes holder) {
    return Talk.command("002281B6", hex(Ber.tlv(0x83, holder)));
  }

  private static void believe(Talk talk) {
    talk.expect("9000", select(StateFormat.ascii(SimulatedAuthority.ROOT)));
    verify(talk, AUTHORITY.issuerCertificate());
    talk.expect("9000", select(StateFormat.ascii(SimulatedAuthority.ISSUER)));
    Bytes both = OTHER.identity().certificates();
    verify(talk, both.slice(0, both.size() - AUTHORITY.issuerCertificate().size()));
    talk.expect("9000", select(OTHER.identity().holder()));
  }

  private static void verify(Talk talk, Bytes certificate) {
    String content = hex(certificate.slice(4, certificate.size()));
    talk.expect("9000", Talk.command("002A00BE", content));
  }

  private static void agree(Talk talk, String answer, Bytes data) {
    talk.send(select(OTHER.identity().holder()));
    talk.expect(answer, derive(5, data));
  }

  private static EcKey key(Vector of) {
    BigInteger number = new BigInteger(1, of.bytes("d").toByteArray());
    return EcKey.of(EcCurve.BRAINPOOL_256_R1, number).orElseThrow();
  }

  @Test
  void publishedExchangeKeysAgreeAndDeriveAsPublished() throws IOException {
    Vector made = Vector.file("/vectors/xkek.json");
    Vector keys = made.get("keys");
    Vector a = keys.get("exchange_A");
    Vector b = keys.get("exchange_B");
    Bytes x = key(a).agree(b.bytes("q")).orElseThrow().slice(1, 33);
    assertEquals(made.bytes("xkek_pico"), x);
    assertEquals(x, key(b).agree(a.bytes("q")).orElseThrow().slice(1, 33));
    KeyEncryptionKey xkek = new KeyEncryptionKey(Hidden.of(x));
    assertEquals(made.bytes("kcv"), xkek.checkValue());
    assertEquals(made.bytes("kenc"), xkek.encryption().key().bytes());
    assertEquals(made.bytes("kmac"), xkek.authentication().key().bytes());
  }

  @Test
  void publishedRequestsHoldAndNameTheirGroup() throws IOException {
    Vector made = Vector.file("/vectors/xkek.json");
    Bytes data = made.bytes("derive_xkek_apdu_data_on_B_with_peer_A");
    RequestParts parts = RequestParts.parse(data).orElseThrow();
    EcPublic device =
        EcPublic.of(
                EcCurve.BRAINPOOL_256_R1, made.<Vector>get("keys").<Vector>get("devA").bytes("q"))
            .orElseThrow();
    assertTrue(parts.hold(new CertifiedKey(parts.device(), device, 0)));
    assertFalse(parts.hold(new CertifiedKey(StateFormat.ascii("OTHER00001"), device, 0)));
    assertEquals(Optional.of(made.bytes("key_domain_uid")), parts.uid());
  }

  @Test
  void aPartnerOfTheGroupGivesTheDomainItsKey() {
    Talk talk = ready();
    believe(talk);
    talk.expect("9000", derive(5, GOOD));
    EcKey own = (EcKey) talk.device.state().keys().find(5).orElseThrow().material();
    Bytes x = PARTNER.agree(own.publicPoint()).orElseThrow().slice(1, 33);
    String value = hex(new KeyEncryptionKey(Hidden.of(x)).checkValue());
    talk.expect("FF00" + value + hex(GROUP) + "9000", "8052000100");
    talk.expect(NO_KEY + hex(GROUP) + "9000", "8052040100");
    agree(talk, "6984", GOOD);
  }

  @Test
  void aRequestTooLongForACommandIsTakenFromTheScratchFile() {
    Talk talk = ready();
    Bytes whole = Bytes.fromHex("54020000").plus(Ber.tlv(0x53, GOOD));
    talk.expect("9000", "00D72F1000%04X%s".formatted(whole.size(), hex(whole)));
    believe(talk);
    talk.expect("9000", "80620584");
    assertTrue(talk.device.state().keyEncryptionKey(1).isPresent());
    assertEquals(Optional.empty(), talk.device.state().files().find(FileId.SCRATCH));
    talk.expect("6984", "80620584");
  }

  @Test
  void whatDoesNotBelongLeavesTheDomainWithoutKey() {
    Talk talk = ready();
    talk.expect("6A88", derive(5, GOOD));
    believe(talk);
    agree(talk, "6A80", request(PARTNER, OTHER, Optional.empty()));
    agree(talk, "6985", request(PARTNER, OTHER, Optional.of(FOREIGN)));
    agree(talk, "6985", request(PARTNER, ONE, Optional.of(GROUP)));
    EcKey elsewhere = EcKey.generate(EcCurve.SECP_256_R1, new Random(6));
    agree(talk, "6A80", request(elsewhere, OTHER, Optional.of(GROUP)));
    talk.send(select(OTHER.identity().holder()));
    talk.expect(NO_KEY + hex(GROUP) + "9000", "8052000100");
    talk.expect("6A88", derive(5, GOOD));
    agree(talk, "9000", GOOD);
  }

  @Test
  void everyChangedByteIsRefused() {
    Talk talk = ready();
    believe(talk);
    byte[] good = GOOD.toByteArray();
    for (int i = 0; i < good.length; i += 3) {
      byte[] changed = good.clone();
      changed[i] ^= 1;
      talk.send(select(OTHER.identity().holder()));
      String answer = talk.send(derive(5, Bytes.of(changed)));
      assertTrue(List.of("6985", "6A80").contains(answer), answer + " at " + i);
    }
    talk.expect(NO_KEY + hex(GROUP) + "9000", "8052000100");
  }

  @Test
  void theCommandAsRecordedFromPicoHsmIsRefused() throws IOException {
    Talk talk = ready();
    believe(talk);
    int seen = 0;
    for (String line : Recording.lines("/recordings/xkek/trace.txt")) {
      if (line.startsWith("  > 80620284") && line.length() > 40) {
        talk.send(select(OTHER.identity().holder()));
        talk.expect("6A80", line.substring(4).replaceFirst("806202", "806205"));
        seen++;
      }
    }
    assertTrue(seen >= 2);
  }

  @Test
  void onlyExchangeKeysOfAGroupAgree() {
    Talk talk = ready();
    talk.expect("6A80", generate(6, "910184"));
    talk.expect("6A80", generate(6, "910184920100"));
    talk.expect("6A80", generate(6, "910184920109"));
    assertTrue(talk.send(generate(6, "910170920101")).endsWith("9000"));
    believe(talk);
    talk.expect("6A81", derive(6, GOOD));
    talk.expect("6A82", derive(7, GOOD));
    talk.expect("6A82", "80620584");
    talk.expect("6A81", "8072059200");
  }

  @Test
  void agreeingNeedsThePin() {
    Talk talk = ready().reset();
    talk.expect("6982", derive(5, GOOD));
  }
}
