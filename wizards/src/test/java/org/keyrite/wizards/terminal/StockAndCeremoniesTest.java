// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.stock.StockKeys;
import org.keyrite.core.stock.StockOpenSc;
import org.keyrite.wizards.ceremonies.MadeUpCertificate;

/**
 * Ceremonies with keys through the smart card service of the system, and stock OpenSC before,
 * between and after them. The first device gets keys by {@code key-create} and by {@code
 * pkcs11-tool}; {@code key-backup} takes all of them out. The second, with the same DKEK, gets two
 * of them by {@code sc-hsm-tool} and the others by {@code key-restore}, one from a file of {@code
 * sc-hsm-tool}.
 */
class StockAndCeremoniesTest {
  private static final List<String> MADE_HERE =
      List.of(
          "RSA-2048 70",
          "secp256r1 71",
          "brainpoolP256r1 72",
          "secp384r1 73",
          "secp256k1 74",
          "RSA-4096 75");

  /** One made here, one by a stock tool. */
  private static final List<String> CERTIFIED = List.of("70", "81");

  @TempDir private static Path folder;
  private static StockKeys stock;

  @BeforeAll
  static void holdCeremonies() throws Exception {
    stock = StockKeys.start(folder);
    stock.generate("rsa:2048", "80");
    stock.generate("EC:prime256v1", "81");
    List<String> first = new ArrayList<>();
    for (String key : MADE_HERE) {
      String[] words = key.split(" ");
      first.add(
          "key-create|0|create-"
              + words[1]
              + "|name: Stock;output: save;devices: 1;readers: 1;keyKind: "
              + words[0]
              + ";keyLabel: ours "
              + words[1]
              + ";keyId: \""
              + words[1]
              + "\"");
    }
    hold(first);
    for (String id : CERTIFIED) {
      Files.write(stock.file("certificate-" + id), certificate(stock.publicKey(0, id)));
    }
    hold(
        List.of(
            "key-certificate|0|certify-70|name: Stock;output: save|certificate-70",
            "key-certificate|0|certify-81|name: Stock;output: save|certificate-81",
            "key-backup|0|backup|name: Stock;output: save"));

    crosses("backup/ours-71.wky", 171);
    crosses("backup/key-81.wky", 181);
    assertEquals(0, stock.scHsm(0, "--wrap-key", "theirs", reference("70")).exit());
    hold(
        List.of(
            "key-restore|1|restore-theirs|name: Stock;output: save|theirs",
            "key-restore|1|restore|name: Stock;output: save|backup/key-backup.json"));
  }

  @AfterAll
  static void end() throws Exception {
    stock.close();
  }

  private static void hold(List<String> ceremonies) {
    List<String> arguments = new ArrayList<>(ceremonies);
    arguments.addFirst(folder.toString());
    StockOpenSc.Result result =
        stock.stock.run(CeremonyHost.class, arguments.toArray(String[]::new));
    assertEquals(0, result.exit(), result::toString);
  }

  private static byte[] certificate(byte[] publicKey) {
    return MadeUpCertificate.valid("CN=Stock").over(Bytes.of(publicKey)).toByteArray();
  }

  private static void crosses(String file, int place) {
    StockOpenSc.Result moved = stock.scHsm(1, "--unwrap-key", file, place);
    assertTrue(moved.out().contains("Key successfully imported"), moved::toString);
  }

  /** By which number {@code sc-hsm-tool} knows a key of the first device. */
  private static int reference(String id) {
    String dump = stock.succeed("pkcs15-tool", "-r", "0", "-D");
    String key = dump.substring(dump.indexOf("[ours " + id + "]"));
    return Integer.parseInt(
        key.substring(key.indexOf("Key ref")).split("\n")[0].replaceAll("^[^:]*: (\\d+).*", "$1"));
  }

  private static void assertListed(int slot, String label, String id) {
    String listed = stock.pkcs11(slot, "--list-objects", "--type", "privkey");
    assertTrue(listed.contains("label:      " + label + "\n"), listed);
    assertTrue(listed.contains("ID:         " + id + "\n"), listed);
    String dump = stock.succeed("pkcs15-tool", "-r", "" + slot, "-D");
    String key = dump.substring(dump.indexOf("[" + label + "]")).split("\n\n")[0];
    assertTrue(key.matches("(?s).*ID +: " + id + "(\n.*)?"), key);
  }

