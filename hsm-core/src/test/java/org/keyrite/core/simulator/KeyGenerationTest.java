// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;

final class KeyGenerationTest {
  private static final String P256 = "secp256r1";

  private final Talk user = Talk.loggedIn("970102");

  static List<String> curves() throws IOException {
    return KeyTalk.curves();
  }

  private KeyTalk.Request generated(int id, String publicKey) throws Exception {
    return KeyTalk.Request.of(KeyTalk.good(user.send(KeyTalk.generate(id, publicKey, ""))));
  }

  private static boolean verifies(EcCurve curve, Bytes point, Bytes message, Bytes plain) {
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(
        false, new ECPublicKeyParameters(curve.point(point).orElseThrow(), curve.parameters()));
    int half = plain.size() / 2;
    assertEquals(2 * curve.width(), plain.size());
    return verifier.verifySignature(
        message.sha256().toByteArray(),
        KeyTalk.number(plain.slice(0, half)),
        KeyTalk.number(plain.slice(half, plain.size())));
  }

  private void assertSignedByDevice(KeyTalk.Request request) {
    Identity device = user.device.state().identity();
    assertEquals(device.holder(), request.outer());
    Bytes signed = request.inner().plus(Ber.tlv(0x42, request.outer()));
    Bytes point = new CvcKey(device.key()).publicPoint();
    assertTrue(verifies(EcCurve.BRAINPOOL_256_R1, point, signed, request.outerSignature()));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void requestOfPairOnEveryCurveIsSignedByPairAndDevice(String name) throws Exception {
    KeyTalk.Request request = generated(1, KeyTalk.ec(name));
    EcCurve curve = EcCurve.named(name).orElseThrow();
    assertTrue(verifies(curve, request.key(0x86), request.body(), request.signature()));
    assertEquals(curve.p(), request.key(0x81));
    assertSignedByDevice(request);
  }

  @ParameterizedTest
  @CsvSource({"1024,010001", "1536,03", "2048,010001", "3072,11"})
  void requestOfRsaPairIsSignedByPairAndDevice(int bits, String exponent) throws Exception {
    KeyTalk.Request request = generated(7, KeyTalk.rsa(bits, exponent));
    assertTrue(
        KeyTalk.verifies("SHA256withRSA", request.rsa(), request.body(), request.signature()));
    assertEquals(bits / 8, request.key(0x81).size());
    assertEquals(Bytes.fromHex(exponent), request.key(0x82));
    assertSignedByDevice(request);
  }

  @Test
  void requestCarriesTheGivenReferences() throws Exception {
    String body = generated(1, KeyTalk.ec(P256)).body().toHex().toUpperCase(Locale.ROOT);
    assertTrue(body.contains("5F290100" + KeyTalk.CAR + "7F49"), body);
    assertTrue(body.endsWith(KeyTalk.CHR), body);
  }

  @Test
  void requestNamesTheDeviceWhenNobodyElseIsNamed() throws Exception {
    String data = "5F290100" + KeyTalk.tlv("7F49", KeyTalk.ec(P256)) + KeyTalk.CHR;
    String answer = user.send(KeyTalk.extended("00460100", data) + "0000");
    Bytes body = KeyTalk.Request.of(KeyTalk.good(answer)).body();
    Bytes holder = Ber.tlv(0x42, user.device.state().identity().holder());
    assertTrue(body.toHex().contains(holder.toHex()));
  }

  @Test
  void requestIsTheCertificateFileAndThereIsNoDescription() throws Exception {
    user.expect("CC009000", "80580000000000");
    String request = KeyTalk.good(user.send(KeyTalk.generate(5, KeyTalk.ec(P256), "")));
    user.expect(request + "9000", "00B1CE05000004540200001000");
    user.expect("6A82", "00A4000002C40500");
    user.expect("CC00CC05CE059000", "80580000000000");
  }

  @Test
  void requestReplacesWhatAnEarlierKeyHasLeft() throws Exception {
    user.send(KeyTalk.generate(5, KeyTalk.ec("secp521r1"), ""));
    user.expect("9000", "00E4020002CC05");
    String request = KeyTalk.good(user.send(KeyTalk.generate(5, KeyTalk.ec(P256), "")));
    user.expect(request + "9000", "00B1CE05000004540200001000");
  }

  @Test
  void keysAreListedBeforeFilesAndDeletedAlone() throws Exception {
    user.send(KeyTalk.generate(0x20, KeyTalk.ec(P256), ""));
    user.send(KeyTalk.generate(0x03, KeyTalk.ec(P256), ""));
    user.send("00D7C40308540200005302" + "3000");
    user.expect("CC00CC03CC20C403CE03CE209000", "80580000000000");
    user.expect("9000", "00E4020002CC03");
    user.expect("CC00CC20C403CE03CE209000", "80580000000000");
    user.expect("6A82", "00E4020002CC03");
  }

  @Test
  void keyIsNeitherReadNorWritten() throws Exception {
    user.send(KeyTalk.generate(1, KeyTalk.ec(P256), ""));
    user.expect("6985", "00B1CC01000004540200001000");
    user.expect("6985", "00D7CC0107540200005301AA");
    user.expect("6A82", "00B1CC02000004540200001000");
    user.expect("6A82", "00A4000002CC0200");
  }

  @Test
  void tellsRulesOfKeyWhenItIsSelected() throws Exception {
    String rules = "900400000003" + "91027073" + "920101";
    user.expect("9000", "805201010101");
    user.send(KeyTalk.generate(1, KeyTalk.ec(P256), rules));
    user.expect(
        "6F168201018302CC01A50D" + "900400000003" + "91027073" + "920101" + "9000",
        "00A4000002CC0100");
    user.send(KeyTalk.generate(2, KeyTalk.ec(P256), ""));
    user.expect("6F078201018302CC029000", "00A4000002CC0200");
  }

  @Test
  void makesSecretKeysOfThreeSizes() {
    user.expect("9000", "004801B006910410111899");
    user.expect("9000", "004802B1");
    user.expect("9000", "004803B2");
    user.expect("CC00CC01CC02CC039000", "80580000000000");
    user.expect("6F0F8201018302CC01A506910410111899" + "9000", "00A4000002CC0100");
    List<Integer> sizes =
        user.device.state().keys().content().values().stream()
            .map(key -> ((AesKey) key.material()).key().size())
            .toList();
    assertEquals(List.of(16, 24, 32), sizes);
  }

  @Test
  void refusesSecretKeyUnderAnotherKey() {
    user.expect("6A81", "004801B006930110910118");
  }

  @Test
  void refusesToReplaceKey() throws Exception {
    user.send("004801B0");
    user.expect("6A89", "004801B0");
    user.expect("6A89", KeyTalk.generate(1, KeyTalk.ec(P256), ""));
    user.expect("CC00CC019000", "80580000000000");
  }

  @Test
  void refusesWithoutUserPin() throws Exception {
    Talk stranger = Talk.initialised("");
    stranger.expect("6982", KeyTalk.generate(1, KeyTalk.ec(P256), ""));
    stranger.expect("6982", "004801B0");
    Talk.virgin().expect("6982", KeyTalk.generate(1, KeyTalk.ec(P256), ""));
  }

  @Test
  void refusesKeyOfTheDeviceItselfAndOtherSigners() throws Exception {
    user.expect("6A86", KeyTalk.generate(0, KeyTalk.ec(P256), ""));
    user.expect("6A86", "004800B0");
    user.expect("6A86", "004801B3");
    user.expect("6A86", KeyTalk.generate(1, KeyTalk.RSA_1024, "").replace("00460100", "00460101"));
  }

  @Test
  void refusesDomainThatIsNotThere() throws Exception {
    user.expect("6A88", KeyTalk.generate(1, KeyTalk.ec(P256), "920100"));
    user.expect("6A88", KeyTalk.generate(1, KeyTalk.ec(P256), "920102"));
    user.expect("6A88", "004801B003920101");
    user.expect("CC009000", "80580000000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "900400000000",
        "9003000001",
        "90050000000001",
        "92020000",
        "9200",
        "9201FF",
        "930100",
        "9111" + "1010101010101010101010101010101010",
        "910110910110",
        "65007300",
        "4500",
        "450853494D5530303030"
      })
  void refusesRulesThatMakeNoSense(String more) throws Exception {
    user.expect("6A80", KeyTalk.generate(1, KeyTalk.ec(P256), more));
    user.expect("CC009000", "80580000000000");
  }

  @Test
  void refusesKeyThatIsBroughtAlong() throws Exception {
    user.expect("6A81", KeyTalk.generate(1, KeyTalk.ec(P256), "8A0101"));
  }

  @ParameterizedTest
  @CsvSource({
    "1023,010001",
    "0,010001",
    "512,010001",
    "2049,010001",
    "8192,010001",
    "1024,010000",
    "1024,01",
    "1024,00",
    "1024,0103010001",
    "1024,00010001"
  })
  void refusesRsaPairsThatNobodyHas(int bits, String exponent) {
    user.expect("6A80", KeyTalk.generate(1, KeyTalk.rsa(bits, exponent), ""));
  }

  @Test
  void refusesCurveWithAnyOtherParameter() throws Exception {
    String good = KeyTalk.ec(P256);
    String other = KeyTalk.ec("secp256k1");
    for (int at : List.of(0x81, 0x82, 0x83, 0x84, 0x85)) {
      String tag = "%02X".formatted(at) + (at == 0x84 ? "41" : "20");
      int size = at == 0x84 ? 2 * 0x43 : 2 * 0x22;
      int from = good.indexOf(tag);
      int there = other.indexOf(tag);
      String mixed =
          good.substring(0, from)
              + other.substring(there, there + size)
              + good.substring(from + size);
      user.expect("6A80", KeyTalk.generate(1, mixed, ""));
      String missing = good.substring(0, from) + good.substring(from + size);
      user.expect("6A80", KeyTalk.generate(1, missing, ""));
    }
    user.expect("6A80", KeyTalk.generate(1, good.replace("870101", "870102"), ""));
    user.expect("6A80", KeyTalk.generate(1, good.replace("020203", "020204"), ""));
  }

  @Test
  void refusesTemplateWithoutNecessaryParts() throws Exception {
    List<String> parts = List.of("5F290100", KeyTalk.tlv("7F49", KeyTalk.ec(P256)), KeyTalk.CHR);
    for (List<String> rest : KeyTalk.eachLeftOut(parts)) {
      user.expect("6A80", KeyTalk.extended("00460100", String.join("", rest)));
    }
    user.expect("6A80", "00460100");
    user.expect("6A80", KeyTalk.extended("00460100", String.join("", parts) + "99"));
    user.expect("6A80", KeyTalk.extended("00460100", String.join("", parts) + parts.get(0)));
    user.expect("9000", KeyTalk.extended("00460100", String.join("", parts)));
  }

  @Test
  void oldFirmwareKnowsNeitherSecretKeysNorLargePairs() throws Exception {
    Talk old = Talk.virgin(new Firmware(2, 5));
    old.send(Talk.initialize("0001", "920101"));
    old.send(Talk.LOGIN);
    old.expect("6D00", "004801B0");
    old.expect("6A81", KeyTalk.generate(1, KeyTalk.ec("secp384r1"), ""));
    old.expect("6A81", KeyTalk.generate(1, KeyTalk.rsa(3072, "010001"), ""));
    KeyTalk.good(old.send(KeyTalk.generate(1, KeyTalk.ec(P256), "")));
  }

  @Test
  void memoryFillsUp() throws Exception {
    String content = "5402000053827FFF" + "00".repeat(0x7FFF);
    for (int i = 0; i < 3; i++) {
      user.expect("9000", KeyTalk.extended("00D7CD0" + i, content));
    }
    user.expect("9000", "004801B0");
    user.expect("6A84", KeyTalk.generate(2, KeyTalk.rsa(4096, "010001"), ""));
  }

  @Test
  void initialisingErasesEveryKey() throws Exception {
    user.send(KeyTalk.generate(1, KeyTalk.ec(P256), ""));
    user.expect("9000", Talk.initialize("0001", ""));
    user.expect("CC009000", "80580000000000");
    user.expect("6A82", "00A4000002CC0100");
  }
}
