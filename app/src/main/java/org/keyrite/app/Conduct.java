// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyId;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Printer;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.paper.FolderPrinter;
import org.keyrite.wizards.paper.PrintQueue;

/**
 * Begins ceremonies in a folder of their own among the records, and goes on with them there.
 *
 * @param outside everything outside of the window
 */
record Conduct(Outside outside) {

  /**
   * A ceremony that runs.
   *
   * @param folder where it is kept
   * @param journal its journal, which the runner closes
   */
  record Running(CeremonyRunner runner, CeremonyFolder folder, JournalFile journal) {}

  /**
   * Begins a ceremony.
   *
   * @param queue the printer queue; sheets are saved beside the journal where there is none
   */
  Running begin(Ceremony ceremony, boolean practice, Optional<String> queue)
      throws ProblemException {
    String name = CeremonyFolder.nameFor(ceremony.kind(), outside.laptop().clock());
    CeremonyFolder folder = CeremonyFolder.create(outside.records().resolve(name));
    Workplace place = workplace(folder, practice, queue);
    String id = CeremonyId.draw(outside.random());
    JournalFile journal = JournalFile.create(folder.journal());
    return running(
        folder,
        journal,
        () -> CeremonyRunner.start(ceremony, id, Bytes.EMPTY, journal, place, outside.work()));
  }

  /** The ceremony that a folder holds, planned anew from the first entry of its journal. */
  Ceremony planned(CeremonyFolder folder) throws ProblemException {
    Entry.Started started = folder.started();
    for (CeremonyKind kind : outside.catalogue()) {
      if (kind.id().equals(started.kind())) {
        return kind.plan(Facts.ofTexts(started.plan())).ceremony();
      }
    }
    throw new CeremonyProblem.CeremonyUnknown(started.kind()).asException();
  }

  /** Goes on with a ceremony that was stopped. */
  Running resume(CeremonyFolder folder, Ceremony ceremony, Optional<String> queue)
      throws ProblemException {
    Workplace place = workplace(folder, folder.started().practice(), queue);
    JournalFile journal = JournalFile.open(folder.journal());
    return running(
        folder, journal, () -> CeremonyRunner.resume(ceremony, journal, place, outside.work()));
  }

  /** Makes a runner, whose the journal is from then on. */
  @FunctionalInterface
  private interface Opening {
    CeremonyRunner runner() throws ProblemException;
  }

  private static Running running(CeremonyFolder folder, JournalFile journal, Opening opening)
      throws ProblemException {
    boolean going = false;
    try {
      Running running = new Running(opening.runner(), folder, journal);
      going = true;
      return running;
    } finally {
      if (!going) {
        journal.close();
      }
    }
  }

  /** Whether the plan wants sheets on paper at once. */
  static boolean prints(Ceremony ceremony) {
    return "print".equals(ceremony.plan().texts().get("output"));
  }

  private Workplace workplace(CeremonyFolder folder, boolean practice, Optional<String> queue)
      throws ProblemException {
    Printer printer =
        new Printing(
            queue.isPresent() ? new PrintQueue(queue.get()) : new FolderPrinter(folder.sheets()));
    return new Workplace(
        outside.product(),
        outside.laptop().clock(),
        folder.path(),
        outside.random(),
        outside.cost(),
        printer,
        outside.devices(),
        practice);
  }
}
