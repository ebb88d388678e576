// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys made, wrapped and listed by our client, used by stock OpenSC, and the other way round. */
final class StockAndOurKeysTest {
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

  /** Has our client work in a slot and says what keys it lists then. */
  private static List<String> ours(int slot, String... work) {
    String[] arguments =
        Stream.concat(Stream.of("" + slot), Stream.of(work)).toArray(String[]::new);
    StockOpenSc.Result result = keys.stock.run(KeysHost.class, arguments);
    assertEquals(0, result.exit(), result::toString);
    return result.out().lines().toList();
  }

  private static String line(List<String> lines, String label) {
    return lines.stream()
        .filter(line -> line.contains("| " + label + " |"))
        .map(line -> line.substring(line.indexOf('|') + 2))
        .findFirst()
        .orElse("no " + label + " in " + lines);
  }

  private static void assertListed(int slot, String label, String id) {
    String listed = keys.pkcs11(slot, "--list-objects", "--type", "privkey");
    assertTrue(listed.contains("label:      " + label), listed);
    assertTrue(listed.contains("ID:         " + id), listed);
    String dump = keys.succeed("pkcs15-tool", "-r", "" + slot, "-D");
    assertTrue(dump.contains("[" + label + "]"), dump);
    assertTrue(dump.matches("(?s).*ID +: " + id + "\n.*"), dump);
  }

  private static void assertSigns(int slot, String id, boolean isRsa) throws Exception {
    byte[] encoded = keys.publicKey(slot, id);
    if (!isRsa) {
      assertTrue(StockKeys.verifies(encoded, keys.result(slot, "--sign", "ECDSA", "hash", id)));
      return;
    }
    PublicKey key = StockKeys.rsa(encoded);
    byte[] pkcs1 = keys.result(slot, "--sign", "SHA256-RSA-PKCS", "message", id);
    assertTrue(StockKeys.verifies(Signature.getInstance("SHA256withRSA"), key, pkcs1));
    Signature pss = Signature.getInstance("RSASSA-PSS");
    pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    byte[] signed =
        keys.result(slot, "--sign", "RSA-PKCS-PSS", "hash", id, "--hash-algorithm", "SHA256");
    assertTrue(StockKeys.verifies(pss, key, signed));
  }

  @ParameterizedTest
  @CsvSource({
    "RSA-2048, 70",
    "secp256r1, 71",
    "brainpoolP256r1, 72",
    "secp384r1, 73",
    "secp256k1, 74"
  })
  void keyMadeHereIsListedAndSignsWithStockToolsAlsoAfterAMove(String spec, String id)
      throws Exception {
    Path file = keys.file("ours-" + id);
    List<String> listed = ours(0, "create:" + spec + ":" + id, "wrap:" + id + ":" + file);
    assertEquals(
        "ours " + id + " | " + id + " | " + spec + " | request | POSSIBLE",
        line(listed, "ours " + id));
    assertListed(0, "ours " + id, id);
    boolean isRsa = spec.startsWith("RSA");
    assertSigns(0, id, isRsa);

    int place = Integer.parseInt(id);
    StockOpenSc.Result moved = keys.scHsm(1, "--unwrap-key", "ours-" + id, place);
    assertTrue(moved.out().contains("Key successfully imported"), moved.toString());
    assertListed(1, "ours " + id, id);
    assertArrayEquals(keys.publicKey(0, id), keys.publicKey(1, id));
    assertSigns(1, id, isRsa);
  }

  @ParameterizedTest
  @CsvSource({
    "rsa:2048, RSA-2048, 80",
    "EC:prime256v1, secp256r1, 81",
    "EC:brainpoolP256r1, brainpoolP256r1, 82",
    "EC:secp384r1, secp384r1, 83",
    "EC:secp256k1, secp256k1, 84",
    "EC:secp521r1, secp521r1, 85"
  })
  void keyMadeByStockToolsIsListedAndRestoredHere(String type, String spec, String id)
      throws Exception {
    keys.generate(type, id);
    String described = "key " + id + " | " + id + " | " + spec + " | request | POSSIBLE";
    assertEquals(described, line(ours(0), "key " + id));
    StockOpenSc.Result wrapped = keys.scHsm(0, "--wrap-key", "theirs-" + id, keys.newest());
    assertEquals(0, wrapped.exit(), wrapped.toString());
    assertEquals(described, line(ours(1, "unwrap:" + keys.file("theirs-" + id)), "key " + id));
    assertListed(1, "key " + id, id);
    assertArrayEquals(keys.publicKey(0, id), keys.publicKey(1, id));
    // OpenSC 0.23 guesses the curve from the length of a signature: a quarter of those of P-521
    // are as long as those of 512 bits, and it refuses them.
    if (!spec.equals("secp521r1")) {
      assertSigns(1, id, type.startsWith("rsa"));
    }
  }

