// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.DeviceEnrol;
import org.keyrite.wizards.ceremonies.XkekMigrate;
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
 * @param keys how many keys move, where another number is wanted than usual
 */
record StickRehearsal(Room room, Path out, OptionalInt keys) {
  private static final Fact<String> VISIT = Fact.text("visit");
  private static final Map<String, List<String>> VISITS =
      Map.of(
          DeviceEnrol.ID, List.of("export", "issue", "join"),
          XkekMigrate.ID, List.of("offer", "send", "take"));

  static boolean isFor(CeremonyKind kind) {
    return VISITS.containsKey(kind.id());
  }

  int begin(CeremonyKind kind, Facts decided) throws ProblemException {
    CeremonyFolder.create(out);
    List<String> visits = VISITS.get(kind.id());
    List<Path> folders = new ArrayList<>();
    int status = ExitStatus.DONE;
    for (int i = 0; i < visits.size() && status == ExitStatus.DONE; i++) {
      Path path = out.resolve(i + 1 + "-" + visits.get(i));
      CeremonyFolder folder = CeremonyFolder.create(path);
      if (i > 0) {
        MadeUpStick.carry(folders.getLast(), path);
        bringDevices(kind, folders, path);
      }
      folders.add(path);
      room.say("terminal.rehearse.visit", i + 1, visits.size());
      status =
          new Rehearsal(room, folder, keys)
              .begin(kind.plan(decided.with(VISIT, visits.get(i))).ceremony());
    }
    return status;
  }

  /**
   * Keys move between the same two devices all the time. In an enrolment, the signer's device is by
   * the maker of the members', and the members come again at the end.
   */
  private static void bringDevices(CeremonyKind kind, List<Path> before, Path to)
      throws ProblemException {
    if (kind.id().equals(XkekMigrate.ID)) {
      PracticeDevices.take(before.getLast(), to);
    } else if (before.size() == 1) {
      PracticeDevices.beginLike(before.getFirst(), to);
    } else {
      PracticeDevices.take(before.getFirst(), to);
    }
  }
}