  private static void assertWorks(int slot, String id, boolean isRsa) throws Exception {
    byte[] encoded = stock.publicKey(slot, id);
    if (!isRsa) {
      byte[] signature = stock.result(slot, "--sign", "ECDSA", "hash", id);
      assertTrue(StockKeys.verifies(encoded, signature));
      assertVerified(slot, "ECDSA", "hash", id, signature);
      return;
    }
    PublicKey key = StockKeys.rsa(encoded);
    byte[] pkcs1 = stock.result(slot, "--sign", "SHA256-RSA-PKCS", "message", id);
    assertTrue(StockKeys.verifies(Signature.getInstance("SHA256withRSA"), key, pkcs1));
    assertVerified(slot, "SHA256-RSA-PKCS", "message", id, pkcs1);
    Signature pss = Signature.getInstance("RSASSA-PSS");
    pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    // Over a hash: for SHA256-RSA-PKCS-PSS version 0.23 sends a DigestInfo (OpenSC 2826).
    byte[] signed =
        stock.result(slot, "--sign", "RSA-PKCS-PSS", "hash", id, "--hash-algorithm", "SHA256");
    assertTrue(StockKeys.verifies(pss, key, signed));
    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, key);
    Files.write(stock.file("sealed"), cipher.doFinal(StockKeys.MESSAGE));
    assertArrayEquals(StockKeys.MESSAGE, stock.result(slot, "--decrypt", "RSA-PKCS", "sealed", id));
  }

  /** As pkcs11-tool says, and not when a bit of it is another. */
  private static void assertVerified(
      int slot, String mechanism, String in, String id, byte[] signature) throws Exception {
    assertTrue(verdict(slot, mechanism, in, id, signature).contains("Signature is valid"));
    signature[signature.length - 1] ^= 1;
    assertTrue(verdict(slot, mechanism, in, id, signature).contains("Invalid signature"));
  }

  private static String verdict(int slot, String mechanism, String in, String id, byte[] signature)
      throws Exception {
    Path file = Files.write(stock.file("signature"), signature);
    StockOpenSc.Result result =
        stock.stock.run(
            "pkcs11-tool",
            "--slot-index",
            "" + slot,
            "--login",
            "--pin",
            "648219",
            "--verify",
            "-m",
            mechanism,
            "--id",
            id,
            "-i",
            stock.file(in).toString(),
            "--signature-file",
            file.toString());
    return result.out() + result.err();
  }

  @ParameterizedTest
  @CsvSource({"70, true", "71, false", "72, false", "73, false", "74, false", "75, true"})
  void keyMadeInACeremonyIsListedAndWorksAlsoAfterItsRestoration(String id, boolean isRsa)
      throws Exception {
    assertListed(0, "ours " + id, id);
    assertWorks(0, id, isRsa);
    assertListed(1, "ours " + id, id);
    assertArrayEquals(stock.publicKey(0, id), stock.publicKey(1, id));
    assertWorks(1, id, isRsa);
  }

  @ParameterizedTest
  @CsvSource({"80, true", "81, false"})
  void keyMadeByStockToolsIsBackedUpAndRestoredInCeremonies(String id, boolean isRsa)
      throws Exception {
    assertListed(1, "key " + id, id);
    assertArrayEquals(stock.publicKey(0, id), stock.publicKey(1, id));
    assertWorks(1, id, isRsa);
  }

  @ParameterizedTest
  @CsvSource({"0, 70, ours 70", "0, 81, key 81", "1, 70, ours 70", "1, 81, key 81"})
  void certificateIsSeenBesideItsKeyAlsoAfterItsRestoration(int slot, String id, String label)
      throws Exception {
    String listed = stock.pkcs11(slot, "--list-objects", "--type", "cert");
    assertTrue(listed.contains("ID:         " + id + "\n"), listed);
    assertTrue(listed.contains("label:      " + label + "\n"), listed);
    String pem = stock.succeed("pkcs15-tool", "-r", "" + slot, "--read-certificate", id);
    assertArrayEquals(
        Files.readAllBytes(stock.file("certificate-" + id)),
        Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")));
    assertListed(slot, label, id);
  }

  /** What a ceremony or a tool had brought was there already, so it came once only. */
  @Test
  void everyKeyCameOnceByWhicheverWay() throws Exception {
    String listed = stock.pkcs11(1, "--list-objects", "--type", "privkey");
    assertEquals(MADE_HERE.size() + 2, listed.split("label:", -1).length - 1, listed);
    assertEquals(1, restored("restore-theirs"));
    assertEquals(MADE_HERE.size() + 2 - 3, restored("restore"));
  }

  private static long restored(String ceremony) throws Exception {
    return Files.readString(folder.resolve(ceremony).resolve("journal.jsonl"))
            .split("\\.outcome\":\"proven ", -1)
            .length
        - 1;
  }
}
