// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stock OpenSC generates, lists, uses and deletes keys. */
final class StockKeyUseTest {
  @TempDir private static Path folder;
  private static StockKeys keys;

  @BeforeAll
  static void start() throws Exception {
    keys = StockKeys.start(folder);
  }

  @AfterAll
  static void end() throws Exception {
    keys.close();
  }

  /**
   * PSS over a hash that was made before: for SHA256-RSA-PKCS-PSS versions 0.22 and 0.23 send a
   * DigestInfo, which no device takes (OpenSC 2826).
   */
  @ParameterizedTest
  @CsvSource({"rsa:2048, 10", "rsa:4096, 11"})
  void signsAndDecryptsWithRsaAlsoAfterAMove(String type, String id) throws Exception {
    keys.generate(type, id);
    PublicKey key = StockKeys.rsa(keys.publicKey(0, id));
    byte[] pkcs1 = keys.result(0, "--sign", "SHA256-RSA-PKCS", "message", id);
    assertTrue(StockKeys.verifies(Signature.getInstance("SHA256withRSA"), key, pkcs1));

    Signature pss = Signature.getInstance("RSASSA-PSS");
    pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    byte[] signed =
        keys.result(0, "--sign", "RSA-PKCS-PSS", "hash", id, "--hash-algorithm", "SHA256");
    assertTrue(StockKeys.verifies(pss, key, signed));

    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, key);
    Files.write(keys.file("sealed"), cipher.doFinal(StockKeys.MESSAGE));
    assertArrayEquals(StockKeys.MESSAGE, keys.result(0, "--decrypt", "RSA-PKCS", "sealed", id));

    keys.scHsm(0, "--wrap-key", "wrapped-" + id, keys.newest());
    keys.scHsm(1, "--unwrap-key", "wrapped-" + id, 1 + Integer.parseInt(id));
    assertArrayEquals(StockKeys.MESSAGE, keys.result(1, "--decrypt", "RSA-PKCS", "sealed", id));
  }

  @ParameterizedTest
  @CsvSource({
    "prime256v1, 20, 64",
    "brainpoolP256r1, 21, 64",
    "secp384r1, 22, 96",
    "secp256k1, 23, 64"
  })
  void signsAndAgreesOnCurves(String curve, String id, int size) throws Exception {
    keys.generate("EC:" + curve, id);
    byte[] encoded = keys.publicKey(0, id);
    byte[] signature = keys.result(0, "--sign", "ECDSA", "hash", id);
    assertEquals(size, signature.length);
    assertTrue(StockKeys.verifies(encoded, signature));
    signature[0] ^= 1;
    assertFalse(StockKeys.verifies(encoded, signature));

    ECPublicKeyParameters key = (ECPublicKeyParameters) PublicKeyFactory.createKey(encoded);
    ECPrivateKeyParameters other =
        new ECPrivateKeyParameters(BigInteger.valueOf(12345), key.getParameters());
    ECPublicKeyParameters theirs =
        new ECPublicKeyParameters(
            key.getParameters().getG().multiply(other.getD()), key.getParameters());
    Files.write(
        keys.file("theirs"),
        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(theirs).getEncoded());
    ECDHBasicAgreement agreement = new ECDHBasicAgreement();
    agreement.init(other);
    assertEquals(
        agreement.calculateAgreement(key),
        new BigInteger(1, keys.result(0, "--derive", "ECDH1-DERIVE", "theirs", id)));
  }

  @Test
  void deletedKeyIsGone() {
    keys.generate("EC:prime256v1", "50");
    keys.pkcs11(0, "--delete-object", "--type", "privkey", "--id", "50");
    String listed = keys.pkcs11(0, "--list-objects", "--type", "privkey");
    assertFalse(listed.contains("key 50"), listed);
  }

  @Test
  void wrongPinUsesNothing() throws Exception {
    keys.generate("EC:prime256v1", "51");
    StockOpenSc.Result refused =
        keys.stock.run(
            "pkcs11-tool",
            "--slot-index",
            "0",
            "--login",
            "--pin",
            "000000",
            "--sign",
            "-m",
            "ECDSA",
            "--id",
            "51",
            "-i",
            keys.file("hash").toString());
    assertTrue(refused.err().contains("CKR_PIN_INCORRECT"), refused.toString());
    assertTrue(
        StockKeys.verifies(
            keys.publicKey(0, "51"), keys.result(0, "--sign", "ECDSA", "hash", "51")));
  }

  /** The description is written again with the certificate's subject, and the key goes on. */
  @Test
  void certificateTakesThePlaceOfTheRequest() throws Exception {
    keys.generate("EC:prime256v1", "60");
    Path certificate = certificate();
    keys.pkcs11(
        0,
        "--write-object",
        certificate.toString(),
        "--type",
        "cert",
        "--id",
        "60",
        "--label",
        "c");
    String pem = keys.succeed("pkcs15-tool", "-r", "0", "--read-certificate", "60");
    byte[] found = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    assertArrayEquals(Files.readAllBytes(certificate), found);
    String listed = keys.pkcs11(0, "--list-objects");
    assertTrue(listed.contains("Certificate Object"), listed);
    assertEquals(64, keys.result(0, "--sign", "ECDSA", "hash", "60").length);
  }

  /** Of some other key; no device compares them. */
  private static Path certificate() {
    Path store = keys.file("store");
    Path file = keys.file("certificate");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    keys.succeed(
        keytool,
        "-genkeypair",
        "-alias",
        "a",
        "-keyalg",
        "EC",
        "-dname",
        "CN=root",
        "-keystore",
        store.toString(),
        "-storepass",
        "changeit");
    keys.succeed(
        keytool,
        "-exportcert",
        "-alias",
        "a",
        "-keystore",
        store.toString(),
        "-storepass",
        "changeit",
        "-file",
        file.toString());
    return file;
  }
}
