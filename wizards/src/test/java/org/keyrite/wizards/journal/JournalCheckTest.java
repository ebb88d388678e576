// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Entry;

class JournalCheckTest {
  private static final int LINES = 16;

  @TempDir Path folder;
  private Path file;
  private byte[] whole;
  private List<String> lines;

  @BeforeEach
  void write() throws ProblemException, IOException {
    file = folder.resolve(JournalFile.NAME);
    try (JournalFile journal = JournalFile.create(file)) {
      for (Entry entry : new Entries(11).oneOfEach()) {
        journal.append(entry);
      }
    }
    whole = Files.readAllBytes(file);
    lines = new String(whole, StandardCharsets.UTF_8).lines().toList();
    assertEquals(LINES, lines.size());
  }

  private Problem refusal() {
    return assertThrows(ProblemException.class, () -> JournalCheck.of(file)).problem();
  }

  private Problem changed(int line) {
    return new CeremonyProblem.JournalChanged(file.toString(), line);
  }

  private Problem truncated(int line) {
    return new CeremonyProblem.JournalTruncated(file.toString(), line);
  }

  private void rewrite(List<String> others) throws IOException {
    Files.writeString(file, String.join("\n", others) + "\n", StandardCharsets.UTF_8);
  }

  private int lineAt(int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      line += whole[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  @Test
  void namesTheLineOfEveryByteThatWasChanged() throws IOException {
    for (int offset = 0; offset < whole.length; offset++) {
      byte[] other = whole.clone();
      other[offset] ^= (byte) (1 << (offset % 8));
      Files.write(file, other);
      boolean lastEnd = offset == whole.length - 1;
      assertEquals(lastEnd ? truncated(LINES) : changed(lineAt(offset)), refusal(), "at " + offset);
    }
  }

  /** A line end that is put in or taken out changes the number of lines. */
  @Test
  void namesTheLineThatWasBrokenInTwo() throws IOException {
    for (int offset = 0; offset < whole.length - 1; offset++) {
      byte[] other = whole.clone();
      other[offset] = whole[offset] == '\n' ? (byte) ' ' : (byte) '\n';
      Files.write(file, other);
      assertEquals(changed(lineAt(offset)), refusal(), "at " + offset);
    }
  }

  @Test
  void namesTheLineAfterOneThatWasRemoved() throws IOException {
    for (int i = 0; i < LINES - 1; i++) {
      List<String> rest = new ArrayList<>(lines);
      rest.remove(i);
      rewrite(rest);
      assertEquals(changed(i + 1), refusal());
    }
  }

  @Test
  void tellsWhereAJournalWasCutOff() throws IOException {
    for (int kept = 1; kept < LINES; kept++) {
      rewrite(lines.subList(0, kept));
      assertEquals(truncated(kept + 1), refusal());
    }
    Files.write(file, new byte[0]);
    assertEquals(truncated(1), refusal());
  }

  @Test
  void namesALineThatStandsTwice() throws IOException {
    for (int i = 0; i < LINES; i++) {
      List<String> more = new ArrayList<>(lines);
      more.add(i, lines.get(i));
      rewrite(more);
      assertEquals(changed(i + 2), refusal());
    }
  }

  @Test
  void namesTheFirstOfLinesThatChangedPlaces() throws IOException {
    for (int i = 0; i < LINES - 1; i++) {
      List<String> swapped = new ArrayList<>(lines);
      Collections.swap(swapped, i, i + 1);
      rewrite(swapped);
      assertEquals(changed(i + 1), refusal());
    }
  }

  @Test
  void namesALineThatWasAdded() throws IOException {
    for (String added : List.of("", "{}", "a note", lines.getLast())) {
      List<String> more = new ArrayList<>(lines);
      more.add(added);
      rewrite(more);
      assertEquals(changed(LINES + 1), refusal());
    }
  }

  @Test
  void refusesAnotherLastLineOfTheRightForm() throws IOException {
    List<String> other = new ArrayList<>(lines.subList(0, LINES - 1));
    other.add(lines.getLast().replace("Finished", "Aborted"));
    rewrite(other);
    assertEquals(changed(LINES), refusal());
  }

  @Test
  void refusesLinesOfAnotherProgramOrVersion() throws IOException {
    rewrite(List.of(lines.getFirst().replace("\"entry\"", "\"kind\"")));
    assertEquals(changed(1), refusal());
    rewrite(List.of(lines.getFirst().replace("{\"n\"", "{\"v\":2,\"n\"")));
    assertEquals(changed(1), refusal());
  }

  @Test
  void refusesAJournalWithWindowsLineEnds() throws IOException {
    Files.writeString(file, String.join("\r\n", lines) + "\r\n", StandardCharsets.UTF_8);
    assertEquals(changed(1), refusal());
  }

  @Test
  void refusesATipThatIsNone() throws IOException {
    for (String text : List.of("", "16", "x y\n", "0 " + "0".repeat(64) + "\n", "16 00\n")) {
      Files.writeString(Tip.beside(file), text);
      assertEquals(new CeremonyProblem.JournalChanged(Tip.beside(file).toString(), 1), refusal());
    }
  }

  /** Without the tip the last line has nobody who speaks for it but the hash on paper. */
  @Test
  void findsWhatNobodySpeaksForByTheHashOnPaper() throws ProblemException, IOException {
    String words = String.join(" ", HashText.words(JournalCheck.of(file).lastHash()));
    assertTrue(JournalCheck.of(file).matches(words));
    Files.delete(Tip.beside(file));
    assertTrue(JournalCheck.of(file).matches(words));
    rewrite(lines.subList(0, LINES - 1));
    assertFalse(JournalCheck.of(file).matches(words));
  }

  @Test
  void takesAHashAsPeopleTypeIt() throws ProblemException {
    JournalCheck check = JournalCheck.of(file);
    String hex = check.lastHash().toHex();
    List<String> groups = HashText.groups(check.lastHash());
    List<String> words = HashText.words(check.lastHash());
    assertEquals(16, groups.size());
    assertEquals(32, words.size());
    for (String typed :
        List.of(
            hex,
            hex.toUpperCase(java.util.Locale.ROOT),
            String.join(" ", groups),
            String.join(":", groups),
            String.join("\n", groups) + "\n",
            String.join(" ", words),
            String.join(", ", words).toUpperCase(java.util.Locale.ROOT),
            "\t" + String.join("-\n", words))) {
      assertTrue(check.matches(typed), typed);
    }
  }

  @Test
  void takesNoHashThatIsNotWholeOrNotRight() throws ProblemException {
    JournalCheck check = JournalCheck.of(file);
    String hex = check.lastHash().toHex();
    List<String> words = new ArrayList<>(HashText.words(check.lastHash()));
    Collections.swap(words, 0, 2);
    char other = hex.charAt(0) == '0' ? '1' : '0';
    for (String typed :
        List.of(
            "",
            hex.substring(1),
            hex + "0",
            other + hex.substring(1),
            String.join(" ", words),
            String.join(" ", HashText.words(check.lastHash()).subList(0, 31)))) {
      assertFalse(check.matches(typed), typed);
    }
    assertEquals(Optional.empty(), HashText.parse("not a hash"));
  }
}
