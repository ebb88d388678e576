// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.stock.StockKeys;
import org.keyrite.core.stock.StockOpenSc;
import org.keyrite.wizards.ceremony.CeremonyState;

/** Stock OpenSC lists and uses, on the device that got them, the keys that moved. */
class StockAfterMigrationTest {
  @TempDir private static Path folder;
  @TempDir private static Path ceremony;
  private static StockOpenSc stock;

  @BeforeAll
  static void move() throws Exception {
    MigrateRoom.Devices devices = MigrateRoom.devices(ceremony);
    try (DeviceRoom room =
        MigrateRoom.fill(new DeviceRoom(ceremony, 2), devices.source(), devices.target())) {
      KeyStock.unlocked(
          room,
          1,
          (hsm, device) -> {
            KeyStock.create(hsm, device, "RSA-2048", "Key 4", 4);
            KeyStock.create(hsm, device, "brainpoolP256r1", "Key 5", 5);
            return device;
          });
      CeremonyState end =
          new DeviceStory(room, List.of(), XkekMigrate.ID, "readers", "2")
              .answering("keys.chosen", "all")
              .refuses();
      assertEquals(5, end.facts().get(MigrateFacts.MOVED).size());
      StockOpenSc.stateFile(folder, 0).save(room.hsm(2).state());
    }
    Files.write(folder.resolve("message"), StockKeys.MESSAGE);
    Files.write(folder.resolve("hash"), Bytes.of(StockKeys.MESSAGE).sha256().toByteArray());
    stock = StockOpenSc.start(folder, 1);
  }

  @AfterAll
  static void end() throws Exception {
    stock.close();
  }

  private static String succeed(String... command) {
    StockOpenSc.Result result = stock.run(command);
    assertEquals(0, result.exit(), () -> List.of(command) + " " + result);
    return result.out();
  }

  private static byte[] signature(String mechanism, String in, String id) throws Exception {
    Path out = folder.resolve("signature-" + id);
    succeed(
        "pkcs11-tool",
        "--slot-index",
        "0",
        "--login",
        "--pin",
        DevicePeople.pin(2),
        "--sign",
        "-m",
        mechanism,
        "--id",
        id,
        "-i",
        folder.resolve(in).toString(),
        "-o",
        out.toString());
    return Files.readAllBytes(out);
  }

  private static byte[] publicKey(String id) {
    String pem = succeed("pkcs15-tool", "-r", "0", "--read-public-key", id);
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  @Test
  void everyKeyPairThatMovedIsListed() {
    String listed =
        succeed(
            "pkcs11-tool",
            "--slot-index",
            "0",
            "--login",
            "--pin",
            DevicePeople.pin(2),
            "--list-objects",
            "--type",
            "privkey");
    for (int i = 2; i <= 5; i++) {
      assertTrue(listed.contains("label:      Key " + i + "\n"), listed);
      assertTrue(listed.contains("ID:         0" + i + "\n"), listed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"02", "03", "05"})
  void keysOnCurvesSign(String id) throws Exception {
    assertTrue(StockKeys.verifies(publicKey(id), signature("ECDSA", "hash", id)));
  }

  @Test
  void theRsaKeySigns() throws Exception {
    byte[] signed = signature("SHA256-RSA-PKCS", "message", "04");
    assertTrue(
        StockKeys.verifies(
            Signature.getInstance("SHA256withRSA"), StockKeys.rsa(publicKey("04")), signed));
  }
}
