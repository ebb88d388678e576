// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;

/** The record of a rehearsal on paper, read by another program than ours. */
class RecordTest {
  @TempDir private static Path rehearsal;
  private static Path record;

  @TempDir private Path folder;
  private Session session;

  @BeforeAll
  static void makeARecord() {
    record = rehearsal.resolve("r");
    Session.Ran ran =
        new Session(rehearsal).run("rehearse", "device-setup", "--out", record.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
  }

  @BeforeEach
  void sitDown() {
    session = new Session(folder);
  }

  /** What poppler reads in a document, a page each. */
  private static List<String> pages(Path pdf) throws IOException, InterruptedException {
    Process reader = new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-").start();
    String text = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, reader.waitFor());
    return List.of(text.split("\f"));
  }

  private static List<Integer> stepsTold(String text) {
    return text.lines()
        .filter(line -> line.matches(" ?[0-9]+ {2,}\\S.*"))
        .map(line -> Integer.valueOf(line.strip().split(" ")[0]))
        .toList();
  }

  private static int steps() throws IOException {
    return (int)
        Files.readString(record.resolve("transcript.txt"))
            .lines()
            .filter(line -> line.startsWith("Step "))
            .count();
  }

  private static String lastHash() throws IOException {
    String last = Files.readAllLines(record.resolve("journal.jsonl")).getLast();
    return Bytes.of(last.getBytes(StandardCharsets.UTF_8)).sha256().toHex();
  }

  @Test
  void everyStepStandsOnPaperInItsOrder() throws Exception {
    String text = String.join("\n", pages(record.resolve("record.pdf")));
    assertTrue(steps() > 30, "too short to tell");
    assertEquals(IntStream.rangeClosed(1, steps()).boxed().toList(), stepsTold(text));
  }

  @Test
  void everyPageHasItsNumberAndTheHashOfTheRecord() throws Exception {
    List<String> pages = pages(record.resolve("record.pdf"));
    String hash = lastHash().substring(0, 16).toUpperCase().replaceAll("(.{4})(?!$)", "$1 ");
    assertTrue(pages.size() > 2, "one page does not tell");
    for (int page = 1; page <= pages.size(); page++) {
      String text = pages.get(page - 1);
      assertTrue(text.contains("page " + page + " of " + pages.size()), text);
      assertTrue(text.contains(hash), text);
      assertTrue(text.contains("REHEARSAL"), text);
    }
  }

  @Test
  void peopleDevicesFilesAndRoomToSignStandOnPaper() throws Exception {
    String text = String.join("\n", pages(record.resolve("record.pdf")));
    List<String> wanted = List.of("People", "Devices", "Attestation", "Signatures", "SIMU");
    wanted.forEach(word -> assertTrue(text.contains(word), word));
  }

  @Test
  void everyCustodianHasAReceipt() throws Exception {
    Path out = folder.resolve("quorum");
    session.run("rehearse", "dkek-quorum", "--custodians", "4", "--out", out.toString());
    List<String> pages = pages(out.resolve("receipts.pdf"));
    assertEquals(4, pages.size());
    for (int i = 1; i <= pages.size(); i++) {
      assertTrue(pages.get(i - 1).contains(i + " of 4"), pages.get(i - 1));
      assertTrue(pages.get(i - 1).contains("Signature of the custodian"), pages.get(i - 1));
    }
  }

  @Test
  void aDeviceThatWasCheckedHasItsStatusOnPaper() throws Exception {
    Path out = folder.resolve("check");
    session.run("rehearse", "device-check", "--out", out.toString());
    String text = String.join("\n", pages(out.resolve("device-status.pdf")));
    List<String> wanted = List.of("SIMU", "Firmware", "Members of", "Ledger", "Signatures");
    wanted.forEach(word -> assertTrue(text.contains(word), text));
    assertFalse(Files.exists(out.resolve("receipts.pdf")));
  }

  @Test
  void theLanguageIsChosenWhenItIsTold() throws Exception {
    Path pdf = folder.resolve("protokoll.pdf");
    Session.Ran ran =
        session.run("record", record.toString(), "--language", "de", "--pdf", pdf.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    String text = String.join("\n", pages(pdf));
    assertTrue(text.contains("Protokoll einer Schlüsselzeremonie"), text);
    assertEquals(IntStream.rangeClosed(1, steps()).boxed().toList(), stepsTold(text));
  }

  @Test
  void theSameRecordToldAgainHasTheSameBytes() throws Exception {
    Path pdf = folder.resolve("again.pdf");
    session.run("record", record.toString(), "--language", "en", "--pdf", pdf.toString());
    assertArrayEquals(Files.readAllBytes(record.resolve("record.pdf")), Files.readAllBytes(pdf));
  }

  @Test
  void withoutAFileTheTextIsShown() throws Exception {
    Session.Ran ran = session.run("record", record.resolve("journal.jsonl").toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals(Files.readString(record.resolve("transcript.txt")), ran.out());
  }

  @Test
  void letterPaperMayBeChosen() throws Exception {
    Path pdf = folder.resolve("letter.pdf");
    session.run("record", record.toString(), "--pdf", pdf.toString(), "--paper", "letter");
    assertTrue(
        Files.readString(pdf, StandardCharsets.ISO_8859_1).contains("[0.0 0.0 612.0 792.0]"));
  }

  @Test
  void whatIsThereIsNotOverwritten() throws Exception {
    Path pdf = Files.writeString(folder.resolve("there.pdf"), "mine");
    session.run("record", record.toString(), "--pdf", pdf.toString()).assertRefused("there.pdf");
    assertEquals("mine", Files.readString(pdf));
  }

  @Test
  void ofAChangedRecordNothingIsTold() throws Exception {
    Path journal = folder.resolve("journal.jsonl");
    String whole = Files.readString(record.resolve("journal.jsonl"));
    Files.writeString(journal, whole.replaceFirst("SIMU", "DENK"));
    Path pdf = folder.resolve("changed.pdf");
    session.run("record", journal.toString(), "--pdf", pdf.toString()).assertRefused("line");
    assertFalse(Files.exists(pdf));
  }

  @Test
  void aFolderWithoutARecordIsRefused() {
    session.run("record", folder.toString()).assertRefused(folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A4", "a5", ""})
  void anotherPaperIsUnknown(String paper) {
    session.run("record", record.toString(), "--paper", paper).assertUsage("--paper");
  }
}
