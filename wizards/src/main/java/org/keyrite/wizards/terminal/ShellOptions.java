// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Printer;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.paper.FolderPrinter;
import org.keyrite.wizards.paper.PrintQueue;
import org.keyrite.wizards.plan.AnswersFile;
import picocli.CommandLine.Option;

/** How a ceremony is led in a terminal: options of every command that does. */
final class ShellOptions {
  private static final Fact<String> OUTPUT = Fact.text("output");
  private static final String PRINTED = "print";

  @Option(names = "--answers", descriptionKey = "terminal.help.answers", paramLabel = "FILE")
  private Path answers;

  @Option(names = "--unattended", descriptionKey = "terminal.help.unattended")
  private boolean unattended;

  @Option(names = "--printer", descriptionKey = "terminal.help.printer", paramLabel = "QUEUE")
  private String printer;

  /** The answers given in a file. */
  AnswersFile answers(Ceremony ceremony, boolean practice) throws ProblemException {
    return answers == null
        ? AnswersFile.NONE
        : AnswersFile.read(answers, ceremony, !unattended && !practice);
  }

  /** The printer queue that the plan needs, asked for where it was not given. */
  Optional<String> queue(Ceremony ceremony, Dialog dialog) throws ProblemException {
    if (!PRINTED.equals(ceremony.plan().find(OUTPUT).orElse(""))) {
      return Optional.empty();
    }
    String queue = printer == null ? "" : printer.strip();
    while (queue.isEmpty()) {
      queue = dialog.line(dialog.messages().text("terminal.run.printer")).strip();
    }
    return Optional.of(queue);
  }

  /** Where sheets come out: of this queue, or saved to the folder of the ceremony. */
  Printer printer(Optional<String> queue, CeremonyFolder folder) throws ProblemException {
    return new Printing(
        queue.isPresent() ? new PrintQueue(queue.get()) : new FolderPrinter(folder.sheets()));
  }

  /** A terminal that leads through a ceremony. */
  Function<CeremonyRunner, Shell> shell(Room room, AnswersFile given) {
    return runner -> {
      Dialog dialog =
          new Dialog(
              room.screen(),
              room.surroundings().keyboard(),
              room.messages(),
              text -> runner.note(runner.state().person(Seat.OFFICER), text));
      return new TerminalShell(dialog, given, !unattended);
    };
  }
}
