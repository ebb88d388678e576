// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

// Long because a record can be wrong in many ways, all of which are tried on the same one.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.testing.Seed;

class VerifyTest {
  @TempDir private static Path rehearsal;

  private static final int MUTATIONS = 60;

  private static final List<String> SENSELESS =
      List.of(
          "",
          "x",
          "-1",
          "0",
          "99999999999999999999",
          "none",
          "yes",
          "1 2 3",
          "1,2",
          "[]",
          "\\\\",
          "GENUINE",
          "ff",
          "FF".repeat(32),
          "null",
          "2026-13-45T00:00:00Z",
          "a".repeat(2000));

  @TempDir private Path folder;
  private Path journal;
  private Session session;

  @BeforeAll
  static void makeARecord() {
    Session.Ran ran =
        new Session(rehearsal).run("rehearse", "dkek-shares", "--out", rehearsal + "/r");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
  }

  @BeforeEach
  void copyIt() throws IOException {
    session = new Session(folder);
    journal = folder.resolve("journal.jsonl");
    for (String name : List.of("journal.jsonl", "journal.jsonl.tip")) {
      Files.copy(
          rehearsal.resolve("r").resolve(name),
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Session.Ran verify(String... more) {
    List<String> arguments = new ArrayList<>(List.of("verify", folder.toString()));
    arguments.addAll(List.of(more));
    return session.run(arguments.toArray(String[]::new));
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(journal));
  }

  private void write(List<String> lines) throws IOException {
    Files.writeString(journal, String.join("\n", lines) + "\n");
  }

  private String told(String label) {
    return verify()
        .out()
        .replace("\n", " ")
        .replaceAll(".*" + label + ": (.*?)\\s+(In words|Compare).*", "$1")
        .strip();
  }

  @Test
  void aRecordIsAsItWasWritten() throws IOException {
    Session.Ran ran = verify();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains(lines().size() + " lines"), ran.out());
    assertEquals(ran, session.run("verify", journal.toString()));
  }

  @Test
  void aFileThatIsNoRecordIsNotCalledAChangedOne() throws IOException {
    Path other = Files.writeString(folder.resolve("record.pdf"), "%PDF-1.7\n");
    Session.Ran ran = session.run("verify", other.toString());
    assertEquals(ExitStatus.REFUSED, ran.status(), ran::toString);
    assertTrue(ran.err().contains("There is no ceremony in " + other), ran.err());
  }

  @Test
  void jsonTellsTheHash() throws IOException {
    Session.Ran ran = verify("--json");
    assertTrue(ran.out().startsWith("{\"whole\":true,\"lines\":" + lines().size()), ran.out());
    assertTrue(ran.out().contains("\"lastHash\":\"" + told("Last hash") + "\""), ran.out());
  }

  @Test
  void aRecordThatWasPassedOnWithoutItsEndDoesNotPassForWhole() throws IOException {
    List<String> lines = lines();
    Files.delete(folder.resolve("journal.jsonl.tip"));
    assertTrue(verify("--json").out().contains("\"ending\":\"finished\""));
    for (int kept : new int[] {1, lines.size() / 2, lines.size() - 1}) {
      write(lines.subList(0, kept));
      Session.Ran ran = verify();
      assertEquals(ExitStatus.REFUSED, ran.status(), ran::toString);
      assertTrue(ran.out().contains("This record does not end."), ran.out());
      assertFalse(ran.out().contains("as it was written"), ran.out());
      Session.Ran json = verify("--json");
      assertEquals(ExitStatus.REFUSED, json.status());
      assertTrue(json.out().startsWith("{\"whole\":false,\"lines\":" + kept), json.out());
      assertTrue(json.out().contains("\"ending\":\"open\""), json.out());
      Session.Ran compared = verify("--hash", told("Last hash"));
      assertEquals(ExitStatus.DONE, compared.status(), "the paper speaks for its end");
    }
  }

  @Test
  void aRecordThatEndsSaysSo() {
    assertTrue(verify().out().contains("The ceremony came to its end."), verify().out());
  }

  /**
   * Somebody writes a whole record anew, with one value changed, so that its chain holds. Whatever
   * the value is, the record is whole or a line is named.
   */
  @Test
  void aSenselessValueInAChainThatHoldsIsNoDefect() throws IOException {
    Random random = Seed.random(VerifyTest.class);
    List<String> lines = lines();
    Files.delete(folder.resolve("journal.jsonl.tip"));
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String value = SENSELESS.get(random.nextInt(SENSELESS.size()));
      write(Rewritten.chained(changed(lines, random, value)));
      for (String command : List.of("verify", "record", "inspect", "resume")) {
        Session.Ran ran = session.run(command, folder.toString());
        assertFalse(ran.err().contains("fault of its own"), ran::err);
        refused += command.equals("verify") && ran.status() == ExitStatus.REFUSED ? 1 : 0;
      }
    }
    assertTrue(refused > 0, "nothing was noticed at all");
  }

