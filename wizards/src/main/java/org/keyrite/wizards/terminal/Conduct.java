// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Printer;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.HashText;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.journal.Replay;

/**
 * Leads a shell through a ceremony in a folder and tells the exit status. When the process is ended
 * from outside, secrets are wiped and the journal is let go of first.
 *
 * @param room language and surroundings
 * @param folder where the ceremony is kept
 * @param printer where sheets come out
 * @param devices what is plugged in; closed when a run ends
 * @param practice whether it is a rehearsal
 */
record Conduct(
    Room room, CeremonyFolder folder, Printer printer, Devices devices, boolean practice) {

  /** What is left to do when a ceremony is complete. */
  @FunctionalInterface
  interface Afterwards {
    void with(Facts facts) throws ProblemException;
  }

  /** The ceremony that a journal is of, planned anew from its first entry. */
  static Ceremony planned(Room room, Path journal, Entry.Started started) throws ProblemException {
    CeremonyKind kind =
        room.ceremony(started.kind())
            .orElseThrow(() -> new CeremonyProblem.CeremonyUnknown(started.kind()).asException());
    return new Replay(journal).planned(kind, started);
  }

  /** What the work is done with. */
  Workplace workplace() {
    Surroundings s = room.surroundings();
    return new Workplace(
        s.product(),
        s.clock(),
        folder.path(),
        s.random(),
        s.cost(),
        printer,
        devices,
        s.inspection(),
        practice);
  }

  /** Begins a ceremony. */
  int begin(
      Ceremony ceremony,
      String ceremonyId,
      Function<CeremonyRunner, Shell> shell,
      Afterwards afterwards)
      throws ProblemException {
    JournalFile journal = JournalFile.create(folder.journal());
    return lead(
        background ->
            CeremonyRunner.start(
                ceremony, ceremonyId, Bytes.EMPTY, journal, workplace(), background),
        journal,
        shell,
        afterwards);
  }

  /** Goes on with one. */
  int resume(Ceremony ceremony, Function<CeremonyRunner, Shell> shell, Afterwards afterwards)
      throws ProblemException {
    JournalFile journal = JournalFile.open(folder.journal());
    return lead(
        background -> {
          new Replay(journal.file()).beforeResuming(ceremony, journal.entries());
          return CeremonyRunner.resume(ceremony, journal, workplace(), background);
        },
        journal,
        shell,
        afterwards);
  }

  /** Makes a runner whose early work is done over there. */
  @FunctionalInterface
  private interface Opening {
    CeremonyRunner with(ExecutorService background) throws ProblemException;
  }

  private int lead(
      Opening opening,
      JournalFile journal,
      Function<CeremonyRunner, Shell> shell,
      Afterwards afterwards)
      throws ProblemException {
    AtomicBoolean over = new AtomicBoolean();
    try (journal;
        devices;
        ExecutorService background =
            Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("early-", 0).factory());
        CeremonyRunner runner = opening.with(background);
        Stops.Watch _ =
            room.surroundings().stops().watch(ExitStatus.STOPPED, () -> stop(runner, over))) {
      CeremonyState end = new Walk(runner, shell.apply(runner)).toTheEnd();
      room.screen().progress("");
      if (end.ended()) {
        folder.tell(end.ceremony(), room.messages());
      }
      if (end.phase() == CeremonyState.Phase.FINISHED) {
        afterwards.with(end.facts());
      }
      over.set(true);
      return status(end, journal.lastHash());
    }
  }

  private int status(CeremonyState end, Bytes lastHash) {
    if (!end.ended()) {
      sayStopped();
      return ExitStatus.STOPPED;
    }
    boolean finished = end.phase() == CeremonyState.Phase.FINISHED;
    room.screen().line("");
    room.say(finished ? "terminal.run.finished" : "terminal.run.aborted", folder.path());
    if (finished) {
      room.screen().paragraph("", room.text("kind." + end.ceremony().kind() + ".end"));
    }
    String words = String.join(" ", HashText.words(lastHash));
    room.screen().paragraph("", room.text("terminal.run.words", words));
    room.screen().paragraph("", room.text("terminal.run.writeDown"));
    return finished ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  private void stop(CeremonyRunner runner, AtomicBoolean over) {
    // First of all, since the process may be given little time: what is secret leaves the screen.
    room.screen().page().end();
    if (!over.get()) {
      runner.close();
      sayStopped();
    }
  }

  private void sayStopped() {
    room.screen().out().flush();
    room.screen().err().println();
    room.screen().err().println(room.text("terminal.run.stopped", folder.path()));
    room.screen().err().flush();
  }
}
