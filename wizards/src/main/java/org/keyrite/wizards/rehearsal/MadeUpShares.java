// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.DkekQuorum;
import org.keyrite.wizards.ceremonies.DkekShares;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;

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
  private static final String BITS = "bits";

  /** Where the value of a share goes that another tool showed. */
  static final String VALUE = "shareValue";

  /** What this ceremony imports, if it does; its folder is {@code ceremonyFolder}. */
  static Optional<MadeUpShares> of(Ceremony ceremony, Path ceremonyFolder) {
    int shares =
        slots(
            ceremony,
            field ->
                field.editor() instanceof Editor.OpenFile(Editor.OpenFile.Content content)
                    && content == Editor.OpenFile.Content.SHARE);
    int sheets = slots(ceremony, field -> field.editor() instanceof Editor.Sheet || isValue(field));
    return shares == 0
        ? Optional.empty()
        : Optional.of(new MadeUpShares(ceremonyFolder.resolve("shares"), shares, sheets));
  }

  private static int slots(Ceremony ceremony, Predicate<Field> which) {
    return (int) Beforehand.asked(ceremony).filter(which).map(Field::slot).distinct().count();
  }

  /** Values that stand on a sheet for other tools, typed in place of its lines. */
  private static boolean isValue(Field field) {
    return field.editor() instanceof Editor.KnownPassphrase && field.slot().family().equals(VALUE);
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

  /** How many works it is to make them. */
  int longWorks(Ceremony importing) throws ProblemException {
    return makings(importing).stream().mapToInt(EarlierCeremony.Planned::longWorks).sum();
  }

  /**
   * Makes them, in rehearsals of their own.
   *
   * @param importing the ceremony that needs them
   * @param place where it runs
   */
  void make(Ceremony importing, Workplace place, WholeProgress whole) throws ProblemException {
    for (EarlierCeremony.Planned making : makings(importing)) {
      making.hold(place, whole);
    }
  }

  private List<EarlierCeremony.Planned> makings(Ceremony importing) throws ProblemException {
    List<EarlierCeremony.Planned> all = new ArrayList<>();
    if (quorum > 0) {
      Map<String, String> decided = EarlierCeremony.decidedLike(importing);
      decided.put("threshold", Integer.toString(quorum));
      decided.put(BITS, importing.plan().texts().getOrDefault(BITS, "128"));
      decided.put("custodians", Integer.toString(Math.max(quorum, Quorum.MIN_CUSTODIANS)));
      all.add(split().planned(decided));
    }
    if (quorum == 0 || shares > 1) {
      Map<String, String> decided = EarlierCeremony.decidedLike(importing);
      decided.put("custodians", Integer.toString(shares));
      all.add(single().planned(decided));
    }
    return all;
  }

  private EarlierCeremony split() {
    return new EarlierCeremony(new DkekQuorum(), new CeremonyFolder(folder.resolve("quorum")));
  }

  private EarlierCeremony single() {
    return new EarlierCeremony(new DkekShares(), new CeremonyFolder(folder.resolve("passwords")));
  }

  /** The file with share {@code index}, from 1. */
  public Path file(int index) throws ProblemException {
    boolean isSplit = index == 1 && quorum > 0;
    EarlierCeremony earlier = isSplit ? split() : single();
    Fact<String> name = isSplit ? FILE : Fact.text("shareFile[" + index + "].name");
    return earlier.folder().path().resolve(earlier.known().get(name));
  }

  /** The sheet of custodian {@code index}, from 1, for the first share. */
  public Path sheet(int index) throws ProblemException {
    return split().folder().sheets().resolve(split().known().get(RehearsalDesk.savedSheet(index)));
  }
}
