// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.MigrateFacts.SOURCE;
import static org.keyrite.wizards.ceremonies.MigrateFacts.TARGET;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/**
 * What follows a {@link XkekMigrate} where that was planned: the keys that were proven on the
 * target, and no others, are deleted on the source, each after it was named. An act of its own: the
 * target is looked at once more, and then the source is awaited and its PIN typed anew.
 *
 * @param proven the keys, as they were listed on the source
 * @param all every key of the source as it was listed
 */
record MigrateDeletion(List<ListedKey> proven, List<ListedKey> all) {
  private static final KeyErasure ERASURE =
      new KeyErasure(SOURCE, Unlock.AGAIN, KeyFacts::deletion);

  /** Of those that were taken, the ones that the target has proven to have. */
  static MigrateDeletion of(List<ListedKey> taken, Facts known) {
    return new MigrateDeletion(
        taken.stream()
            .filter(
                key -> known.get(KeyFacts.outcome(key.number())).startsWith(RestoredProof.PROVEN))
            .toList(),
        known.get(MigrateFacts.ON_SOURCE));
  }

  private static StepId id(String name) {
    return StepId.of("xkekMigrate." + name);
  }

  /** The whole act; its PIN is needed to its end. */
  Section section() {
    List<Item> items = new ArrayList<>();
    items.add(MigrateSteps.await(TARGET).again(id("awaitCopies"), Seat.OPERATOR, List.of()));
    items.add(copies());
    items.add(MigrateSteps.await(SOURCE).again(id("awaitDeletion"), Seat.OPERATOR, List.of()));
    items.add(
        Attest.of(
            id("deletable"),
            Seat.WITNESS,
            List.of(proven.size()),
            new Attest.Shown.Openly(DeviceFacts.serial(SOURCE)),
            new Attest.Shown.Openly(MigrateFacts.MOVED)));
    items.addAll(
        new Unlock(name -> id(name + "Deletion"), SOURCE, List.of(), Unlock.AGAIN).steps());
    proven.forEach(key -> items.addAll(ERASURE.of(key, all)));
    items.add(compare());
    items.add(
        Attest.of(
            id("deleted"),
            Seat.WITNESS,
            List.of(proven.size()),
            new Attest.Shown.Openly(KeyDeleteSteps.DONE)));
    return new Section(id("deletion"), List.of(proven.size()), items);
  }

  /** Days may have passed since the keys were proven there, and others may have had the device. */
  private Perform copies() {
    Set<Slot> needs = new HashSet<>(Set.of(DeviceFacts.serial(TARGET)));
    for (ListedKey key : proven) {
      needs.add(KeyFacts.reference(key.number()));
      needs.add(KeyFacts.file(key.number()));
      needs.add(KeyFacts.sha256(key.number()));
    }
    return new Perform(
        id("copies"),
        Seat.OPERATOR,
        List.of(proven.size()),
        needs,
        Set.of(),
        desk -> MigrateKeys.arrived(desk, proven),
        Perform.Trait.ANEW_ON_RESUME);
  }

  private Perform compare() {
    Set<Slot> needs = new HashSet<>(Set.of(DeviceFacts.serial(SOURCE)));
    proven.forEach(key -> needs.add(KeyFacts.deletion(key.number())));
    return new Perform(
        id("gone"),
        Seat.OPERATOR,
        List.of(proven.size()),
        needs,
        Set.of(KeyDeleteSteps.DONE),
        this::compare);
  }

  private void compare(Desk desk) throws ProblemException {
    KeyList present = desk.use(DeviceFacts.serial(SOURCE), (hsm, device) -> KeyList.read(hsm));
    KeyErasure.requireGone(present, all, proven);
    desk.put(
        KeyDeleteSteps.DONE,
        proven.stream().map(key -> key.in(KeyErasure.DELETED, key.number())).toList());
  }
}
