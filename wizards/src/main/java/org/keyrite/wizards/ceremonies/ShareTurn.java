// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.keyrite.core.dkek.PasswordShares;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/**
 * The steps in which a share is opened: its file is chosen, and whoever can open it brings a
 * password, a sheet, or what another tool showed him.
 */
final class ShareTurn {
  private final ImportPlan plan;
  private final ShareOpening opening;

  ShareTurn(ImportPlan plan) {
    this.plan = plan;
    this.opening = new ShareOpening(plan);
  }

  private static StepId id(String name, int index) {
    return new StepId("import." + name, index);
  }

  /** The steps that open the i-th share. */
  List<Item> open(int i) {
    return plan.isOpenedBySheets(i) ? sheets(i) : password(i);
  }

  private List<Item> password(int i) {
    Seat seat = plan.custodianOfShare(i);
    return List.of(
        file(id("file", i), seat, i),
        read(i, seat),
        Ask.of(
            id("password", i),
            seat,
            plan.shareWords(i),
            new Field(ShareOpening.password(i), new Editor.KnownPassphrase())),
        new Perform(
            id("open", i),
            seat,
            plan.shareWords(i),
            Set.of(ShareOpening.path(i), ShareSteps.fileHash(i), ShareOpening.password(i)),
            Set.of(ShareOpening.opened(i)),
            desk -> opening.byPassword(desk, i),
            Perform.Trait.CANCELLABLE,
            Perform.Trait.REPEATABLE,
            Perform.Trait.ONE_TRY));
  }

  private List<Item> sheets(int i) {
    List<Item> items = new ArrayList<>();
    items.add(file(StepId.of("import.sheetsFile"), Seat.OPERATOR, i));
    items.add(read(i, Seat.OPERATOR));
    Set<Slot> needs = new HashSet<>(Set.of(ShareOpening.path(i), ShareSteps.fileHash(i)));
    if (plan.isOpenedByValues()) {
      items.add(prime());
      needs.add(ShareValues.PRIME);
    }
    for (int j = 1; j <= plan.sheets(); j++) {
      items.add(plan.isOpenedByValues() ? value(j) : sheet(j));
      items.add(plan.isOpenedByValues() ? valueRead(j) : compare(j));
      needs.addAll(brought(j));
    }
    items.add(
        new Perform(
            StepId.of("import.join"),
            Seat.OPERATOR,
            List.of(plan.sheets()),
            needs,
            Set.of(ShareOpening.opened(i)),
            desk -> opening.together(desk, i),
            Perform.Trait.CANCELLABLE,
            Perform.Trait.REPEATABLE));
    return items;
  }

  private Ask file(StepId id, Seat seat, int i) {
    return Ask.of(
        id,
        seat,
        plan.shareWords(i),
        new Field(ShareOpening.path(i), new Editor.OpenFile(Editor.OpenFile.Content.SHARE)));
  }

  private Perform read(int i, Seat seat) {
    Set<Slot> needs = new HashSet<>(Set.of(ShareOpening.path(i)));
    IntStream.range(1, i).mapToObj(ShareSteps::fileHash).forEach(needs::add);
    return new Perform(
        id("read", i),
        seat,
        List.of(i, plan.shares()),
        needs,
        Set.of(ShareSteps.fileHash(i)),
        desk -> opening.read(desk, i));
  }

  private Ask sheet(int j) {
    return Ask.of(
        id("sheet", j),
        Seat.custodian(j),
        List.of(j, plan.sheets()),
        new Field(ShareOpening.sheet(j), new Editor.Sheet(new SheetLines(plan.sheetKind()))));
  }

  /** What tells the share that the j-th custodian brought. */
  private Set<Slot> brought(int j) {
    return plan.isOpenedByValues()
        ? Set.of(ShareValues.value(j), ShareValues.number(j))
        : Set.of(ShareOpening.sheet(j), ShareOpening.sheetId(j));
  }

  private static Ask prime() {
    return Ask.of(
        StepId.of("import.prime"),
        Seat.OPERATOR,
        List.of(),
        new Field(
            ShareValues.PRIME,
            new Editor.Text(ShareValues.SHORTEST_PRIME, ShareValues.LONGEST_PRIME),
            "",
            ShareValues::noPrime));
  }

  private Ask value(int j) {
    return Ask.of(
        id("value", j),
        Seat.custodian(j),
        List.of(j, plan.sheets()),
        new Field(ShareValues.number(j), new Editor.Number(1, PasswordShares.LARGEST_ID)),
        new Field(ShareValues.value(j), new Editor.KnownPassphrase()));
  }

  private Perform valueRead(int j) {
    Set<Slot> needs = new HashSet<>(Set.of(ShareValues.PRIME));
    IntStream.rangeClosed(1, j).forEach(i -> needs.addAll(brought(i)));
    return new Perform(
        id("valueRead", j),
        Seat.custodian(j),
        List.of(j, plan.sheets()),
        needs,
        Set.of(),
        desk -> ShareValues.require(desk, j));
  }

  private Perform compare(int j) {
    Set<Slot> needs = new HashSet<>();
    IntStream.rangeClosed(1, j).mapToObj(ShareOpening::sheet).forEach(needs::add);
    return new Perform(
        id("sheetRead", j),
        Seat.custodian(j),
        List.of(j, plan.sheets()),
        needs,
        Set.of(ShareOpening.sheetId(j)),
        desk -> opening.compare(desk, j));
  }
}