  /** Made by stock tools, moved here and there by our client alone. */
  @Test
  void keyMadeByStockToolsIsBackedUpHere() throws Exception {
    keys.generate("EC:prime256v1", "90");
    Path file = keys.file("both-90");
    ours(0, "wrap:90:" + file);
    ours(1, "unwrap:" + file);
    assertListed(1, "key 90", "90");
    assertSigns(1, "90", false);
    StockOpenSc.Result alsoThere = keys.scHsm(1, "--unwrap-key", "both-90", 190);
    assertEquals(0, alsoThere.exit(), alsoThere.toString());
  }

  @Test
  void keyOfAnotherDkekIsRefusedHere() throws Exception {
    keys.generate("EC:prime256v1", "91");
    keys.scHsm(0, "--wrap-key", "foreign-91", keys.newest());
    StockOpenSc.Result refused =
        keys.stock.run(
            KeysHost.class, "" + StockKeys.OTHER_DKEK, "unwrap:" + keys.file("foreign-91"));
    assertTrue(refused.err().contains("WrappedUnderAnotherKey"), refused.toString());
    assertEquals(List.of(), ours(StockKeys.OTHER_DKEK));
  }

  @Test
  void keyDeletedHereIsGoneForStockTools() {
    ours(0, "create:secp256r1:92", "create:secp256r1:93");
    ours(0, "delete:92");
    String listed = keys.pkcs11(0, "--list-objects");
    assertFalse(listed.contains("ours 92"), listed);
    assertTrue(listed.contains("ours 93"), listed);
    assertListed(0, "ours 93", "93");
  }

  /** AES keys do not show in OpenSC 0.23, and must not keep it from showing the others. */
  @Test
  void secretKeysDoNotDisturbStockTools() throws Exception {
    ours(0, "create:AES-256:94", "create:secp256r1:95");
    assertListed(0, "ours 95", "95");
    assertSigns(0, "95", false);
  }

  /** The Java runtime's tool checks the request and issues a certificate for it. */
  @ParameterizedTest
  @CsvSource({"RSA-2048, 96", "secp256r1, 97"})
  void certificateForOurRequestIsSeenByStockTools(String spec, String id) throws Exception {
    Path request = keys.file("request-" + id);
    ours(0, "create:" + spec + ":" + id, "request:" + id + ":" + request);
    Path certificate = issued(request, id);
    String listed = line(ours(0, "certify:" + id + ":" + certificate), "ours " + id);
    assertEquals("ours " + id + " | " + id + " | " + spec + " | certificate | POSSIBLE", listed);
    String pem = keys.succeed("pkcs15-tool", "-r", "0", "--read-certificate", id);
    assertArrayEquals(
        Files.readAllBytes(certificate),
        Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")));
    assertListed(0, "ours " + id, id);
    assertSigns(0, id, spec.startsWith("RSA"));
    Path file = keys.file("certified-" + id);
    ours(0, "wrap:" + id + ":" + file);
    assertEquals(listed, line(ours(1, "unwrap:" + file), "ours " + id));
  }

  private static Path issued(Path request, String id) {
    Path certificate = keys.file("certificate-" + id);
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String store = keys.file("authority-" + id).toString();
    List<String> access = List.of("-alias", "ca", "-keystore", store, "-storepass", "changeit");
    List<String> make =
        List.of(keytool, "-genkeypair", "-keyalg", "EC", "-dname", "CN=CA", "-ext", "bc:c");
    List<String> issue =
        List.of(
            keytool, "-gencert", "-infile", request.toString(), "-outfile", certificate.toString());
    for (List<String> what : List.of(make, issue)) {
      keys.succeed(Stream.concat(what.stream(), access.stream()).toArray(String[]::new));
    }
    return certificate;
  }
}
