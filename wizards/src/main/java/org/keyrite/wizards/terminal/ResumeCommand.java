// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.plan.AnswersFile;
import org.keyrite.wizards.rehearsal.People;
import org.keyrite.wizards.rehearsal.Prompter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keyrite resume}: goes on with a ceremony that was stopped. */
@Command(sortOptions = false)
final class ResumeCommand implements Callable<Integer> {
  private final Room room;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", descriptionKey = "terminal.help.dir")
  private Path folder;

  @Mixin private ShellOptions options = new ShellOptions();

  ResumeCommand(Room room) {
    this.room = room;
  }

  @Override
  public Integer call() throws ProblemException {
    CeremonyFolder ceremonyFolder = new CeremonyFolder(folder);
    Entry.Started started = ceremonyFolder.started();
    Ceremony ceremony = Conduct.planned(room, ceremonyFolder.journal(), started);
    if (People.lead(started)) {
      return new Rehearsal(room, ceremonyFolder, OptionalInt.empty()).resume(ceremony);
    }
    Dialog dialog =
        new Dialog(
            room.screen(), room.surroundings().keyboard(), room.messages(), Dialog.Notes.NONE);
    AnswersFile answers = options.answers(ceremony, started.practice());
    Plugged plugged =
        room.plugged(
            ceremony,
            ceremonyFolder,
            started.practice(),
            options.readers(room, ceremony, started.practice(), spec.commandLine()));
    Prompter prompter =
        started.practice() ? Prompter.of(ceremony, ceremonyFolder.path()) : Prompter.SILENT;
    Optional<String> queue;
    try {
      queue = options.queue(ceremony, dialog);
    } catch (ProblemException e) {
      if (dialog.hasWay()) {
        room.screen().err().println(room.text("terminal.run.stopped", folder));
        return ExitStatus.STOPPED;
      }
      throw e;
    }
    return new Conduct(
            room,
            ceremonyFolder,
            options.printer(queue, ceremonyFolder),
            plugged.devices(),
            started.practice())
        .resume(ceremony, options.shell(room, answers, plugged, prompter), facts -> {});
  }
}
