// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.SheetFacts.bagSerial;
import static org.keyrite.wizards.ceremonies.SheetFacts.copy;
import static org.keyrite.wizards.ceremonies.SheetFacts.number;
import static org.keyrite.wizards.ceremonies.SheetFacts.output;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.paper.PayloadKind;

/** The steps of a {@link DkekQuorum}, as they stand in its agenda; {@link QuorumWork} does them. */
final class QuorumSteps {
  static final SecretSlot PASSWORD = new SecretSlot("password");
  static final SecretSlot DKEK_SHARE = new SecretSlot("dkekShare");
  static final SecretSlot ENCRYPTED = new SecretSlot("encrypted");

  /** What was read from the sheet of the share file: the same bytes, which are encrypted. */
  static final SecretSlot FILE_TYPED = new SecretSlot("fileSheet.typed");

  private static final Set<Slot> FILE = Set.of(SheetFacts.FILE_NAME, SheetFacts.FILE_HASH);

  private final DkekQuorum.QuorumPlan plan;
  private final QuorumWork work;

  QuorumSteps(DkekQuorum.QuorumPlan plan) {
    this.plan = plan;
    this.work = new QuorumWork(plan);
  }

  static SecretSlot share(int i) {
    return new SecretSlot("share[" + i + "]");
  }

  static SecretSlot content(int i) {
    return new SecretSlot("content[" + i + "]");
  }

  static SecretSlot typed(int i) {
    return new SecretSlot("typed[" + i + "]");
  }

  private List<Object> words(int i) {
    return List.of(i, plan.custodians(), plan.threshold());
  }

  private Set<Slot> shares() {
    Set<Slot> shares = new HashSet<>();
    IntStream.rangeClosed(1, plan.custodians()).mapToObj(QuorumSteps::share).forEach(shares::add);
    return shares;
  }

  private Set<Slot> copies() {
    return SheetFacts.copies(plan.custodians());
  }

  private static Set<Slot> with(Set<Slot> slots, Slot... more) {
    Set<Slot> all = new HashSet<>(slots);
    all.addAll(List.of(more));
    return all;
  }

  Perform generate() {
    Set<Slot> yields =
        with(
            shares(),
            SheetFacts.SET,
            SheetFacts.PRIME,
            SheetFacts.RANDOM_SOURCES,
            PASSWORD,
            DKEK_SHARE);
    if (work.publishesKcv()) {
      yields.add(SheetFacts.KCV);
    }
    return new Perform(
        StepId.of("dkekQuorum.generate"),
        Seat.OPERATOR,
        List.of(plan.custodians(), plan.threshold()),
        RandomDevice.needs(plan.facts()),
        yields,
        work::generate);
  }

  Perform encrypt() {
    return new Perform(
        StepId.of("dkekQuorum.encrypt"),
        Seat.OPERATOR,
        List.of(),
        Set.of(PASSWORD, DKEK_SHARE, SheetFacts.SET),
        Set.of(ENCRYPTED),
        work::encrypt,
        Perform.Trait.AHEAD,
        Perform.Trait.CANCELLABLE);
  }

  Perform shareFile() {
    return new Perform(
        StepId.of("dkekQuorum.shareFile"),
        Seat.OPERATOR,
        List.of(),
        Set.of(ENCRYPTED, SheetFacts.SET),
        Set.of(SheetFacts.FILE_NAME, SheetFacts.FILE_HASH),
        work::shareFile);
  }

  Perform issue(int i) {
    return new Perform(
        new StepId("dkekQuorum.issue", i),
        Seat.custodian(i),
        words(i),
        Set.of(share(i), SheetFacts.SET, SheetFacts.PRIME),
        Set.of(number(i), copy(i), content(i)),
        desk -> work.issue(desk, i));
  }

  Attest show(int i) {
    return Attest.of(
        new StepId("dkekQuorum.show", i),
        Seat.custodian(i),
        words(i),
        new Attest.Shown.WhileHeld(content(i), SheetLines::shown));
  }

  Perform print(int i) {
    return sheet(new StepId("dkekQuorum.print", i), i);
  }

  /** The sheet with empty cells, for a custodian who writes his share himself. */
  Perform form(int i) {
    return sheet(new StepId("dkekQuorum.form", i), i);
  }

