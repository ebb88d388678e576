// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.TlvReader;

/** SIGN and DECIPHER with key pairs, checked with the arithmetic of the JVM. */
final class KeyUseTest {
  private static final Bytes MESSAGE = Bytes.fromHex("00112233445566778899");
  private static final String P256 = "secp256r1";

  private final Talk user = Talk.loggedIn("");

  static List<String> curves() throws IOException {
    return KeyTalk.curves();
  }

  private KeyTalk.Request generated(String publicKey, String rules) throws ProblemException {
    return KeyTalk.Request.of(KeyTalk.good(user.send(KeyTalk.generate(1, publicKey, rules))));
  }

  private static String sign(String algorithm, String data) {
    return KeyTalk.extended("806801" + algorithm, data) + "0200";
  }

  private static String decipher(String algorithm, String data) {
    return KeyTalk.extended("806201" + algorithm, data) + "0200";
  }

  private Bytes signature(String algorithm, Bytes data) {
    return Bytes.fromHex(KeyTalk.good(user.send(sign(algorithm, data.toHex()))));
  }

  private static Digest digest(String name) {
    return Digest.valueOf(name.replace("SHA", "SHA_"));
  }

  @ParameterizedTest
  @CsvSource({"31,SHA1", "33,SHA256", "34,SHA384", "35,SHA512"})
  void signsMessageWithPkcs1(String algorithm, String digest) throws Exception {
    PublicKey key = generated(KeyTalk.RSA_1024, "").rsa();
    Bytes signature = signature(algorithm, MESSAGE);
    assertTrue(KeyTalk.verifies(digest + "withRSA", key, MESSAGE, signature));
    assertFalse(KeyTalk.verifies(digest + "withRSA", key, MESSAGE.plus(MESSAGE), signature));
  }

  @Test
  void signsDigestInfoAndBlock() throws Exception {
    PublicKey key = generated(KeyTalk.RSA_1024, "").rsa();
    Bytes info = Bytes.fromHex("3031300D060960864801650304020105000420").plus(MESSAGE.sha256());
    assertTrue(KeyTalk.verifies("SHA256withRSA", key, MESSAGE, signature("30", info)));
    int fill = 128 - 3 - info.size();
    Bytes block = Bytes.fromHex("0001" + "FF".repeat(fill) + "00").plus(info);
    assertTrue(KeyTalk.verifies("SHA256withRSA", key, MESSAGE, signature("20", block)));
  }

  @ParameterizedTest
  @CsvSource({"SHA1,41,1536", "SHA224,,1024", "SHA256,43,1024", "SHA384,44,1536", "SHA512,45,1536"})
  void signsWithPss(String digest, String hashing, int bits) throws Exception {
    PublicKey key = generated(KeyTalk.rsa(bits, "010001"), "").rsa();
    Digest function = digest(digest);
    assertTrue(verifiesPss(function, key, signature("40", function.of(MESSAGE))));
    if (hashing != null) {
      assertTrue(verifiesPss(function, key, signature(hashing, MESSAGE)));
    }
  }

