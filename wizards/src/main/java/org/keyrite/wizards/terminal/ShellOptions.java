// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Printer;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.plan.AnswersFile;
import org.keyrite.wizards.print.Cups;
import org.keyrite.wizards.print.FolderPrinter;
import org.keyrite.wizards.print.PrintQueue;
import org.keyrite.wizards.rehearsal.Prompter;
import org.keyrite.wizards.terminal.UsageSentences.Wrong;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How a ceremony is led in a terminal: options of every command that does. */
final class ShellOptions {
  @Option(names = "--answers", descriptionKey = "terminal.help.answers", paramLabel = "FILE")
  private Path answers;

  @Option(names = "--unattended", descriptionKey = "terminal.help.unattended")
  private boolean unattended;

  @Option(names = "--printer", descriptionKey = "terminal.help.printer", paramLabel = "QUEUE")
  private String printer;

  @Option(names = "--device", descriptionKey = "terminal.help.device", paramLabel = "NAME=READER")
  private List<String> devices = List.of();

  /** The answers given in a file. */
  AnswersFile answers(Ceremony ceremony, boolean practice) throws ProblemException {
    return answers == null
        ? AnswersFile.NONE
        : AnswersFile.read(answers, ceremony, !unattended && !practice);
  }

  /** The printer queue that the plan needs, asked for where it was not given. */
  Optional<String> queue(Ceremony ceremony, Dialog dialog) throws ProblemException {
    if (!Printing.isPlanned(ceremony)) {
      return Optional.empty();
    }
    String queue = printer == null ? "" : printer.strip();
    PrinterQuestion question = new PrinterQuestion(dialog, Printing.maySave(ceremony));
    return queue.isEmpty() ? question.ask() : Optional.of(question.named(queue));
  }

  /** Where sheets come out: of this queue, or saved to the folder of the ceremony. */
  Printer printer(Optional<String> queue, CeremonyFolder folder) throws ProblemException {
    return new Printing(
        queue.isPresent()
            ? new PrintQueue(Cups.ofSystem(), queue.get())
            : new FolderPrinter(folder.sheets()));
  }

  /**
   * The readers that were chosen for the devices of a ceremony, by part.
   *
   * @throws ProblemException if nobody knows which readers there are
   */
  Map<String, String> readers(Room room, Ceremony ceremony, boolean practice, CommandLine command)
      throws ProblemException {
    return devices.isEmpty()
        ? Map.of()
        : readers(ceremony, room.readers(ceremony, practice), command);
  }

  /** The readers, where these are there. */
  Map<String, String> readers(Ceremony ceremony, List<String> readers, CommandLine command) {
    Set<String> parts =
        Agenda.of(List.of(ceremony.first())).rows().stream()
            .map(Agenda.Row::step)
            .filter(AwaitDevice.class::isInstance)
            .map(step -> ((AwaitDevice) step).part())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, String> chosen = new HashMap<>();
    for (String device : devices) {
      int equals = device.indexOf('=');
      String part = equals < 0 ? device : device.substring(0, equals);
      String reader = device.substring(equals + 1);
      if (equals < 0) {
        throw new Wrong(command, Message.of("terminal.usage.device", device));
      }
      if (parts.isEmpty()) {
        throw new Wrong(command, Message.of("terminal.usage.device.none", ceremony.kind()));
      }
      if (!parts.contains(part)) {
        throw new Wrong(
            command, Message.of("terminal.usage.device.part", part, String.join(", ", parts)));
      }
      if (!readers.contains(reader)) {
        throw new Wrong(
            command,
            Message.of("terminal.usage.device.reader", reader, String.join(", ", readers)));
      }
      if (chosen.put(part, reader) != null) {
        throw new Wrong(command, Message.of("terminal.usage.twice", "--device " + part));
      }
    }
    return chosen;
  }

  /** Nobody before the roll call. */
  private static String whoseTurn(CeremonyState state) {
    return state.current().map(step -> state.person(step.seat())).orElse("");
  }

  /** A terminal that leads through a ceremony. */
  Function<CeremonyRunner, Shell> shell(
      Room room, AnswersFile given, Plugged plugged, Prompter prompter) {
    return runner -> {
      Dialog dialog =
          new Dialog(
              room.screen(),
              room.surroundings().keyboard(),
              room.messages(),
              text -> runner.note(whoseTurn(runner.state()), text));
      return new TerminalShell(dialog, given, plugged, prompter, !unattended);
    };
  }
}
