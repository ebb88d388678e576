// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.SheetFacts.bagSerial;
import static org.keyrite.wizards.ceremonies.SheetFacts.copy;
import static org.keyrite.wizards.ceremonies.SheetFacts.number;
import static org.keyrite.wizards.ceremonies.SheetFacts.output;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.paper.PayloadKind;

/** The steps of {@link DkekShares}, as they stand in its agenda; {@link ShareWork} does them. */
final class ShareSteps {
  /** Shorter ones do not last against somebody who has the share file. */
  static final int SHORTEST_PASSWORD = 12;

  private final DkekShares.SharesPlan plan;
  private final ShareWork work;

  ShareSteps(DkekShares.SharesPlan plan) {
    this.plan = plan;
    this.work = new ShareWork(plan);
  }

  static SecretSlot chosen(int i) {
    return new SecretSlot("password[" + i + "]");
  }

  /** The share in the i-th file, until it was seen that the file brings it back. */
  static SecretSlot made(int i) {
    return new SecretSlot("dkekShare[" + i + "]");
  }

  static SecretSlot typedAgain(int i) {
    return new SecretSlot("passwordAgain[" + i + "]");
  }

  static SecretSlot typed(int i) {
    return new SecretSlot("typed[" + i + "]");
  }

  static Fact<String> fileName(int i) {
    return Fact.text("shareFile[" + i + "].name");
  }

  static Fact<Bytes> fileHash(int i) {
    return new Fact<>("shareFile[" + i + "].sha256", Codec.HEX);
  }

  static Fact<Boolean> proven(int i) {
    return Fact.yesNo("shareFile[" + i + "].proven");
  }

  private List<Object> words(int i) {
    return List.of(i, plan.custodians());
  }

  private static StepId id(String name, int i) {
    return new StepId("dkekShares." + name, i);
  }

  Perform name() {
    return new Perform(
        StepId.of("dkekShares.name"),
        Seat.OPERATOR,
        List.of(),
        RandomDevice.needs(plan.facts()),
        Set.of(SheetFacts.SET, SheetFacts.RANDOM_SOURCES),
        work::name);
  }

  Ask password(int i) {
    return Ask.of(
        id("password", i),
        Seat.custodian(i),
        words(i),
        new Field(chosen(i), new Editor.NewPassphrase(SHORTEST_PASSWORD)));
  }

  Perform make(int i) {
    Set<Slot> needs = new HashSet<>(RandomDevice.needs(plan.facts()));
    needs.add(chosen(i));
    needs.add(SheetFacts.SET);
    return new Perform(
        id("make", i),
        Seat.custodian(i),
        words(i),
        needs,
        Set.of(fileName(i), fileHash(i), made(i)),
        desk -> work.make(desk, i),
        Perform.Trait.CANCELLABLE);
  }

  Ask again(int i) {
    return Ask.of(
        id("again", i),
        Seat.custodian(i),
        words(i),
        new Field(typedAgain(i), new Editor.KnownPassphrase()));
  }

  Perform prove(int i) {
    return new Perform(
        id("prove", i),
        Seat.custodian(i),
        words(i),
        Set.of(typedAgain(i), made(i), fileName(i), fileHash(i)),
        Set.of(proven(i)),
        desk -> work.prove(desk, i),
        Perform.Trait.CANCELLABLE);
  }

  Perform print(int i) {
    return new Perform(
            id("print", i),
            Seat.custodian(i),
            words(i),
            Set.of(SheetFacts.SET, fileName(i), fileHash(i), CeremonyState.CEREMONY_ID),
            Set.of(number(i), copy(i), output(i)),
            desk -> work.print(desk, i))
        .inDoubt(Perform.Doubt.ASK_PEOPLE);
  }

  Ask typeBack(int i) {
    return Ask.of(
        id("typeBack", i),
        Seat.custodian(i),
        words(i),
        new Field(typed(i), new Editor.Sheet(new SheetLines(PayloadKind.SHARE_FILE))));
  }

  Perform compare(int i) {
    return new Perform(
        id("compare", i),
        Seat.custodian(i),
        words(i),
        Set.of(typed(i), SheetFacts.SET, fileName(i), fileHash(i), copy(i)),
        Set.of(),
        desk -> work.compare(desk, i));
  }

  Ask bag(int i) {
    return SheetFacts.askForBag(id("bag", i), i, words(i));
  }

  Attest sealed(int i) {
    return Attest.of(
        id("sealed", i),
        Seat.WITNESS,
        words(i),
        new Attest.Shown.Openly(number(i)),
        new Attest.Shown.Openly(bagSerial(i)));
  }

  Perform labels() {
    Set<Slot> needs = new HashSet<>(SheetFacts.copies(plan.custodians()));
    needs.add(SheetFacts.SET);
    needs.add(CeremonyState.CEREMONY_ID);
    return new Perform(
        StepId.of("closing.labels"),
        Seat.OPERATOR,
        List.of(),
        needs,
        Set.of(SheetFacts.LABELS),
        work::labels);
  }
}
