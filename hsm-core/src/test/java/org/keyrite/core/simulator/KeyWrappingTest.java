// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.testing.Vector;

/** WRAP and UNWRAP under the DKEK of the vectors. */
final class KeyWrappingTest {
  private static final String WRAP = "80720192000000";

  private final Talk user = Talk.loggedIn("920101");
  private Vector blobs;

  @BeforeEach
  void importDkek() throws Exception {
    blobs = Vector.file("/vectors/blobs.json");
    share(user, "00", blobs.text("dkek"));
  }

  private static void share(Talk talk, String domain, String share) {
    KeyTalk.good(talk.send("805200" + domain + "20" + share + "00"));
  }

  private String blob(String name) {
    return blobs.list("vectors").stream()
        .filter(vector -> vector.text("name").startsWith(name))
        .findFirst()
        .orElseThrow()
        .text("blob")
        .toUpperCase(Locale.ROOT);
  }

  private static String unwrap(int id, String blob) {
    return KeyTalk.extended("8074%02X93".formatted(id), blob);
  }

  private static String scratch(int offset, String data) {
    String content = "5402%04X".formatted(offset) + KeyTalk.tlv("53", data);
    return KeyTalk.extended("00D72F10", content);
  }

  @Test
  void wrapsByTheRulesOfTheVectors() throws Exception {
    user.expect("9000", unwrap(1, blob("EC secp256r1")));
    Bytes ours = Bytes.fromHex(KeyTalk.good(user.send(WRAP)));
    Vector vector = blobs.list("vectors").get(3);
    Bytes theirs = vector.bytes("blob");
    assertEquals(theirs.size(), ours.size());
    assertEquals(theirs.slice(0, 27), ours.slice(0, 27));
    assertNotEquals(theirs, ours);
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(blobs.bytes("kenc").toByteArray(), "AES"),
        new IvParameterSpec(new byte[16]));
    Bytes plain = Bytes.of(cipher.doFinal(ours.slice(27, ours.size() - 16).toByteArray()));
    Bytes expected = vector.bytes("plaintext");
    assertEquals(expected.slice(8, expected.size()), plain.slice(8, plain.size()));
    AesKey authentication = new AesKey(Hidden.of(blobs.bytes("kmac")));
    assertEquals(
        authentication.mac(ours.slice(0, ours.size() - 16)),
        ours.slice(ours.size() - 16, ours.size()));
  }

  @Test
  void keyMovesToAnotherDeviceAndIsTheSame() throws Exception {
    String request = KeyTalk.good(user.send(KeyTalk.generate(1, KeyTalk.RSA_1024, "")));
    String blob = KeyTalk.good(user.send(WRAP));
    assertEquals("06", blob.substring(16, 18));
    Talk other = Talk.loggedIn("970102");
    other.expect("01010000000000000000" + "9000", "80520101010100");
    share(other, "01", blobs.text("dkek"));
    other.expect("9000", unwrap(9, blob));
    other.expect("CC00CC099000", "80580000000000");
    other.expect("6F0C8201018302CC09A5039201019000", "00A4000002CC0900");
    String signature = KeyTalk.good(other.send(KeyTalk.extended("80680933", "AA") + "0200"));
    assertTrue(
        KeyTalk.verifies(
            "SHA256withRSA",
            KeyTalk.Request.of(request).rsa(),
            Bytes.fromHex("AA"),
            Bytes.fromHex(signature)));
  }

  @Test
  void largePairLeavesWithoutItsFactors() throws Exception {
    user.send(KeyTalk.generate(1, KeyTalk.rsa(3072, "010001"), ""));
    String blob = KeyTalk.good(user.send(WRAP));
    assertEquals("05", blob.substring(16, 18));
    user.expect("9000", unwrap(2, blob));
    user.expect("9000", "00E4020002CC01");
    user.expect("9000", unwrap(1, KeyTalk.good(user.send("80720292000000"))));
  }

  @Test
  void listOfAlgorithmsTravelsAlongAndTheCounterDoesNot() throws Exception {
    user.send(KeyTalk.generate(1, KeyTalk.ec("secp256r1"), "900400000001910270" + "92"));
    String blob = KeyTalk.good(user.send(WRAP));
    user.expect("9000", unwrap(2, blob));
    user.expect("6F108201018302CC02A507910270929201009000", "00A4000002CC0200");
  }

  @Test
  void answersInPartsWhenLeIsShort() {
    user.send(unwrap(1, blob("RSA-2048 CRT")));
    String first = user.send("8072019200");
    assertTrue(first.endsWith("6100"), first);
    String second = user.send("00C0000000");
    assertTrue(second.matches("[0-9A-F]{512}61[0-9A-F]{2}|[0-9A-F]{512}6100"), second);
  }

  @Test
  void takesBlobFromScratchFile() {
    String blob = blob("RSA-2048 CRT");
    int half = blob.length() / 4 * 2;
    user.expect("9000", scratch(0, blob.substring(0, half)));
    user.expect("9000", scratch(half / 2, blob.substring(half)));
    user.expect("CC009000", "80580000000000");
    user.expect("9000", "80740193");
    user.expect("CC00CC019000", "80580000000000");
    user.expect("6A82", "80740293");
    user.expect("9000", scratch(0, blob("AES-128")));
    user.expect("9000", "80740293");
  }

  @Test
  void shortBlobBehindLongOneIsWhole() {
    user.send(scratch(0, blob("RSA-2048 CRT").replaceFirst("^E8", "E9")));
    user.expect("6A80", "80740193");
    user.expect("9000", scratch(0, blob("AES-128")));
    user.expect("9000", "80740193");
  }

  @Test
  void scratchFileIsForTheUserOnlyAndNoObject() {
    user.send(scratch(0, "AABB"));
    user.expect("CC009000", "80580000000000");
    user.reset();
    user.expect("6982", scratch(0, "AABB"));
    user.expect("6982", "80740193");
  }

  @Test
  void refusesBlobOfAnotherDkek() {
    Talk other = Talk.loggedIn("920101");
    other.expect("6A80", unwrap(1, blob("AES-128")));
    share(other, "00", "01".repeat(32));
    other.expect("6A80", unwrap(1, blob("AES-128")));
    other.expect("CC009000", "80580000000000");
  }

  @Test
  void refusesDamagedBlob() {
    String blob = blob("AES-256");
    for (int at = 0; at < blob.length(); at += 2) {
      int changed = Integer.parseInt(blob.substring(at, at + 2), 16) ^ 0x40;
      String damaged = blob.substring(0, at) + "%02X".formatted(changed) + blob.substring(at + 2);
      user.expect("6A80", unwrap(1, damaged));
      if (at > 0) {
        user.expect("6A80", unwrap(1, blob.substring(0, at)));
      }
    }
    user.expect("6A80", unwrap(1, blob + "00".repeat(16)));
    user.expect("CC009000", "80580000000000");
  }

  @Test
  void refusesToReplaceKey() {
    user.send(unwrap(1, blob("AES-128")));
    user.expect("6A89", unwrap(1, blob("AES-256")));
    user.expect("6A89", "80740193");
  }

  @Test
  void refusesWithoutUserPin() {
    user.send(unwrap(1, blob("EC secp256r1")));
    user.reset();
    user.expect("6982", WRAP);
    user.expect("6982", unwrap(2, blob("EC secp256r1")));
  }

  @Test
  void refusesDeviceWithoutKeyDomains() throws Exception {
    Talk without = Talk.loggedIn("");
    KeyTalk.good(without.send(KeyTalk.generate(1, KeyTalk.ec("secp256r1"), "")));
    without.expect("6D00", WRAP);
    without.expect("6D00", unwrap(2, blob("AES-128")));
  }

  @Test
  void refusesWhileKeyEncryptionKeyIsNotThere() throws Exception {
    Talk waiting = Talk.loggedIn("920101");
    KeyTalk.good(waiting.send(KeyTalk.generate(1, KeyTalk.ec("secp256r1"), "")));
    waiting.expect("6A88", WRAP);
    share(waiting, "00", "00".repeat(32));
    KeyTalk.good(waiting.send(WRAP));
    waiting.send("8052040000");
    waiting.expect("6A88", WRAP);
    Talk undefined = Talk.loggedIn("970101");
    KeyTalk.good(undefined.send(KeyTalk.generate(1, KeyTalk.ec("secp256r1"), "")));
    undefined.expect("6A88", WRAP);
  }

  @Test
  void checkValueOfZerosIsThatOfNoKey() {
    Talk waiting = Talk.loggedIn("920101");
    waiting.expect("6A80", unwrap(1, "00".repeat(8) + blob("AES-128").substring(16)));
  }

  @Test
  void refusesKeyWhoseListLeavesWrappingOut() {
    user.send(unwrap(1, blob("AES-128")));
    user.expect("6A81", WRAP);
    user.send(unwrap(2, blob("EC brainpoolP256r1")));
    KeyTalk.good(user.send("80720292000000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"80720193000000", "80720100000000", "80740092", "80740192", "80740093"})
  void refusesOtherParameters(String command) {
    user.send(unwrap(1, blob("EC secp256r1")));
    user.expect("6A86", command);
  }

  @Test
  void refusesWhatHasNoSense() {
    user.expect("6A82", WRAP);
    user.expect("6985", "80720092000000");
    user.send(unwrap(1, blob("EC secp256r1")));
    user.expect("6700", "807201920100");
    user.expect("6A82", "80740293");
    user.expect("6A80", "8074029301AA");
  }

  @Test
  void oldFirmwareRefusesWhatItDoesNotKnow() {
    Talk old = Talk.virgin(new Firmware(2, 5));
    old.send(Talk.initialize("0001", "920101"));
    old.send(Talk.LOGIN);
    share(old, "00", blobs.text("dkek"));
    old.expect("6985", scratch(0, "AABB"));
    old.expect("6A81", unwrap(1, blob("AES-128")));
    old.expect("9000", unwrap(1, blob("RSA-2048 CRT")));
  }

  @Test
  void drawnKeyWrapsForThisDeviceOnly() throws Exception {
    Talk drawn = Talk.loggedIn("920100");
    drawn.send(KeyTalk.generate(1, KeyTalk.ec("secp256r1"), ""));
    String blob = KeyTalk.good(drawn.send(WRAP));
    drawn.expect("9000", unwrap(2, blob));
    user.expect("6A80", unwrap(2, blob));
  }

  @Test
  void domainWithKeysIsNotDeletedButItsKeyIs() {
    user.send(unwrap(1, blob("AES-128")));
    user.expect("6A89", "8052030000");
    user.expect("010100000000000000009000", "8052040000");
    user.expect("6A89", "8052030000");
    user.expect("9000", "00E4020002CC01");
    user.expect("9000", "8052030000");
  }

  @Test
  void keyWithoutDomainCountsAsOneOfTheFirst() {
    Talk two = Talk.loggedIn("970102");
    two.send("80520100010100");
    two.send("80520101010100");
    two.expect("9000", "004801B0");
    two.expect("9000", "8052030100");
    two.expect("6A89", "8052030000");
  }

  @Test
  void keyOfAnotherDomainIsWrappedUnderItsOwn() throws Exception {
    Talk two = Talk.loggedIn("970102");
    two.send("80520100010100");
    two.send("80520101010100");
    share(two, "00", "00".repeat(32));
    two.expect("9000", "004801B003920101");
    two.expect("6A88", WRAP);
    share(two, "01", blobs.text("dkek"));
    assertTrue(two.send(WRAP).startsWith("E8572D6529574FFB0F"));
  }
}
