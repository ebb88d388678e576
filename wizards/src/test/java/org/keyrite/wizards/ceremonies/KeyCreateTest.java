// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.PublicKey;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;

/** Keys that are made as planned. */
class KeyCreateTest {
  @TempDir Path folder;

  private static StoredKey only(DeviceRoom room) throws Exception {
    List<StoredKey> keys = KeyRoom.keys(room, 1);
    assertEquals(1, keys.size());
    return keys.getFirst();
  }

  private static CeremonyState made(DeviceRoom room, String... decided) throws Exception {
    CeremonyState end = new DeviceStory(room, List.of(), KeyCreate.ID, decided).refuses();
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    return end;
  }

  @Test
  void makesAKeyThatProgramsSeeOnTheFirstOfTwoDevices() throws Exception {
    try (DeviceRoom room = KeyRoom.of(folder, 2)) {
      Facts end = made(room, "keyLabel", "Wurzel Zürich", "keyId", "0A0b").facts();
      StoredKey key = only(room);
      assertEquals("Wurzel Zürich", key.label().orElseThrow());
      assertEquals(Bytes.fromHex("0a0b"), key.pkcsId().orElseThrow());
      assertTrue(key.terms().algorithms().allows(Algorithm.WRAP));
      assertEquals("ECDSA", end.get(NewKeyFacts.PROOF));
      assertEquals("POSSIBLE", end.get(NewKeyFacts.BACKUP));
      assertEquals(NewKeyFacts.UNLIMITED, end.get(NewKeyFacts.USES_LEFT));
      PublicKey told =
          PublicKey.parse(Bytes.fromHex(end.get(NewKeyFacts.PUBLIC_KEY))).orElseThrow();
      assertEquals(key.requirePublicKey(), told);
      assertTrue(
          told.verifies(
              Algorithm.ECDSA, end.get(NewKeyFacts.CHALLENGE), end.get(NewKeyFacts.ANSWER)));
      assertEquals(List.of(), KeyRoom.keys(room, 2));
    }
  }

  @Test
  void callsAKeyLikeItsSetAndMakesUpItsId() throws Exception {
    try (DeviceRoom room = KeyRoom.of(folder, 1)) {
      made(room, "devices", "1");
      assertEquals("Vault 2030", only(room).label().orElseThrow());
      assertEquals(8, only(room).pkcsId().orElseThrow().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RSA-2048, all, RSA_PKCS1",
    "secp256r1, sign, ECDSA",
    "brainpoolP256r1, derive, ECDH",
    "secp521r1, all, ECDSA",
    "AES-128, all, AES_CMAC",
    "AES-256, encrypt, AES_CBC_ENCRYPT",
    "AES-192, derive, AES_DERIVE"
  })
  void provesEachKindByWhatItMay(String kind, String use, String proof) throws Exception {
    try (DeviceRoom room = KeyRoom.of(folder, 1)) {
      Facts end = made(room, "devices", "1", "keyKind", kind, "keyUse", use).facts();
      assertEquals(proof, end.get(NewKeyFacts.PROOF));
      assertEquals(kind, only(room).spec().orElseThrow().text());
      assertFalse(only(room).terms().algorithms().isUnrestricted());
    }
  }

  @Test
  void saysOfAKeyThatMayNotBeWrappedThatItNeverLeaves() throws Exception {
    try (DeviceRoom room = KeyRoom.of(folder, 1)) {
      Facts end = made(room, "devices", "1", "backUp", "no").facts();
      assertEquals("NEVER", end.get(NewKeyFacts.BACKUP));
      assertFalse(only(room).terms().algorithms().allows(Algorithm.WRAP));
    }
  }

  @ParameterizedTest
  @CsvSource({"secp256r1, ECDSA", "RSA-2048, RSA_PKCS1"})
  void writesACertificateRequestThatTheKeySigned(String kind, Algorithm algorithm)
      throws Exception {
    try (DeviceRoom room = KeyRoom.of(folder, 1)) {
      Facts end =
          made(
                  room,
                  "devices",
                  "1",
                  "keyKind",
                  kind,
                  "uses",
                  "7",
                  "request",
                  "yes",
                  "subject",
                  "CN=Wurzel Zürich,O=Beispiel,C=DE")
              .facts();
      Path file = folder.resolve(end.get(NewKeyFacts.REQUEST_FILE));
      assertEquals(end.get(NewKeyFacts.REQUEST_HASH), Bytes.of(Files.readAllBytes(file)).sha256());
      String pem = Files.readString(file);
      CertificationRequest request =
          CertificationRequest.getInstance(
              Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")));
      CertificationRequestInfo info = request.getCertificationRequestInfo();
      PublicKey key = only(room).requirePublicKey();
      assertEquals(key.encode(), Bytes.of(info.getSubjectPublicKeyInfo().getEncoded("DER")));
      assertEquals("CN=Wurzel Zürich,O=Beispiel,C=DE", info.getSubject().toString());
      assertTrue(
          key.verifies(
              algorithm,
              Bytes.of(info.getEncoded("DER")),
              Bytes.of(request.getSignature().getOctets())));
      assertEquals(OptionalLong.of(5), only(room).terms().uses());
      assertEquals("5", end.get(NewKeyFacts.USES_LEFT));
    }
  }
}
