// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stock OpenSC moves keys from one device to another. */
final class StockKeyBackupTest {
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

  /** The second device lists the key under its label and signs with it. */
  @ParameterizedTest
  @CsvSource({"rsa:2048, 30, 101", "EC:prime256v1, 31, 102", "EC:secp384r1, 32, 103"})
  void keyMovesToDeviceWithTheSameDkek(String type, String id, int place) throws Exception {
    keys.generate(type, id);
    int from = keys.newest();
    StockOpenSc.Result wrapped = keys.scHsm(0, "--wrap-key", "wrapped-" + id, from);
    assertEquals(0, wrapped.exit(), wrapped.toString());
    StockOpenSc.Result unwrapped = keys.scHsm(1, "--unwrap-key", "wrapped-" + id, place);
    assertEquals(0, unwrapped.exit(), unwrapped.toString());
    assertTrue(unwrapped.out().contains("Key successfully imported"), unwrapped.toString());

    String dump = keys.succeed("pkcs15-tool", "-r", "1", "--dump");
    assertTrue(dump.contains("Private " + (type.startsWith("rsa") ? "RSA" : "EC")), dump);
    assertTrue(dump.contains("[key " + id + "]"), dump);
    assertTrue(dump.contains("Key ref        : " + place), dump);
    assertTrue(dump.matches("(?s).*ID +: " + id + "\n.*"), dump);
    byte[] key = keys.publicKey(0, id);
    assertArrayEquals(key, keys.publicKey(1, id));
    if (type.startsWith("rsa")) {
      byte[] signature = keys.result(1, "--sign", "SHA256-RSA-PKCS", "message", id);
      assertTrue(
          StockKeys.verifies(
              Signature.getInstance("SHA256withRSA"), StockKeys.rsa(key), signature));
    } else {
      assertTrue(StockKeys.verifies(key, keys.result(1, "--sign", "ECDSA", "hash", id)));
    }
  }

  @Test
  void keyDoesNotMoveToDeviceWithAnotherDkek() throws Exception {
    keys.generate("EC:prime256v1", "40");
    keys.scHsm(0, "--wrap-key", "wrapped-40", keys.newest());
    StockOpenSc.Result refused = keys.scHsm(StockKeys.OTHER_DKEK, "--unwrap-key", "wrapped-40", 1);
    assertTrue(refused.err().contains("does not match DKEK"), refused.toString());
    String dump = keys.succeed("pkcs15-tool", "-r", "" + StockKeys.OTHER_DKEK, "--dump");
    assertFalse(dump.contains("Private"), dump);
  }

  @Test
  void damagedFileIsRefused() throws Exception {
    keys.generate("EC:prime256v1", "41");
    keys.scHsm(0, "--wrap-key", "wrapped-41", keys.newest());
    Path file = keys.file("wrapped-41");
    byte[] damaged = Files.readAllBytes(file);
    damaged[100] ^= 1;
    Files.write(file, damaged);
    StockOpenSc.Result refused = keys.scHsm(1, "--unwrap-key", "wrapped-41", 111);
    assertFalse(refused.out().contains("Key successfully imported"), refused.toString());
    assertFalse(refused.err().isEmpty());
  }

  @Test
  void keyIsOnlyReplacedByForce() throws Exception {
    keys.generate("EC:prime256v1", "42");
    keys.scHsm(0, "--wrap-key", "wrapped-42", keys.newest());
    assertEquals(0, keys.scHsm(1, "--unwrap-key", "wrapped-42", 112).exit());
    StockOpenSc.Result again = keys.scHsm(1, "--unwrap-key", "wrapped-42", 112);
    assertTrue(again.err().contains("Found existing"), again.toString());
    keys.succeed(
        "sc-hsm-tool",
        "-r",
        "1",
        "--unwrap-key",
        keys.file("wrapped-42").toString(),
        "--key-reference",
        "112",
        "--pin",
        "648219",
        "--force");
    assertTrue(
        StockKeys.verifies(
            keys.publicKey(1, "42"), keys.result(1, "--sign", "ECDSA", "hash", "42")));
  }
}
