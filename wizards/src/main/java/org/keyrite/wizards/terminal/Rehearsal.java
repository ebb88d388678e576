// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Series;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.print.FolderPrinter;
import org.keyrite.wizards.rehearsal.Beforehand;
import org.keyrite.wizards.rehearsal.People;
import org.keyrite.wizards.rehearsal.RehearsalDesk;
import org.keyrite.wizards.rehearsal.RehearsalSecrets;
import org.keyrite.wizards.rehearsal.RestoreCommands;

/**
 * A ceremony with made-up people, told in a terminal a line a step.
 *
 * @param room language and surroundings
 * @param folder where everything lands
 * @param keys how many keys devices have that move, where another number is wanted than usual
 */
record Rehearsal(Room room, CeremonyFolder folder, OptionalInt keys) {
  int begin(Ceremony ceremony) throws ProblemException {
    String id = People.ceremonyId(room.surroundings().random());
    room.say("terminal.rehearse.begin", room.text("kind." + ceremony.kind() + ".name"));
    RehearsalDesk.Things things = things(ceremony);
    Conduct conduct = conduct(things);
    new MadeBefore(room, conduct).make(ceremony, things.before());
    return conduct.begin(ceremony, id, runner -> desk(things), facts -> finish(ceremony, facts));
  }

  int resume(Ceremony ceremony) throws ProblemException {
    RehearsalDesk.Things things = things(ceremony);
    return conduct(things)
        .resume(ceremony, runner -> desk(things), facts -> finish(ceremony, facts));
  }

  private RehearsalDesk.Things things(Ceremony ceremony) throws ProblemException {
    return new RehearsalDesk.Things(
        People.load(),
        folder.sheets(),
        before(ceremony),
        Optional.of(room.pretend(ceremony, folder)));
  }

  private Beforehand before(Ceremony ceremony) {
    Beforehand before = Beforehand.of(ceremony, folder.path());
    return keys.isPresent() ? before.withKeys(keys.getAsInt()) : before;
  }

  private Conduct conduct(RehearsalDesk.Things things) {
    return new Conduct(
        room,
        folder,
        new Printing(new FolderPrinter(folder.sheets())),
        things.devices().orElseThrow().devices(),
        true);
  }

  private Shell desk(RehearsalDesk.Things things) {
    return new RehearsalDesk(
        things,
        this::narrate,
        perform -> progress(room.messages().text(perform.title())),
        problem -> {
          room.screen().progress("");
          room.screen().refuse(room.messages(), problem);
        });
  }

  private Progress progress(String what) {
    return new ProgressLine(room.screen(), room.messages(), what);
  }

  private void narrate(Agenda.Row row, CeremonyState state) {
    room.screen().progress("");
    String seat = room.messages().text(row.step().seat().title());
    String person = state.person(row.step().seat());
    room.say(
        "terminal.rehearse.step",
        row.number(),
        state.agenda().rows().size(),
        person.isEmpty() ? seat : room.text("terminal.seat", seat, person),
        room.messages().text(row.step().title()));
    if (row.step() instanceof Perform work) {
      Series.of(state, work)
          .ifPresent(one -> room.screen().line("  " + room.messages().text(one.text())));
    }
  }

  private void finish(Ceremony ceremony, Facts facts) throws ProblemException {
    RehearsalSecrets.write(folder, facts);
    room.screen().line("");
    room.say("terminal.rehearse.made", folder.path());
    for (String file : made()) {
      room.screen().line("  " + file);
    }
    room.screen().line("");
    List<Message> restore = RestoreCommands.of(ceremony, folder.path(), facts);
    for (Message line : restore) {
      room.screen().line(room.messages().text(line));
    }
  }

  private List<String> made() throws ProblemException {
    try (Stream<Path> files = Files.walk(folder.path())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.equals(folder.lock()))
          .map(file -> folder.path().relativize(file).toString())
          .filter(name -> !name.startsWith(JournalFile.NAME + "."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new FileProblem.FileUnreadable(folder.path().toString()).asException();
    }
  }
}
