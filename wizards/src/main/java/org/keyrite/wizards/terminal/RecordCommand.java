// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.Replay;
import org.keyrite.wizards.journal.Told;
import org.keyrite.wizards.paper.PaperSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code keyrite record}: a record told in the language of this run, as text or as a document. The
 * journal is checked first; of one that was changed nothing is told.
 */
@Command(sortOptions = false)
final class RecordCommand implements Callable<Integer> {
  private final Room room;

  @Parameters(paramLabel = "RECORD", descriptionKey = "terminal.help.record")
  private Path path;

  @Option(names = "--pdf", descriptionKey = "terminal.help.pdf", paramLabel = "FILE")
  private Path pdf;

  @Option(
      names = "--paper",
      descriptionKey = "terminal.help.paper",
      paramLabel = "a4|letter",
      converter = Paper.class)
  private PaperSize paper;

  /** Reads a paper by its name in plans. */
  static final class Paper implements ITypeConverter<PaperSize> {
    @Override
    public PaperSize convert(String name) {
      return Arrays.stream(PaperSize.values())
          .filter(size -> size.id().equals(name))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException(name));
    }
  }

  RecordCommand(Room room) {
    this.room = room;
  }

  @Override
  public Integer call() throws ProblemException {
    Path journal = Files.isDirectory(path) ? new CeremonyFolder(path).journal() : path;
    Ceremony ceremony = Conduct.planned(room, journal, CeremonyFolder.started(journal));
    JournalCheck check = JournalCheck.of(journal);
    new Replay(journal).of(ceremony, check.entries());
    Told told = Told.of(ceremony, check, room.messages());
    if (pdf == null) {
      told.text().lines().forEach(room.screen()::line);
      return ExitStatus.DONE;
    }
    if (Files.exists(pdf)) {
      throw new FileProblem.FileExists(pdf.toString()).asException();
    }
    told.write(pdf, Optional.ofNullable(paper).orElseGet(() -> Told.paper(ceremony)));
    room.say("terminal.record.written", pdf);
    return ExitStatus.DONE;
  }
}
