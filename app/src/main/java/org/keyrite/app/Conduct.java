// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.IntFunction;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyId;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Printer;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.journal.Replay;
import org.keyrite.wizards.print.FolderPrinter;
import org.keyrite.wizards.rehearsal.Beforehand;
import org.keyrite.wizards.rehearsal.PretendDevices;

/**
 * Begins ceremonies in a folder of their own among the records, and goes on with them there. All of
 * it may use devices, so none of it belongs on the FX thread.
 *
 * @param outside everything outside of the window
 * @param reader what a pretend reader is called, by its number from 1
 */
record Conduct(Outside outside, IntFunction<String> reader) {

  /**
   * A ceremony that runs.
   *
   * @param folder where it is kept
   * @param journal its journal, which the runner closes
   * @param plugged its devices, for whoever shows it to close
   */
  record Running(
      CeremonyRunner runner, CeremonyFolder folder, JournalFile journal, Plugged plugged) {}

  /**
   * Where the devices of a ceremony are.
   *
   * @param drawer those that the program puts in
   * @param own whether they are this ceremony's only
   */
  record Plugged(Devices devices, Drawer drawer, boolean own) implements AutoCloseable {
    @Override
    public void close() {
      if (own) {
        devices.close();
      }
    }
  }

  private Plugged plugged(Ceremony ceremony, CeremonyFolder folder, boolean practice)
      throws ProblemException {
    if (!practice) {
      return new Plugged(outside.devices(), Drawer.EMPTY, false);
    }
    LocalDate today = LocalDate.ofInstant(outside.laptop().clock().instant(), ZoneOffset.UTC);
    PretendDevices pretend = PretendDevices.of(ceremony, folder.path(), today, reader);
    return new Plugged(pretend.devices(), pretend, true);
  }

  /**
   * Begins a ceremony. What a rehearsal needs from before is made first, which takes long.
   *
   * @param queue the printer queue; sheets are saved beside the journal where there is none
   * @param making follows how that is made, and may stop it
   */
  Running begin(Ceremony ceremony, boolean practice, Optional<String> queue, Progress making)
      throws ProblemException {
    String name = CeremonyFolder.nameFor(ceremony.kind(), outside.laptop().clock());
    CeremonyFolder folder = CeremonyFolder.create(free(name));
    Plugged plugged = plugged(ceremony, folder, practice);
    Workplace place = workplace(folder, practice, queue, plugged.devices());
    boolean ready = false;
    try {
      if (practice) {
        Beforehand.of(ceremony, folder.path()).make(ceremony, place, making);
      }
      ready = true;
    } finally {
      if (!ready) {
        plugged.close();
      }
    }
    String id = CeremonyId.draw(outside.random());
    JournalFile journal = JournalFile.create(folder.journal());
    return running(
        folder,
        journal,
        plugged,
        () -> CeremonyRunner.start(ceremony, id, Bytes.EMPTY, journal, place, outside.work()));
  }

  /** Two ceremonies may begin in the same second. */
  private Path free(String name) {
    Path path = outside.records().resolve(name);
    for (int i = 2; Files.exists(path); i++) {
      path = outside.records().resolve(name + "-" + i);
    }
    return path;
  }

  /** The ceremony that a folder holds, planned anew from the first entry of its journal. */
  Ceremony planned(CeremonyFolder folder) throws ProblemException {
    Entry.Started started = folder.started();
    for (CeremonyKind kind : outside.catalogue()) {
      if (kind.id().equals(started.kind())) {
        return new Replay(folder.journal()).planned(kind, started);
      }
    }
    throw new CeremonyProblem.CeremonyUnknown(started.kind()).asException();
  }

  /** Goes on with a ceremony that was stopped. */
  Running resume(CeremonyFolder folder, Ceremony ceremony, Optional<String> queue)
      throws ProblemException {
    boolean practice = folder.started().practice();
    Plugged plugged = plugged(ceremony, folder, practice);
    Workplace place = workplace(folder, practice, queue, plugged.devices());
    JournalFile journal = JournalFile.open(folder.journal());
    return running(
        folder,
        journal,
        plugged,
        () -> {
          new Replay(journal.file()).beforeResuming(ceremony, journal.entries());
          return CeremonyRunner.resume(ceremony, journal, place, outside.work());
        });
  }

  /** Makes a runner, whose the journal is from then on. */
  @FunctionalInterface
  private interface Opening {
    CeremonyRunner runner() throws ProblemException;
  }

  private static Running running(
      CeremonyFolder folder, JournalFile journal, Plugged plugged, Opening opening)
      throws ProblemException {
    boolean going = false;
    try {
      Running running = new Running(opening.runner(), folder, journal, plugged);
      going = true;
      return running;
    } finally {
      if (!going) {
        plugged.close();
        journal.close();
      }
    }
  }

  private Workplace workplace(
      CeremonyFolder folder, boolean practice, Optional<String> queue, Devices devices)
      throws ProblemException {
    Printer printer =
        new Printing(
            queue.isPresent()
                ? outside.queues().sink(queue.get())
                : new FolderPrinter(folder.sheets()));
    return new Workplace(
        outside.product(),
        outside.laptop().clock(),
        folder.path(),
        outside.random(),
        outside.cost(),
        printer,
        devices,
        outside.inspection(),
        practice);
  }
}