  private static boolean verifiesPss(Digest digest, PublicKey key, Bytes signature)
      throws Exception {
    String name = digest.name().replace('_', '-');
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(
        new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name), digest.size(), 1));
    verifier.initVerify(key);
    verifier.update(MESSAGE.toByteArray());
    return verifier.verify(signature.toByteArray());
  }

  @ParameterizedTest
  @CsvSource({"71,SHA1", "72,SHA224", "73,SHA256", "74,SHA384", "75,SHA512"})
  void signsMessageWithEcdsa(String algorithm, String digest) throws Exception {
    PublicKey key = generated(KeyTalk.ec(P256), "").ec(P256);
    assertTrue(KeyTalk.verifies(digest + "withECDSA", key, MESSAGE, signature(algorithm, MESSAGE)));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void signsHashAndAgreesOnEveryCurve(String name) throws Exception {
    KeyTalk.Request request = generated(KeyTalk.ec(name), "");
    EcCurve curve = EcCurve.named(name).orElseThrow();
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(
        false,
        new ECPublicKeyParameters(
            curve.point(request.key(0x86)).orElseThrow(), curve.parameters()));
    Bytes hash = Digest.SHA_512.of(MESSAGE);
    TlvReader signature = TlvReader.of("signature", signature("70", hash)).enter(new Tag(0x30));
    assertTrue(
        verifier.verifySignature(
            hash.toByteArray(),
            KeyTalk.number(signature.next(new Tag(0x02))),
            KeyTalk.number(signature.next(new Tag(0x02)))));

    EcKey other = EcKey.generate(curve, new Random(5));
    String agreed = KeyTalk.good(user.send(decipher("80", other.publicPoint().toHex())));
    assertEquals(other.agree(request.key(0x86)).orElseThrow(), Bytes.fromHex(agreed));
  }

  @Test
  void deciphersBlock() throws Exception {
    PublicKey key = generated(KeyTalk.RSA_1024, "").rsa();
    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, key);
    Bytes sealed = Bytes.of(cipher.doFinal(MESSAGE.toByteArray()));
    String plain = KeyTalk.good(user.send(decipher("21", sealed.toHex())));
    assertTrue(plain.startsWith("0002") && plain.endsWith("00" + MESSAGE.toHex()), plain);
    assertEquals(256, plain.length());
  }

  @Test
  void refusesBlocksThatAreNoneOfTheModulus() throws Exception {
    generated(KeyTalk.RSA_1024, "");
    for (String data : List.of("00", "00".repeat(127), "00".repeat(129), "FF".repeat(128))) {
      user.expect("6A80", sign("20", data));
      user.expect("6A80", decipher("21", data));
    }
    user.expect("6A80", "80680120");
    user.expect("6A80", sign("30", "00".repeat(118)));
    KeyTalk.good(user.send(sign("30", "00".repeat(117))));
  }

  @Test
  void refusesHashesOfNoFunctionAndThoseThatDoNotFit() throws Exception {
    generated(KeyTalk.RSA_1024, "");
    for (int size : List.of(1, 16, 19, 33, 63, 65)) {
      user.expect("6A80", sign("40", "00".repeat(size)));
    }
    user.expect("6A80", sign("40", "00".repeat(64)));
    user.expect("6A80", sign("45", "00"));
    user.expect("6A80", "80680140");
    user.expect("6A80", "80680130");
  }

  @Test
  void refusesEcHashThatIsLongerThanAny() throws Exception {
    generated(KeyTalk.ec(P256), "");
    user.expect("6A80", sign("70", "00".repeat(67)));
    user.expect("6A80", "80680170");
    KeyTalk.good(user.send(sign("70", "00".repeat(66))));
  }

  @Test
  void refusesPointsThatAreNotOnTheCurve() throws Exception {
    String point = generated(KeyTalk.ec(P256), "").key(0x86).toHex();
    for (String wrong :
        List.of(
            "00",
            "04",
            point.substring(0, 128),
            point + "00",
            "05" + point.substring(2),
            "04" + "00".repeat(64),
            point.substring(0, 128) + (point.endsWith("00") ? "01" : "00"),
            "04" + "FF".repeat(64),
            "02" + point.substring(2, 66),
            EcCurve.SECP_256_K1.g().toHex())) {
      user.expect("6A80", decipher("80", wrong));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "21", "22", "23", "32", "42", "70", "80", "92", "A0", "FF"})
  void refusesAlgorithmsThatAreNotForSigningWithRsa(String algorithm) throws Exception {
    generated(KeyTalk.RSA_1024, "");
    user.expect("6A81", sign(algorithm, "00".repeat(128)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "20", "21", "22", "23", "30", "70", "81", "83", "84", "FF"})
  void refusesAlgorithmsThatAreNotForDecipheringWithEc(String algorithm) throws Exception {
    generated(KeyTalk.ec(P256), "");
    user.expect("6A81", decipher(algorithm, "00".repeat(65)));
    if (!algorithm.equals("70")) {
      user.expect("6A81", sign(algorithm, "00".repeat(32)));
    }
  }

  @Test
  void refusesSecretKeyForPairsAndPairsForSecretKeys() throws Exception {
    user.expect("9000", "004802B0");
    user.expect("6A81", sign("70", "00").replace("806801", "806802"));
    user.expect("6A81", decipher("80", "00").replace("806201", "806202"));
    generated(KeyTalk.ec(P256), "");
    user.expect("6A81", "8078011010" + "00".repeat(16) + "00");
  }

  @Test
  void refusesWithoutUserPin() throws Exception {
    generated(KeyTalk.ec(P256), "");
    user.expect("9000", "004802B0");
    user.reset();
    user.expect("6982", sign("70", "00"));
    user.expect("6982", decipher("80", "00"));
    user.expect("6982", "8078021010" + "00".repeat(16) + "00");
    user.expect("6982", "8076010301AA");
  }

  @Test
  void refusesKeyOfTheDeviceAndKeysThatAreNotThere() {
    for (String command : List.of("8068%s7001AA00", "8062%s8001AA00", "8078%s1001AA00")) {
      user.expect("6985", command.formatted("00"));
      user.expect("6A82", command.formatted("01"));
    }
    user.expect("6985", "8076000101AA");
    user.expect("6A82", "8076010201AA");
  }

  @Test
  void refusesWhatTheListOfTheKeyLeavesOut() throws Exception {
    generated(KeyTalk.ec(P256), "910270" + "92");
    user.expect("6A81", sign("73", "00"));
    user.expect("6A81", decipher("80", EcCurve.SECP_256_R1.g().toHex()));
    KeyTalk.good(user.send(sign("70", "00")));
  }

  @Test
  void emptyListAllowsEverything() throws Exception {
    generated(KeyTalk.ec(P256), "9100");
    KeyTalk.good(user.send(sign("73", "00")));
  }

  @Test
  void countsUsesThatSucceed() throws Exception {
    generated(KeyTalk.ec(P256), "900400000002");
    user.expect("6A80", decipher("80", "00"));
    user.expect("6A81", sign("20", "00"));
    KeyTalk.good(user.send(sign("70", "00")));
    assertTrue(user.send("00A4000002CC0100").contains("900400000001"));
    KeyTalk.good(user.send(decipher("80", EcCurve.SECP_256_R1.g().toHex())));
    user.expect("6984", sign("70", "00"));
    user.expect("6984", decipher("80", EcCurve.SECP_256_R1.g().toHex()));
    assertTrue(user.send("00A4000002CC0100").contains("900400000000"));
  }

  @Test
  void tellsNothingToACommandThatExpectsNothing() throws Exception {
    generated(KeyTalk.ec(P256), "");
    user.expect("9000", "80680170" + "20" + "00".repeat(32));
    assertTrue(
        user.send("8068017020" + "00".repeat(32) + "00").toUpperCase(Locale.ROOT).startsWith("30"));
  }
}
