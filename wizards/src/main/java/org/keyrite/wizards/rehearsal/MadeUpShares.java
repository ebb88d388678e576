// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.problem.CeremonyProblem.WorkStopped;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremonies.DkekQuorum;
import org.keyrite.wizards.ceremonies.DkekShares;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;
import org.keyrite.wizards.print.FolderPrinter;

/**
 * The share files and sheets that made-up people bring to a ceremony which imports them. They were
 * made in rehearsals before it: where sheets are asked for, the first share is one whose password
 * is split; every other has a password of its own.
 *
 * @param folder where the folders of those rehearsals are
 * @param shares how many share files there are
 * @param quorum how many sheets open the first; 0 where it has a password too
 */
public record MadeUpShares(Path folder, int shares, int quorum) {
  private static final Fact<String> FILE = Fact.text("shareFile.name");
  private static final String NAME = "name";
  private static final String BITS = "bits";

  /** Where the value of a share goes that another tool showed. */
  static final String VALUE = "shareValue";

  private static final List<String> KEPT = List.of(NAME, "language", "paper");

  /** What this ceremony imports, if it does; its folder is {@code ceremonyFolder}. */
  public static Optional<MadeUpShares> of(Ceremony ceremony, Path ceremonyFolder) {
    int shares = (int) slots(ceremony, Editor.OpenFile.class).count();
    int sheets = (int) Stream.concat(slots(ceremony, Editor.Sheet.class), values(ceremony)).count();
    return shares == 0
        ? Optional.empty()
        : Optional.of(new MadeUpShares(ceremonyFolder.resolve("shares"), shares, sheets));
  }

  /** What is asked for with an editor of this kind. */
  private static Stream<Slot> slots(Ceremony ceremony, Class<? extends Editor> editor) {
    return Agenda.of(List.of(ceremony.first())).rows().stream()
        .map(Agenda.Row::step)
        .filter(Ask.class::isInstance)
        .flatMap(step -> ((Ask) step).fields().stream())
        .filter(field -> editor.isInstance(field.editor()))
        .map(Field::slot)
        .distinct();
  }

  /** Values that stand on a sheet for other tools, typed in place of its lines. */
  private static Stream<Slot> values(Ceremony ceremony) {
    return slots(ceremony, Editor.KnownPassphrase.class)
        .filter(slot -> slot.family().equals(VALUE));
  }

  /** The prime on the sheets, in hex. */
  String prime() throws ProblemException {
    try (ShareContent share = share(1)) {
      return share.prime().toHex();
    }
  }

  /** The value on the sheet of custodian {@code index}, in hex digits; the caller owns it. */
  Secret value(int index) throws ProblemException {
    try (ShareContent share = share(index)) {
      return share
          .value()
          .use(bytes -> {
            byte[] digits = new byte[2 * bytes.length];
            for (int i = 0; i < bytes.length; i++) {
              digits[2 * i] = (byte) Character.forDigit(bytes[i] >> 4 & 0xF, 16);
              digits[2 * i + 1] = (byte) Character.forDigit(bytes[i] & 0xF, 16);
            }
            return Secret.taking(digits);
          });
    }
  }

  private ShareContent share(int index) throws ProblemException {
    Optional<ShareContent> found = Optional.empty();
    for (SheetPayload payload : new SheetReader().read(sheet(index))) {
      if (found.isEmpty() && payload instanceof ShareContent share) {
        found = Optional.of(share);
      } else {
        payload.close();
      }
    }
    return found.orElseThrow();
  }

  /** Where the file with share {@code index} is, if it still is. */
  Optional<String> found(int index) {
    try {
      return Optional.of(file(index).toString());
    } catch (ProblemException e) {
      // Somebody took it away; the person chooses another, or is told then.
      return Optional.empty();
    }
  }

  /**
   * Makes them, in rehearsals of their own.
   *
   * @param importing the ceremony that needs them
   * @param place where it runs
   * @throws ProblemException {@link WorkStopped} where the progress was cancelled
   */
  public void make(Ceremony importing, Workplace place, Progress progress) throws ProblemException {
    List<Making> all = makings(importing);
    WholeProgress whole =
        new WholeProgress(progress, all.stream().mapToInt(making -> making.longWorks()).sum());
    try {
      for (Making making : all) {
        make(making, place, whole);
      }
    } catch (Cancelled e) {
      throw new WorkStopped().asException();
    }
  }

