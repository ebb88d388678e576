// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.keyrite.core.bytes.Bytes;

/**
 * Keys of simulated devices in the hands of stock OpenSC. Slots 0 and 1 have the same DKEK, slot 2
 * has another. Signatures and plain texts are checked with arithmetic of other people.
 */
public final class StockKeys implements AutoCloseable {
  public static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);
  public static final int OTHER_DKEK = 2;

  public final StockOpenSc stock;
  private final Path folder;

  private StockKeys(Path folder) throws IOException {
    this.folder = folder;
    stock = StockOpenSc.start(folder, 3);
    for (int slot = 0; slot <= OTHER_DKEK; slot++) {
      succeed(
          "sc-hsm-tool",
          "-r",
          "" + slot,
          "--initialize",
          "--so-pin",
          "3537363231383830",
          "--pin",
          "648219",
          "--dkek-shares",
          "1");
      String share = (slot == OTHER_DKEK ? "02" : "01").repeat(32);
      succeed("opensc-tool", "-r", "" + slot, "-s", "8052000020" + share + "00");
    }
    Files.write(folder.resolve("message"), MESSAGE);
    Files.write(folder.resolve("hash"), Bytes.of(MESSAGE).sha256().toByteArray());
  }

  public static StockKeys start(Path folder) throws IOException {
    return new StockKeys(folder);
  }

  /** Something in the folder that the devices and these files are in. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    stock.close();
  }

  public String succeed(String... command) {
    StockOpenSc.Result result = stock.run(command);
    assertEquals(0, result.exit(), () -> List.of(command) + " " + result);
    return result.out();
  }

  public String pkcs11(int slot, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of("pkcs11-tool", "--slot-index", "" + slot, "--login", "--pin", "648219"));
    command.addAll(List.of(options));
    return succeed(command.toArray(String[]::new));
  }

  public StockOpenSc.Result scHsm(int slot, String action, String file, int key) {
    return stock.run(
        "sc-hsm-tool",
        "-r",
        "" + slot,
        action,
        folder.resolve(file).toString(),
        "--key-reference",
        "" + key,
        "--pin",
        "648219");
  }

  public void generate(String type, String id) {
    String said = pkcs11(0, "--keypairgen", "--key-type", type, "--id", id, "--label", "key " + id);
    assertTrue(said.contains("Key pair generated"), said);
    String listed = pkcs11(0, "--list-objects");
    assertTrue(listed.contains("label:      key " + id), listed);
    assertTrue(listed.contains("ID:         " + id), listed);
  }

  /** By pkcs15-tool, since pkcs11-tool 0.23 does not write every P-384 key that it lists. */
  public byte[] publicKey(int slot, String id) {
    String pem = succeed("pkcs15-tool", "-r", "" + slot, "--read-public-key", id);
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  public byte[] result(
      int slot, String action, String mechanism, String in, String id, String... more)
      throws Exception {
    Path out = folder.resolve("result");
    Files.deleteIfExists(out);
    List<String> options = new ArrayList<>(List.of(action, "-m", mechanism, "--id", id));
    options.addAll(List.of("-i", folder.resolve(in).toString(), "-o", out.toString()));
    options.addAll(List.of(more));
    pkcs11(slot, options.toArray(String[]::new));
    return Files.readAllBytes(out);
  }

  public static PublicKey rsa(byte[] encoded) throws Exception {
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
  }

  public static boolean verifies(Signature verifier, PublicKey key, byte[] signature)
      throws Exception {
    verifier.initVerify(key);
    verifier.update(MESSAGE);
    return verifier.verify(signature);
  }

  public static boolean verifies(byte[] key, byte[] plain) throws Exception {
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, PublicKeyFactory.createKey(key));
    int half = plain.length / 2;
    return verifier.verifySignature(
        Bytes.of(MESSAGE).sha256().toByteArray(),
        new BigInteger(1, Arrays.copyOf(plain, half)),
        new BigInteger(1, Arrays.copyOfRange(plain, half, plain.length)));
  }

  /** The highest key that the first device has. */
  public int newest() throws Exception {
    return StockOpenSc.stateFile(folder, 0).load().orElseThrow().keys().content().lastKey();
  }
}
