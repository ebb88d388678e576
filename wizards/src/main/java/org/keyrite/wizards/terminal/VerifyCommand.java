// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.PgpWords;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code keyrite verify}: is a record as it was written? Names the first line that is not. Against
 * somebody who wrote the whole chain anew it helps only with the hash that stands on paper.
 */
@Command(sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  private static final int HASH_SIZE = 32;

  private final Room room;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RECORD", descriptionKey = "terminal.help.record")
  private Path path;

  @Option(
      names = "--hash",
      descriptionKey = "terminal.help.hash",
      paramLabel = "HASH",
      arity = "1..*")
  private List<String> hash = List.of();

  @Option(names = "--json", descriptionKey = "terminal.help.json")
  private boolean json;

  VerifyCommand(Room room) {
    this.room = room;
  }

  @Override
  public Integer call() throws ProblemException {
    Optional<Bytes> written = written();
    Path file = Files.isDirectory(path) ? new CeremonyFolder(path).journal() : path;
    if (Files.isDirectory(path)) {
      new CeremonyFolder(path).started();
    }
    Bytes content = JournalCheck.content(file);
    if (!isMeantAsJournal(file, content)) {
      throw new CeremonyProblem.NoCeremonyIn(file.toString()).asException();
    }
    JournalCheck check = JournalCheck.of(file, content);
    replay(file, check.entries());
    if (written.isPresent() && !written.get().equals(check.lastHash())) {
      throw new CeremonyProblem.JournalHashDiffers(file.toString()).asException();
    }
    Ending ending = Ending.of(check.entries());
    boolean whole = ending != Ending.OPEN || written.isPresent() || check.vouched();
    if (json) {
      room.screen().line(Json.of(told(check, ending, whole)));
    } else {
      tell(check, ending, whole);
    }
    return whole ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  /** How a record ends. */
  private enum Ending {
    FINISHED("terminal.verify.ending.finished"),
    ABORTED("terminal.verify.ending.aborted"),
    /** The ceremony was stopped and goes on some day, or lines were cut off at the end. */
    OPEN("terminal.verify.ending.open");

    private final String sentence;

    Ending(String sentence) {
      this.sentence = sentence;
    }

    static Ending of(List<Entry> entries) {
      return switch (entries.getLast()) {
        case Entry.Finished _ -> FINISHED;
        case Entry.Aborted _ -> ABORTED;
        default -> OPEN;
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static String words(JournalCheck check) {
    return String.join(" ", new PgpWords().words(check.lastHash()));
  }

  private static Map<String, Object> told(JournalCheck check, Ending ending, boolean whole) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("whole", whole);
    result.put("lines", check.entries().size());
    result.put("ending", ending.word());
    result.put("lastHash", check.lastHash().toHex());
    result.put("words", words(check));
    result.put("unfinishedLine", check.torn());
    result.put("practice", Practice.of(check.entries()).isPractice());
    result.put("unattended", isNoted(check, CeremonyRunner.NOTE_UNATTENDED));
    result.put("answersFile", isNoted(check, CeremonyRunner.NOTE_ANSWERS));
    result.put("clockSetBack", check.isSetBack());
    return result;
  }

  private void tell(JournalCheck check, Ending ending, boolean whole) {
    int lines = check.entries().size();
    paragraph(whole ? "terminal.verify.whole" : "terminal.verify.unchanged", lines);
    paragraph(whole ? ending.sentence : "terminal.verify.endless");
    if (Practice.of(check.entries()).isPractice()) {
      paragraph("terminal.verify.practice");
    }
    if (isNoted(check, CeremonyRunner.NOTE_UNATTENDED)) {
      paragraph("terminal.verify.unattended");
    }
    if (isNoted(check, CeremonyRunner.NOTE_ANSWERS)) {
      paragraph("terminal.verify.answersFile");
    }
    if (check.isSetBack()) {
      paragraph("terminal.verify.clock");
    }
    if (check.torn()) {
      paragraph("terminal.verify.torn", lines + 1);
    }
    paragraph("terminal.verify.hash", check.lastHash().toHex());
    paragraph("terminal.verify.words", words(check));
    paragraph(hash.isEmpty() ? "terminal.verify.compare" : "terminal.verify.equal");
  }

  /** Nobody is to hear that a record was changed who only named another file. */
  private static boolean isMeantAsJournal(Path file, Bytes content) {
    return file.toString().endsWith(".jsonl") || content.size() > 0 && content.at(0) == '{';
  }

  /** Whether the program noted this itself for a part of it, at least. */
  private static boolean isNoted(JournalCheck check, String note) {
    return check.entries().stream()
        .anyMatch(entry -> entry instanceof Entry.Noted noted && noted.text().equals(note));
  }

  private void paragraph(String key, Object... arguments) {
    room.screen().paragraph("", room.text(key, arguments));
  }

  /** Whether the entries can follow one another, where the ceremony is one that we know. */
  private void replay(Path file, List<Entry> entries) throws ProblemException {
    if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Started started)) {
      throw new CeremonyProblem.JournalChanged(file.toString(), 1).asException();
    }
    if (room.ceremony(started.kind()).isEmpty()) {
      return;
    }
    new Replay(file).of(Conduct.planned(room, file, started), entries);
  }

  /** The hash as somebody read it from paper: 64 hex digits, or 32 words. */
  private Optional<Bytes> written() {
    if (hash.isEmpty()) {
      return Optional.empty();
    }
    String text = String.join(" ", hash).toLowerCase(Locale.ROOT).strip();
    String digits = text.replaceAll("[\\s:-]", "");
    if (digits.matches("[0-9a-f]{64}")) {
      return Optional.of(Bytes.fromHex(digits));
    }
    return Optional.of(
        new PgpWords()
            .bytes(List.of(text.split("\\s+")))
            .filter(bytes -> bytes.size() == HASH_SIZE)
            .orElseThrow(() ->
                new UsageSentences.Wrong(spec.commandLine(), Message.of("terminal.usage.hash"))));
  }
}