  /** One string that stands after a colon becomes this one. */
  private static List<String> changed(List<String> lines, Random random, String value) {
    List<String> changed = new ArrayList<>(lines);
    while (true) {
      int at = random.nextInt(random.nextBoolean() ? 1 : lines.size());
      List<MatchResult> values =
          Pattern.compile("\"(?!n\"|previous\"|entry\")([^\"]+)\":\"([^\"]*)\"")
              .matcher(lines.get(at))
              .results()
              .toList();
      if (!values.isEmpty()) {
        MatchResult one = values.get(random.nextInt(values.size()));
        String line = lines.get(at);
        changed.set(at, line.substring(0, one.start(2)) + value + line.substring(one.end(2)));
        return changed;
      }
    }
  }

  @Test
  void tellsThatTheClockWasSetBack() throws IOException {
    assertFalse(verify().out().contains("set back"));
    List<String> lines = lines();
    lines.set(9, lines.get(9).replaceFirst("T10:00:00Z", "T09:59:58Z"));
    write(Rewritten.chained(lines));
    Files.delete(folder.resolve("journal.jsonl.tip"));
    Session.Ran ran = verify();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("The clock of the laptop was set back"), ran.out());
    String told = session.run("record", folder.toString()).out();
    assertTrue(told.contains("(!) The clock of the laptop was set back"), told);
    assertTrue(told.contains("2026-11-21 09:59:58 UTC"), told);
  }

  @Test
  void theHashOnPaperMayBeHexOrWords() {
    String hex = told("Last hash");
    String words = told("In words");
    assertEquals(64, hex.length());
    assertEquals(32, words.split(" ").length);
    for (String written : List.of(hex, hex.toUpperCase(), words, words.toUpperCase())) {
      Session.Ran ran = verify("--hash", written);
      assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
      assertTrue(ran.out().contains("It is the hash that you gave."), ran.out());
    }
    List<String> spoken = new ArrayList<>(List.of("--hash"));
    spoken.addAll(List.of(words.split(" ")));
    assertEquals(ExitStatus.DONE, verify(spoken.toArray(String[]::new)).status());
  }

  @Test
  void anotherHashIsRefused() {
    verify("--hash", "ab".repeat(32)).assertRefused("is not the one that you gave");
    String words = told("In words");
    String other = words.startsWith("aardvark ") ? "absurd" : "aardvark";
    verify("--hash", words.replaceFirst("\\S+", other)).assertRefused("not the one that you gave");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void namesTheFirstLineThatWasChanged(int number) throws IOException {
    List<String> lines = lines();
    String line = lines.get(number - 1);
    lines.set(number - 1, line.replaceFirst("2026", "2025"));
    lines.set(lines.size() - 1, lines.getLast().replaceFirst("2026", "2025"));
    write(lines);
    verify().assertRefused("line " + number + " is not as it was written");
  }

  @Test
  void namesALineThatWasBrokenItself() throws IOException {
    List<String> lines = lines();
    lines.set(4, lines.get(4).substring(1));
    write(lines);
    verify().assertRefused("line 5 is not as it was written");
  }

  @Test
  void namesTheLineAfterARemovedOne() throws IOException {
    List<String> lines = lines();
    lines.remove(3);
    write(lines);
    verify().assertRefused("line 4 is not as it was written");
  }

  @Test
  void namesTheFirstOfTwoLinesThatChangedPlaces() throws IOException {
    List<String> lines = lines();
    Collections.swap(lines, 5, 6);
    write(lines);
    verify().assertRefused("line 6 is not as it was written");
  }

  @Test
  void namesALineThatWasAdded() throws IOException {
    List<String> lines = lines();
    lines.add(5, lines.get(5));
    write(lines);
    verify().assertRefused("line 7 is not as it was written");
  }

  @Test
  void namesTheLineFromWhichTheEndIsMissing() throws IOException {
    List<String> lines = lines();
    write(lines.subList(0, lines.size() - 2));
    verify().assertRefused("line " + (lines.size() - 1) + " was written once and is gone");
  }

  @Test
  void aLineThatWasBeingWrittenDoesNotCount() throws IOException {
    int whole = lines().size();
    Files.writeString(journal, Files.readString(journal) + "{\"n\":" + (whole + 1));
    Session.Ran ran = verify();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("Line " + (whole + 1) + " was being written"), ran.out());
  }

  @ParameterizedTest
  @CsvSource({"nothing here,line 1", "{},line 1"})
  void anotherFileIsNoRecord(String content, String what) throws IOException {
    Path other = Files.writeString(folder.resolve("other.jsonl"), content + "\n");
    session.run("verify", other.toString()).assertRefused(what);
  }

  @Test
  void anEmptyFileAFolderWithoutRecordAndAMissingOneAreRefused() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
    session.run("verify", empty.toString()).assertRefused("line 1");
    Path none = Files.createDirectory(folder.resolve("none"));
    session.run("verify", none.toString()).assertRefused("There is no ceremony in");
    session.run("verify", none.resolve("x").toString()).assertRefused("There is no file");
  }

  @Test
  void aRecordThatCannotHaveHappenedIsRefused() throws IOException {
    // Whole in its chain, but it begins in the middle.
    Path other = folder.resolve("other.jsonl");
    String second = lines().get(1);
    Files.writeString(
        other,
        second
                .replaceFirst("\"n\":2", "\"n\":1")
                .replaceFirst(
                    "\"previous\":\"[0-9a-f]{64}\"", "\"previous\":\"" + "00".repeat(32) + "\"")
            + "\n");
    session.run("verify", other.toString()).assertRefused("line 1");
  }

  @Test
  void aChangedJournalIsNotResumed() throws IOException {
    List<String> lines = lines();
    lines.set(2, lines.get(2).replaceFirst("2026", "2025"));
    write(lines);
    session.run("resume", folder.toString()).assertRefused("line 3 is not as it was written");
  }

  @Test
  void aFinishedCeremonyIsNotResumed() {
    session.run("resume", folder.toString()).assertRefused("nothing to go on with");
  }

  @Test
  void aFolderWithoutCeremonyIsNotResumed() throws IOException {
    Path none = Files.createDirectory(folder.resolve("none"));
    session.run("resume", none.toString()).assertRefused("There is no ceremony in");
    session.run("resume", folder.resolve("x").toString()).assertRefused("There is no ceremony in");
  }

  @Test
  void refusesWhatNeverEnds() {
    Session.Ran ran = session.run("verify", "/dev/zero");
    assertEquals(ExitStatus.REFUSED, ran.status(), ran::toString);
    assertTrue(ran.err().contains("/dev/zero is no ordinary file"), ran::toString);
  }
}
