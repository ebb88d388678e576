// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectTest {
  @TempDir private static Path rehearsal;
  private static Path out;

  @TempDir private Path folder;

  @BeforeAll
  static void makeFiles() {
    out = rehearsal.resolve("r");
    Session.Ran ran = new Session(rehearsal).run("rehearse", "--out", out.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
  }

  private static Path made(String pattern) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(file -> file.getFileName().toString().matches(pattern))
          .findFirst()
          .orElseThrow();
    }
  }

  private Session.Ran inspect(Path... files) {
    return new Session(folder)
        .run(
            Stream.concat(Stream.of("inspect"), Stream.of(files).map(Path::toString))
                .toArray(String[]::new));
  }

  private Session.Ran json(Path file) {
    return new Session(folder).run("inspect", "--json", file.toString());
  }

  @Test
  void knowsAShareFile() throws IOException {
    Session.Ran ran = inspect(made(".*\\.pbe"));
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("a share file"), ran.out());
  }

  @Test
  void knowsAShareFileInBase64() throws IOException {
    Path text = folder.resolve("share.txt");
    Files.writeString(
        text, Base64.getMimeEncoder().encodeToString(Files.readAllBytes(made(".*\\.pbe"))));
    assertTrue(json(text).out().contains("\"kind\":\"shareFile\""));
  }

  @Test
  void knowsASheetAndShowsOnlyWhatIsPublic() throws IOException {
    Path sheet = made("share-02-.*\\.pdf");
    for (Session.Ran ran : new Session.Ran[] {inspect(sheet), json(sheet)}) {
      assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
      String secrets = Files.readString(out.resolve("rehearsal-secrets.yaml"));
      Stream.of(secrets.split("\""))
          .filter(text -> text.matches("[0-9a-f]{32}"))
          .forEach(hex -> assertFalse(ran.out().contains(hex)));
    }
    assertTrue(
        json(sheet).out().contains("\"id\":2,\"custodians\":3,\"threshold\":2,\"copy\":1"),
        json(sheet)::toString);
  }

  @Test
  void knowsTheSheetOfAShareFile() throws IOException {
    String out = json(made("share-file-.*\\.pdf")).out();
    assertTrue(out.contains("\"kind\":\"shareFileSheet\""), out);
  }

  @Test
  void whatAForeignFileSaysWritesNowhereElseInTheTerminal() throws IOException {
    String list =
        """
        {"format":"keyrite-key-backup","version":"1","ceremony":"R\\u001b[2J\\u202e","created":"x",
        "device":"D","keyCheckValue":"00112233445566AA","count":"0","keys":[],"leftBehind":[]}
        """;
    Session.Ran ran = inspect(Files.writeString(folder.resolve("key-backup.json"), list));
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("R\uFFFD[2J\uFFFD"), ran.out());
    assertFalse(ran.out().contains("\u001b"), ran.out());
  }

  @Test
  void saysWhatAFileOfAnswersDecidesAndNotHow() throws IOException {
    Path answers =
        Files.writeString(folder.resolve("answers.yaml"), "pin[1]: hidden words\nname: Root\n");
    for (Session.Ran ran : new Session.Ran[] {inspect(answers), json(answers)}) {
      assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
      assertTrue(ran.out().contains("pin[1], name"), ran.out());
      assertFalse(ran.out().contains("hidden"), ran.out());
      assertFalse(ran.out().contains("Root"), ran.out());
    }
  }

  @Test
  void knowsAJournalAndItsFolder() {
    Session.Ran ran = json(out);
    assertTrue(ran.out().contains("\"kind\":\"journal\""), ran.out());
    assertTrue(ran.out().contains("\"practice\":true"), ran.out());
    assertTrue(ran.out().contains("\"finished\":true"), ran.out());
    assertEquals(
        ran.out().replace(out.toString(), ""),
        json(out.resolve("journal.jsonl")).out().replace(out.toString(), ""));
  }

  @Test
  void saysOfEachFileWhatItIsAndGoesOnAfterARefusal() throws IOException {
    Session.Ran ran = inspect(folder.resolve("none"), made(".*\\.pbe"), folder);
    assertEquals(ExitStatus.REFUSED, ran.status());
    assertTrue(ran.out().contains("a share file"), ran.out());
    assertEquals(4, ran.err().lines().count(), ran.err());
  }

  @ParameterizedTest
  @CsvSource({
    "letter.txt,Dear all,none of the files",
    "empty.txt,'',none of the files",
    "empty.pbe,'',has 0 bytes",
    "short.pbe,Salted__,has 8 bytes",
    "salted.bin,Salted__12345678,has 16 bytes",
    "broken.wky,'',not the file of a wrapped key",
    "broken.xkek,'',exchange request",
    "broken.yaml,'- a list',line 1",
    "broken.json,'{\"format\":\"keyrite-key-backup\"}',no whole list of backed-up keys",
    "broken.pdf,%PDF-1.7 and nothing,neither a picture nor a PDF",
    "broken.jsonl,{},none"
  })
  void refusesWhatItDoesNotKnow(String name, String content, String what) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    if (name.equals("broken.jsonl")) {
      Files.writeString(file, content + "\n");
      inspect(file).assertRefused("line 1 is not as it was written");
    } else {
      inspect(file).assertRefused(what);
    }
  }

  @Test
  void refusesAFolderWithoutCeremony() {
    inspect(folder).assertRefused("is a folder");
  }

  @Test
  void aRefusalIsAReasonInJson() {
    Session.Ran ran = json(folder);
    assertEquals(ExitStatus.REFUSED, ran.status());
    assertTrue(ran.out().startsWith("[{\"file\":\""), ran.out());
    assertTrue(ran.out().contains("\"reason\":\""), ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void refusesWhatNeverEnds() {
    Session.Ran ran = new Session(folder).run("inspect", "/dev/zero");
    assertEquals(ExitStatus.REFUSED, ran.status(), ran::toString);
    assertTrue(ran.err().contains("/dev/zero is no ordinary file"), ran::toString);
  }

  @Test
  void whatOnlyBeginsWithABraceIsNoJournal() throws IOException {
    for (String other : new String[] {"{}", "{\n}\n", "{\"name\":\"Root\"}\n"}) {
      Path file = Files.writeString(folder.resolve("other.json"), other);
      new Session(folder).run("inspect", file.toString()).assertRefused("none of the files");
    }
  }
}
