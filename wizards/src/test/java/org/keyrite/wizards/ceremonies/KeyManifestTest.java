// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.problem.FileProblem.FileIsFolder;
import org.keyrite.core.problem.FileProblem.FileMissing;
import org.keyrite.core.problem.FileProblem.ManifestUnreadable;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

class KeyManifestTest {
  private static final ListedKey KEY =
      new ListedKey("", 3, "Wurzel, \"ä\"", "secp256r1", "01", "ab".repeat(32));
  private static final KeyManifest MANIFEST =
      new KeyManifest(
          "T-1",
          "2030-01-02T03:04:05Z",
          "DENK0000001",
          "0123456789ABCDEF",
          List.of(
              new KeyManifest.Backup("Wurzel.wky", Bytes.EMPTY.sha256(), KEY, Optional.empty()),
              new KeyManifest.Backup(
                  "AES.wky",
                  Bytes.EMPTY.sha256(),
                  new ListedKey("", 4, "", "AES-128", "", ""),
                  Optional.of(
                      new Proof(Algorithm.AES_CMAC, Bytes.fromHex("0a"), Bytes.fromHex("0b"))))),
          List.of(
              new KeyManifest.LeftBehind(
                  new ListedKey("", 5, "Stays", "RSA-2048", "02", ""), "NEVER")));

  @TempDir Path folder;

  private static String text() {
    return new String(MANIFEST.encode().toByteArray(), StandardCharsets.UTF_8);
  }

  private KeyManifest read(String text) throws Exception {
    Path file = folder.resolve("list.json");
    Files.writeString(file, text);
    return KeyManifestFile.read(file);
  }

  private Problem refused(String text) {
    return assertThrows(ProblemException.class, () -> read(text), text).problem();
  }

  @Test
  void readsWhatItWrote() throws Exception {
    assertEquals(MANIFEST, read(text()));
  }

  @Test
  void refusesAListThatLacksAnyOfItsLines() {
    List<String> lines = text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> rest = new ArrayList<>(lines);
      rest.remove(i);
      assertInstanceOf(ManifestUnreadable.class, refused(String.join("\n", rest)));
    }
  }

  @Test
  void refusesAListThatEndsEarly() {
    String whole = text().strip();
    for (int end = 0; end < whole.length(); end++) {
      assertInstanceOf(ManifestUnreadable.class, refused(whole.substring(0, end)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : \"1\" | \"version\" : \"2\" | version",
        "\"count\" : \"2\" | \"count\" : \"3\" | count",
        "\"count\" : \"2\" | \"count\" : 2 | count",
        "Wurzel.wky | ../Wurzel.wky | file",
        "Wurzel.wky | /etc/passwd | file",
        "Wurzel.wky | .. | file",
        "Wurzel.wky | C:\\\\Wurzel.wky | file",
        "0123456789ABCDEF | 0123456789ABCDE | keyCheckValue",
        "\"reference\" : \"3\" | \"reference\" : \"x\" | reference",
        "\"id\" : \"01\" | \"id\" : \"0\" | id",
        "AES_CMAC | AES_MAGIC | proofAlgorithm",
        "\"why\" | \"because\" | why",
        "\"count\" | \"more\" : \"1\", \"count\" | more",
      })
  void refusesWhatCannotBe(String found, String replacement, String member) {
    String changed =
        text()
            .replaceFirst(
                java.util.regex.Pattern.quote(found),
                java.util.regex.Matcher.quoteReplacement(replacement));
    assertEquals(
        new ManifestUnreadable(folder.resolve("list.json").toString(), member), refused(changed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{}", "{} {}", "{\"format\":\"x\",\"format\":\"x\"}"})
  void refusesWhatIsNoList(String text) {
    assertInstanceOf(ManifestUnreadable.class, refused(text));
  }

  @Test
  void refusesWhatIsNotThere() {
    assertInstanceOf(
        FileMissing.class,
        assertThrows(ProblemException.class, () -> KeyManifestFile.read(folder.resolve("nothing")))
            .problem());
    assertInstanceOf(
        FileIsFolder.class,
        assertThrows(ProblemException.class, () -> KeyManifestFile.read(folder)).problem());
  }
}
