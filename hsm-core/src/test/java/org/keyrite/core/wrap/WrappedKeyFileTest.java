// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.problem.FileProblem.FileIsFolder;
import org.keyrite.core.problem.FileProblem.FileMissing;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.KeyProblem.NotAWrappedKey;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.testing.WrappedKeys;
import org.keyrite.core.testing.WrappedKeys.Known;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

class WrappedKeyFileTest {
  private static final Bytes DESCRIPTION =
      Bytes.fromHex(
          "3034300a0c08746573742d727361301a0414d2cc813e4cf7046040a9cc1b0ac20d8074468db7"
              + "03020264a10a30083002040002020800");

  @TempDir Path folder;

  @Test
  void filesOfRealDevicesAreReadAndWrittenTheSame() throws IOException, ProblemException {
    for (Vector vector : Vector.file("/vectors/wrapfiles.json").list("vectors")) {
      WrappedKeyFile file = WrappedKeyFile.parse(vector.bytes("file"));
      assertEquals(vector.bytes("file"), file.encode());
      try (Dkek dkek = WrappedKeys.dkek(vector.bytes("dkek"));
          UnwrappedKey key = file.blob().open(dkek)) {
        if (vector.has("prkd")) {
          assertEquals(Optional.of(vector.bytes("prkd")), file.descriptionFile());
          assertEquals("btc-test", file.description().orElseThrow().label());
          assertEquals(key.publicKey(), file.publicKey());
          KeyCertificate.Request request =
              assertInstanceOf(KeyCertificate.Request.class, file.certificate().orElseThrow());
          assertTrue(request.request().provesPossession());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wrap-rsa2048.bin, rsa2048, 10",
    "wrap-ecp256.bin, ecp256, 11",
    "wrap-bp256.bin, bp256, 12"
  })
  void filesOfStockToolsAreReadAndWrittenTheSame(String name, String label, String id)
      throws IOException, ProblemException {
    Path path = folder.resolve(name);
    try (InputStream in = getClass().getResourceAsStream("/recordings/dkek/" + name)) {
      Files.copy(in, path);
    }
    WrappedKeyFile file = WrappedKeyFile.read(path);
    assertEquals(Bytes.of(Files.readAllBytes(path)), file.encode());
    Vector vector = Vector.file("/recordings/dkek/vectors.json").<Vector>get("wrapped").get(name);
    assertEquals(vector.bytes("blob"), file.blob().encode());
    assertEquals(Optional.of(vector.bytes("prkd")), file.descriptionFile());
    assertEquals(Optional.of(vector.bytes("cert")), file.certificateFile());
    assertEquals(label, file.description().orElseThrow().label());
    assertEquals(id, file.description().orElseThrow().id().toHex());
    assertEquals(vector.bytes("spki"), file.publicKey().orElseThrow().encode());
  }

  @Test
  void bareBlobsAreTaken() throws IOException, ProblemException {
    for (Known known : WrappedKeys.all()) {
      WrappedKeyFile file = WrappedKeyFile.parse(known.blob());
      assertEquals(known.blob(), file.blob().encode());
      assertEquals(Optional.empty(), file.description());
      assertEquals(Optional.empty(), file.certificate());
      assertEquals(file, WrappedKeyFile.parse(file.encode()));
    }
  }

  /** Descriptions of RSA keys and certificates have the same tag. */
  @Test
  void aDescriptionAloneIsNotTakenForACertificate() throws IOException, ProblemException {
    KeyBlob blob = KeyBlob.parse(WrappedKeys.synthetic().getFirst().blob());
    Bytes certificate = Bytes.fromHex("3003020101");
    for (Optional<Bytes> description : List.of(Optional.of(DESCRIPTION), Optional.<Bytes>empty())) {
      for (Optional<Bytes> beside : List.of(Optional.of(certificate), Optional.<Bytes>empty())) {
        WrappedKeyFile file = new WrappedKeyFile(blob, description, beside);
        assertEquals(file, WrappedKeyFile.parse(file.encode()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "3000", "30820000", "3003040100", "0400", "67", "3080"})
  void refusesWhatIsNone(String hex) {
    assertThrows(ProblemException.class, () -> WrappedKeyFile.parse(Bytes.fromHex(hex)));
  }

  @Test
  void refusesWhatFollows() throws IOException {
    Bytes blob = octets(WrappedKeys.synthetic().getFirst().blob());
    Bytes certificate = Bytes.fromHex("3003020101");
    refused(sequence(blob.plus(DESCRIPTION).plus(certificate).plus(certificate)));
    refused(sequence(blob.plus(certificate).plus(certificate).plus(certificate)));
    refused(sequence(blob.plus(blob)));
    refused(sequence(blob.plus(DESCRIPTION).plus(Bytes.fromHex("0401aa"))));
    refused(sequence(blob).plus(Bytes.of((byte) 0)));
    refused(sequence(DESCRIPTION.plus(blob)));
  }

  private static void refused(Bytes content) {
    assertTrue(
        assertThrows(ProblemException.class, () -> WrappedKeyFile.parse(content)).problem()
            instanceof Malformed);
  }

  private static Bytes sequence(Bytes content) {
    return new Tlv(new Tag(0x30), content).encode();
  }

  private static Bytes octets(Bytes content) {
    return new Tlv(new Tag(0x04), content).encode();
  }

  @Test
  void everyCutOfARealFileIsRefused() throws IOException {
    Bytes file = Vector.file("/vectors/wrapfiles.json").list("vectors").getFirst().bytes("file");
    for (int size = 0; size < file.size(); size++) {
      Bytes cut = file.slice(0, size);
      assertThrows(ProblemException.class, () -> WrappedKeyFile.parse(cut));
    }
  }

  @Test
  void namesAFileThatIsNone() throws IOException {
    Path large = Files.write(folder.resolve("large"), new byte[WrappedKeyFile.LARGEST + 1]);
    Path small = Files.write(folder.resolve("small"), new byte[] {1, 2, 3});
    Path missing = folder.resolve("missing");
    assertRefused(new NotAWrappedKey(large.toString()), () -> WrappedKeyFile.read(large));
    assertRefused(new NotAWrappedKey(small.toString()), () -> WrappedKeyFile.read(small));
    assertRefused(new FileMissing(missing.toString()), () -> WrappedKeyFile.read(missing));
    assertRefused(new FileIsFolder(folder.toString()), () -> WrappedKeyFile.read(folder));
  }
}