  /** The same lines as {@link #show}, and the value for stock tools, which is on no paper yet. */
  Attest copyOut(int i) {
    return Attest.of(
        new StepId("dkekQuorum.copyOut", i),
        Seat.custodian(i),
        words(i),
        new Attest.Shown.WhileHeld(content(i), SheetLines::toCopy));
  }

  private Perform sheet(StepId id, int i) {
    Set<Slot> needs = with(Set.of(content(i), SheetFacts.SET, CeremonyState.CEREMONY_ID));
    if (work.printsFileOnEverySheet()) {
      needs.addAll(FILE);
    }
    return new Perform(
            id, Seat.custodian(i), words(i), needs, Set.of(output(i)), desk -> work.print(desk, i))
        .inDoubt(Perform.Doubt.ASK_PEOPLE);
  }

  Ask typeBack(int i) {
    return typing(new StepId("dkekQuorum.typeBack", i), i);
  }

  /** Typed only: handwriting carries no code to scan. */
  Ask typeCopy(int i) {
    return typing(new StepId("dkekQuorum.typeCopy", i), i);
  }

  private Ask typing(StepId id, int i) {
    Editor editor = new Editor.Sheet(new SheetLines(work.sheetKind()));
    return Ask.of(id, Seat.custodian(i), words(i), new Field(typed(i), editor));
  }

  Perform compare(int i) {
    return new Perform(
        new StepId("dkekQuorum.compare", i),
        Seat.custodian(i),
        words(i),
        Set.of(typed(i), content(i)),
        Set.of(),
        desk -> work.compare(desk, i));
  }

  Ask bag(int i) {
    return SheetFacts.askForBag(new StepId("dkekQuorum.bag", i), i, words(i));
  }

  Attest sealed(int i) {
    return Attest.of(
        new StepId("dkekQuorum.sealed", i),
        Seat.WITNESS,
        words(i),
        new Attest.Shown.Openly(number(i)),
        new Attest.Shown.Openly(bagSerial(i)));
  }

  Perform prove() {
    return new Perform(
        StepId.of("dkekQuorum.prove"),
        Seat.OPERATOR,
        List.of(plan.custodians(), plan.threshold()),
        with(
            shares(),
            PASSWORD,
            DKEK_SHARE,
            SheetFacts.PRIME,
            SheetFacts.FILE_NAME,
            SheetFacts.FILE_HASH),
        Set.of(SheetFacts.QUORUMS_TRIED, SheetFacts.QUORUMS),
        work::prove,
        Perform.Trait.CANCELLABLE);
  }

  /** The file on paper: what brings it back when the stick is gone. */
  Section file() {
    return Section.of("dkekQuorum.file", fileSheet(), fileTypeBack(), fileCompare());
  }

  private Perform fileSheet() {
    return new Perform(
        StepId.of("dkekQuorum.fileSheet"),
        Seat.OPERATOR,
        List.of(),
        with(FILE, SheetFacts.SET, CeremonyState.CEREMONY_ID),
        Set.of(SheetFacts.FILE_SHEET, SheetFacts.FILE_COPY),
        work::fileSheet);
  }

  private Ask fileTypeBack() {
    Editor editor = new Editor.Sheet(new SheetLines(PayloadKind.SHARE_FILE));
    return Ask.of(
        StepId.of("dkekQuorum.fileTypeBack"),
        Seat.OPERATOR,
        List.of(),
        new Field(FILE_TYPED, editor));
  }

  private Perform fileCompare() {
    return new Perform(
        StepId.of("dkekQuorum.fileCompare"),
        Seat.OPERATOR,
        List.of(),
        with(FILE, FILE_TYPED, SheetFacts.SET, SheetFacts.FILE_COPY),
        Set.of(),
        work::fileCompare);
  }

  Perform labels() {
    return new Perform(
        StepId.of("closing.labels"),
        Seat.OPERATOR,
        List.of(),
        with(copies(), SheetFacts.FILE_COPY, SheetFacts.SET, CeremonyState.CEREMONY_ID),
        Set.of(SheetFacts.LABELS),
        work::labels);
  }
}
