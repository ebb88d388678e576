// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.preflight.Inspection;
import org.keyrite.wizards.print.FolderPrinter;

/**
 * A ceremony that made-up people went through before the one that is rehearsed, with pretend
 * devices of its own.
 *
 * @param kind which one
 * @param folder where it is kept
 * @param preparation what is put into that folder before it begins
 */
record EarlierCeremony(CeremonyKind kind, CeremonyFolder folder, Preparation preparation) {
  private static final List<String> KEPT = List.of("name", "language", "paper");
  private static final String READER = "workbench ";

  /** Puts something into the folder of a ceremony, which is there and empty. */
  @FunctionalInterface
  interface Preparation {
    void in(Path folder) throws ProblemException;
  }

  /** One for which nothing is prepared. */
  EarlierCeremony(CeremonyKind kind, CeremonyFolder folder) {
    this(kind, folder, empty -> {});
  }

  /** What an earlier ceremony has in common with the one that is rehearsed. */
  static Map<String, String> decidedLike(Ceremony later) {
    Map<String, String> decided = new HashMap<>(later.plan().texts());
    decided.keySet().retainAll(KEPT);
    decided.put("output", "save");
    return decided;
  }

  /** One that is planned like this and was not held yet. */
  record Planned(EarlierCeremony earlier, Ceremony ceremony) {
    /** How often {@link #hold} asks for a progress. */
    int longWorks() {
      return (int)
          Agenda.of(List.of(ceremony.first())).rows().stream()
              .filter(row -> row.step() instanceof Perform perform && perform.cancellable())
              .count();
    }

    /**
     * Holds it.
     *
     * @param place where the later one runs
     */
    void hold(Workplace place, WholeProgress whole) throws ProblemException {
      CeremonyFolder folder = earlier.folder();
      CeremonyFolder.create(folder.path());
      earlier.preparation().in(folder.path());
      LocalDate today = LocalDate.ofInstant(place.clock().instant(), ZoneOffset.UTC);
      try (PretendDevices devices =
          PretendDevices.of(ceremony, folder.path(), today, number -> READER + number)) {
        hold(at(place, devices), devices, whole);
      }
    }

    /** Holds it with the devices that are plugged in where the later one runs. */
    void holdHere(Workplace place, WholeProgress whole) throws ProblemException {
      CeremonyFolder.create(earlier.folder().path());
      earlier.preparation().in(earlier.folder().path());
      RehearsalDevices here = RehearsalDevices.plugged(place.devices());
      hold(at(place, here), here, whole);
    }

    private Workplace at(Workplace place, RehearsalDevices devices) {
      return new Workplace(
          place.product(),
          place.clock(),
          earlier.folder().path(),
          place.random(),
          place.cost(),
          new Printing(new FolderPrinter(earlier.folder().sheets())),
          devices.devices(),
          Inspection.NONE,
          true);
    }

    private void hold(Workplace place, RehearsalDevices devices, WholeProgress whole)
        throws ProblemException {
      Beforehand before = Beforehand.of(ceremony, earlier.folder().path());
      before.make(ceremony, place, whole);
      AtomicReference<Problem> refused = new AtomicReference<>();
      RehearsalDesk desk =
          new RehearsalDesk(
              new RehearsalDesk.Things(
                  People.load(), earlier.folder().sheets(), before, Optional.of(devices)),
              (row, state) -> whole.checkpoint(),
              perform -> perform.cancellable() ? whole.next() : Progress.NONE,
              refused::set);
      try (JournalFile journal = JournalFile.create(earlier.folder().journal());
          CeremonyRunner runner =
              CeremonyRunner.start(
                  ceremony,
                  People.ceremonyId(place.random()),
                  Bytes.EMPTY,
                  journal,
                  place,
                  // Nothing runs ahead, so that whoever waits sees how far it is and can stop it.
                  task -> {})) {
        CeremonyState end = new Walk(runner, desk).toTheEnd();
        if (refused.get() != null) {
          throw refused.get().asException();
        }
        RehearsalSecrets.write(earlier.folder(), end.facts());
      }
    }
  }

  /** It, with these decisions. */
  Planned planned(Map<String, String> decided) throws ProblemException {
    return new Planned(this, kind.plan(Facts.ofTexts(decided)).ceremony());
  }

  /** What was known at its end. */
  Facts known() throws ProblemException {
    Ceremony ceremony = kind.plan(Facts.ofTexts(folder.started().plan())).ceremony();
    return CeremonyState.after(ceremony, JournalCheck.of(folder.journal()).entries()).facts();
  }
}
