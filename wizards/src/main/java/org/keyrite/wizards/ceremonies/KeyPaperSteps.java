// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.paper.KeyCode;

/**
 * The steps that put wrapped keys on paper: each sheet is printed, scanned back and compared with
 * the file before the next one.
 *
 * @param plan of the backup
 */
record KeyPaperSteps(Facts plan) {
  /** The keys that were backed up, and whether each fits on paper. */
  static final Fact<List<ListedKey>> ON_PAPER = new Fact<>("keys.onPaper", ListedKey.LIST);

  private static final String FITS = "fits";
  private static final String TOO_LARGE = "tooLarge";

  /** The key of a file, with whether that fits on paper. */
  static ListedKey judged(ListedKey key, Bytes file) {
    return key.in(KeyCode.fits(file) ? FITS : TOO_LARGE, key.number());
  }

  /** A section for each key that fits. */
  List<Section> sections(Facts known) {
    return known.get(ON_PAPER).stream()
        .filter(key -> key.state().equals(FITS))
        .map(key -> section(key, Bytes.fromHex(known.get(KeyFacts.sha256(key.number())))))
        .toList();
  }

  private Section section(ListedKey key, Bytes hash) {
    int number = key.number();
    String sheet = KeyCode.sheetOf(hash);
    List<Object> words = List.of(number, key.title(), sheet);
    Perform print =
        new Perform(
            new StepId("keyBackup.sheet", number),
            Seat.OPERATOR,
            words,
            Set.of(
                CeremonyState.CEREMONY_ID,
                DeviceFacts.serial(KeyAccess.D),
                DeviceFacts.kcv(KeyAccess.D),
                KeyFacts.file(number),
                KeyFacts.sha256(number)),
            Set.of(KeyFacts.sheet(number)),
            desk -> print(desk, key));
    Ask scan =
        Ask.of(
            new StepId("keyBackup.scanBack", number),
            Seat.OPERATOR,
            words,
            new Field(KeyFacts.scanned(number), new Editor.Sheet(new KeySheetScan(sheet))));
    Perform compare =
        new Perform(
            new StepId("keyBackup.compare", number),
            Seat.OPERATOR,
            words,
            Set.of(KeyFacts.scanned(number), KeyFacts.file(number), KeyFacts.sha256(number)),
            Set.of(),
            desk -> compare(desk, number, sheet));
    return new Section(new StepId("keyBackup.paper", number), words, List.of(print, scan, compare));
  }

  private void print(Desk desk, ListedKey key) throws ProblemException {
    int number = key.number();
    String name = desk.get(KeyFacts.file(number));
    desk.put(KeyFacts.sheet(number), new Sheets(plan, desk).key(key, name, file(desk, number)));
  }

  private static void compare(Desk desk, int number, String sheet) throws ProblemException {
    Bytes file = file(desk, number);
    boolean isSame =
        desk.get(KeyFacts.scanned(number)).use(scanned -> Bytes.of(scanned).equals(file));
    if (!isSame) {
      throw new PaperProblem.KeySheetBroken(sheet).asException();
    }
  }

  /** The file of a key as it is on the disk now, which must be as it was written. */
  private static Bytes file(Desk desk, int number) throws ProblemException {
    return new KeyFolder(desk.place().folder())
        .require(desk.get(KeyFacts.file(number)), Bytes.fromHex(desk.get(KeyFacts.sha256(number))));
  }
}
