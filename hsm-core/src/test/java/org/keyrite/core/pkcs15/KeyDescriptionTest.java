// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;

/** {@code vectors/pkcs15.json} and what stock OpenSC was recorded to write. */
class KeyDescriptionTest {

  static List<Vector> vectors() throws IOException {
    return Vector.file("/vectors/pkcs15.json").list("vectors");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isReadAndWrittenTheSame(Vector vector) throws ProblemException {
    assertEquals(vector.bytes("hex"), KeyDescription.parse(vector.bytes("hex")).encode());
  }

  @ParameterizedTest
  @CsvSource({
    "0, EC, btc-test, 0000000000000000000000000000000000000000, 073080, 256, 1",
    "1, SECRET, DiskEncryptionKey, 01, 07c010, 128, -1",
    "2, EC, test-ec, e55e6e6fcb09ea9c89b9f8c473aaacd6602a7486, 072080, 256, -1",
    "3, RSA, test-rsa, d2cc813e4cf7046040a9cc1b0ac20d8074468db7, 0264, 2048, -1",
  })
  void tellsWhatIsInIt(
      int index, KeyKind kind, String label, String id, String usage, int size, int reference)
      throws Exception {
    KeyDescription read = KeyDescription.parse(vectors().get(index).bytes("hex"));
    assertEquals(kind, read.kind());
    assertEquals(label, read.label());
    assertEquals(id, read.id().toHex());
    assertEquals(usage, read.usage().toHex());
    assertEquals(OptionalInt.of(size), read.size());
    assertEquals(reference, read.reference().orElse(-1));
  }

  /** Recorded: what OpenSC writes, but for the usage, which is CardContact's. */
  @Test
  void writesWhatOpenScWritesForItsKeys() throws ProblemException {
    assertEquals(
        "302a30100c0772736132303438030206c0040101300a040110030202740201"
            + "01a10a30083002040002020800",
        of(new KeySpec.Rsa(2048), 1, "rsa2048", "10", AllowedAlgorithms.ALL));
    assertEquals(
        "a029300e0c056270323536030206c0040101300b0401120303072080020103a10a30083002040002020100",
        of(new KeySpec.Ec(Curve.BRAINPOOL_P256R1), 3, "bp256", "12", AllowedAlgorithms.ALL));
  }

  @Test
  void writesSecretKeysAsTheReferenceHasThem() throws ProblemException {
    assertEquals(
        "a82f30100c074469736b4b6579030206c0040101300b040101030307e080020105"
            + "a006300402020080a106300430020400",
        of(new KeySpec.Aes(128), 5, "DiskKey", "01", AllowedAlgorithms.ALL));
  }

  @ParameterizedTest
  @CsvSource({
    "RSA-2048, 'SIGN', 0430",
    "RSA-2048, 'DECRYPT', 0244",
    "RSA-2048, 'SIGN,DECRYPT,BACK_UP', 0274",
    "secp256r1, 'SIGN', 0520",
    "secp256r1, 'DERIVE', 070080",
    "secp256r1, 'BACK_UP', 00",
    "AES-256, 'ENCRYPT,DECRYPT', 06c0",
    "AES-256, 'AUTHENTICATE', 0520",
  })
  void usageFollowsTheAlgorithms(String name, String uses, String usage) throws ProblemException {
    KeySpec spec = KeySpec.fromText(name).orElseThrow();
    Set<KeyUse> chosen = EnumSet.noneOf(KeyUse.class);
    for (String use : uses.split(",")) {
      chosen.add(KeyUse.valueOf(use));
    }
    KeyDescription description =
        KeyDescription.of(
            spec,
            new KeyId(1),
            KeyLabel.of("x"),
            PkcsId.of(Bytes.of((byte) 1)),
            AllowedAlgorithms.forUses(spec, chosen));
    assertEquals(usage, description.usage().toHex());
  }

  @Test
  void everyOfferedKeyIsDescribed() throws ProblemException {
    for (KeySpec spec : KeySpec.offered()) {
      KeyDescription written =
          KeyDescription.of(
              spec,
              new KeyId(255),
              KeyLabel.of("Schlüssel 1"),
              PkcsId.of(Bytes.of((byte) 0x80)),
              AllowedAlgorithms.ALL);
      KeyDescription read = KeyDescription.parse(written.encode());
      assertEquals(written, read);
      assertEquals("Schlüssel 1", read.label());
      assertEquals(OptionalInt.of(spec.bits()), read.size());
      assertEquals(OptionalInt.of(255), read.reference());
    }
  }

  @Test
  void aMovedKeyKeepsAllButItsReference() throws Exception {
    for (Vector vector : vectors()) {
      KeyDescription old = KeyDescription.parse(vector.bytes("hex"));
      KeyDescription moved = old.withReference(new KeyId(200));
      assertEquals(OptionalInt.of(200), moved.reference());
      assertEquals(old.id(), moved.id());
      assertEquals(old.label(), moved.label());
      assertEquals(old.usage(), moved.usage());
      assertEquals(old.details(), moved.details());
      assertEquals(moved, KeyDescription.parse(moved.encode()));
    }
  }

  /** Early tools wrote the size elsewhere, and pico-hsm no label (section 2.7 and 2.8). */
  @ParameterizedTest
  @CsvSource({
    "a015 3000 3003040101 a10c 3006 3004 04020000 02020100, 256",
    "a012 3000 3003040101 a109 3004 30020400 020117, 23",
    "a80d 3000 3003040101 a004 02020080, 128",
    "a80f 3000 3003040101 a006 3004 02020080, 128",
    "a013 3000 3003040101 a10a 3008 30020400 02020210, 521",
    "3013 3000 3003040101 a10a 3008 30020400 02020210, 528",
    "a007 3000 3003040101, -1",
    "a00b 3000 3003040101 a102 0500, -1",
    "a00a 3000 3003040101 a101 02, -1",
  })
  void readsWhatEarlyToolsWrote(String hex, int size) throws ProblemException {
    KeyDescription read = KeyDescription.parse(Bytes.fromHex(hex.replace(" ", "")));
    assertEquals(size, read.size().orElse(-1));
    assertEquals("", read.label());
    assertEquals(Bytes.EMPTY, read.usage());
  }

  @Test
  void showsControlsAndBrokenTextHarmlessly() throws ProblemException {
    KeyDescription read =
        KeyDescription.parse(Bytes.fromHex("a00c 3005 0c03 1bff41 3003 040101".replace(" ", "")));
    assertEquals("\uFFFD\uFFFDA", read.label());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "3000",
        "31073000" + "3003040101",
        "a0023000",
        "a0043000" + "3000",
        // two IDs, two labels, no ID
        "a00a3000" + "3006040101040102",
        "a00f30060c01410c0142" + "30050401010201",
        "a0083006" + "0c01410c0142",
        "a00730003003020101",
        "a007300030030401",
        "a0073000300304010100",
      })
  void refusesWhatIsNone(String hex) {
    assertTrue(
        assertThrows(ProblemException.class, () -> KeyDescription.parse(Bytes.fromHex(hex)))
                .problem()
            instanceof Malformed);
  }

  private static String of(
      KeySpec spec, int reference, String label, String id, AllowedAlgorithms algorithms)
      throws ProblemException {
    return KeyDescription.of(
            spec,
            new KeyId(reference),
            KeyLabel.of(label),
            PkcsId.of(Bytes.fromHex(id)),
            algorithms)
        .encode()
        .toHex();
  }
}
