// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyId;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.paper.FolderPrinter;
import org.keyrite.wizards.rehearsal.People;
import org.keyrite.wizards.rehearsal.RehearsalDesk;
import org.keyrite.wizards.rehearsal.RehearsalSecrets;
import org.keyrite.wizards.rehearsal.RestoreCommands;

/**
 * A ceremony with made-up people, told in a terminal a line a step.
 *
 * @param room language and surroundings
 * @param folder where everything lands
 */
record Rehearsal(Room room, CeremonyFolder folder) {
  /** How the ids of such ceremonies begin; what is resumed goes on with made-up people. */
  private static final String PREFIX = "R-";

  /** Whether a ceremony has made-up people. */
  static boolean is(Entry.Started started) {
    return started.practice() && started.ceremonyId().startsWith(PREFIX);
  }

  int begin(Ceremony ceremony) throws ProblemException {
    String id = PREFIX + CeremonyId.draw(room.surroundings().random());
    room.say("terminal.rehearse.begin", room.text("kind." + ceremony.kind() + ".name"));
    return conduct().begin(ceremony, id, this::desk, facts -> finish(ceremony, facts));
  }

  int resume(Ceremony ceremony) throws ProblemException {
    return conduct().resume(ceremony, this::desk, facts -> finish(ceremony, facts));
  }

  private Conduct conduct() {
    return new Conduct(
        room, folder, new Printing(new FolderPrinter(folder.sheets())), room.devices(), true);
  }

  private Shell desk(CeremonyRunner runner) {
    return new RehearsalDesk(
        People.load(),
        folder.sheets(),
        this::narrate,
        perform ->
            new ProgressLine(room.screen(), room.messages(), room.messages().text(perform.title())),
        problem -> {
          room.screen().progress("");
          room.screen().refuse(room.messages(), problem);
        });
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