  /** A ceremony before the one that is rehearsed. */
  private record Making(Ceremony ceremony, CeremonyFolder folder) {
    static Making of(CeremonyKind kind, Map<String, String> decided, CeremonyFolder folder)
        throws ProblemException {
      return new Making(kind.plan(Facts.ofTexts(decided)).ceremony(), folder);
    }

    int longWorks() {
      return (int)
          Agenda.of(List.of(ceremony.first())).rows().stream()
              .filter(row -> row.step() instanceof Perform perform && perform.cancellable())
              .count();
    }
  }

  private List<Making> makings(Ceremony importing) throws ProblemException {
    List<Making> all = new ArrayList<>();
    Map<String, String> common = new HashMap<>(importing.plan().texts());
    common.keySet().retainAll(KEPT);
    common.put("output", "save");
    if (quorum > 0) {
      Map<String, String> decided = new HashMap<>(common);
      decided.put("threshold", Integer.toString(quorum));
      decided.put(BITS, importing.plan().texts().getOrDefault(BITS, "128"));
      decided.put("custodians", Integer.toString(Math.max(quorum, Quorum.MIN_CUSTODIANS)));
      all.add(Making.of(new DkekQuorum(), decided, split()));
    }
    if (quorum == 0 || shares > 1) {
      common.put("custodians", Integer.toString(shares));
      all.add(Making.of(new DkekShares(), common, single()));
    }
    return all;
  }

  private static void make(Making making, Workplace place, WholeProgress whole)
      throws ProblemException {
    CeremonyFolder folder = making.folder();
    CeremonyFolder.create(folder.path());
    Workplace there =
        new Workplace(
            place.product(),
            place.clock(),
            folder.path(),
            place.random(),
            place.cost(),
            new Printing(new FolderPrinter(folder.sheets())),
            place.devices(),
            true);
    AtomicReference<Problem> refused = new AtomicReference<>();
    RehearsalDesk desk =
        new RehearsalDesk(
            RehearsalDesk.Things.without(People.load(), folder.sheets()),
            (row, state) -> whole.checkpoint(),
            perform -> perform.cancellable() ? whole.next() : Progress.NONE,
            refused::set);
    try (JournalFile journal = JournalFile.create(folder.journal());
        CeremonyRunner runner =
            CeremonyRunner.start(
                making.ceremony(),
                People.ceremonyId(place.random()),
                Bytes.EMPTY,
                journal,
                there,
                // Nothing runs ahead, so that whoever waits sees how far it is and can stop it.
                task -> {})) {
      CeremonyState end = new Walk(runner, desk).toTheEnd();
      if (refused.get() != null) {
        throw refused.get().asException();
      }
      RehearsalSecrets.write(folder, end.facts());
    }
  }

  private CeremonyFolder split() {
    return new CeremonyFolder(folder.resolve("quorum"));
  }

  private CeremonyFolder single() {
    return new CeremonyFolder(folder.resolve("passwords"));
  }

  /** The file with share {@code index}, from 1. */
  public Path file(int index) throws ProblemException {
    return index == 1 && quorum > 0
        ? split().path().resolve(known(new DkekQuorum(), split()).get(FILE))
        : single()
            .path()
            .resolve(
                known(new DkekShares(), single()).get(Fact.text("shareFile[" + index + "].name")));
  }

  /** The sheet of custodian {@code index}, from 1, for the first share. */
  public Path sheet(int index) throws ProblemException {
    return split()
        .sheets()
        .resolve(known(new DkekQuorum(), split()).get(RehearsalDesk.savedSheet(index)));
  }

  private static Facts known(CeremonyKind kind, CeremonyFolder folder) throws ProblemException {
    Ceremony ceremony = kind.plan(Facts.ofTexts(folder.started().plan())).ceremony();
    return CeremonyState.after(ceremony, JournalCheck.of(folder.journal()).entries()).facts();
  }
}
