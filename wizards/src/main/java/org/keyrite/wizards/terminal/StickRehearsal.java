// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.List;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.DeviceEnrol;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.rehearsal.MadeUpStick;
import org.keyrite.wizards.rehearsal.PracticeDevices;

/**
 * A ceremony of three visits, one after the other, each in a folder of its own: of what one made,
 * only the files on the stick come to the next.
 *
 * @param room language and surroundings
 * @param out where the folders of the visits are made
 */
record StickRehearsal(Room room, Path out) {
  private static final Fact<String> VISIT = Fact.text("visit");
  private static final List<String> VISITS = List.of("export", "issue", "join");

  static boolean isFor(CeremonyKind kind) {
    return kind.id().equals(DeviceEnrol.ID);
  }

  int begin(CeremonyKind kind, Facts decided) throws ProblemException {
    CeremonyFolder.create(out);
    int status = ExitStatus.DONE;
    for (int i = 0; i < VISITS.size() && status == ExitStatus.DONE; i++) {
      CeremonyFolder folder = CeremonyFolder.create(folder(i));
      prepare(i);
      room.say("terminal.rehearse.visit", i + 1, VISITS.size());
      status =
          new Rehearsal(room, folder)
              .begin(kind.plan(decided.with(VISIT, VISITS.get(i))).ceremony());
    }
    return status;
  }

  private Path folder(int visit) {
    return out.resolve(visit + 1 + "-" + VISITS.get(visit));
  }

  /** The signer's device is by the maker of the members', and the members come again at the end. */
  private void prepare(int visit) throws ProblemException {
    if (visit == 0) {
      return;
    }
    MadeUpStick.carry(folder(visit - 1), folder(visit));
    if (visit == 1) {
      PracticeDevices.beginLike(folder(0), folder(1));
    } else {
      PracticeDevices.take(folder(0), folder(2));
    }
  }
}
