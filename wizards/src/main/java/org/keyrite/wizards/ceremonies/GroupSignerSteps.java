// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/** The steps of a {@link GroupSigner}; {@link GroupSignerWork} does them. */
final class GroupSignerSteps {
  /** The number of the device, which is the only one. */
  static final int D = 1;

  private final boolean makes;
  private final GroupSignerWork work;

  GroupSignerSteps(Facts plan, boolean makes) {
    this.makes = makes;
    this.work = new GroupSignerWork(plan, makes);
  }

  private static StepId id(String name) {
    return StepId.of("groupSigner." + name);
  }

  AwaitDevice await() {
    return AwaitDevice.first(
            id("await"), Seat.OPERATOR, List.of(), "device[1]", DeviceFacts.serial(D))
        .holding(makes ? AwaitDevice.Holding.KEY_ENCRYPTION_KEY : AwaitDevice.Holding.GROUP_SIGNER);
  }

  Perform look() {
    return new Perform(
        id("look"),
        Seat.OPERATOR,
        List.of(),
        Set.of(DeviceFacts.serial(D)),
        DeviceLook.yields(D, GroupFacts.FOUND, GroupFacts.CHANCE),
        work::look);
  }

  Attest named() {
    return DeviceLook.named(id("named"), D, List.of(), new Attest.Shown.Openly(GroupFacts.FOUND));
  }

  /** Said before a key is made that cannot be backed up. */
  Attest alone() {
    return Attest.of(
        id("alone"), Seat.OFFICER, List.of(), new Attest.Shown.Openly(GroupFacts.CHANCE));
  }

  List<Item> make() {
    List<Item> items = new ArrayList<>(new Unlock(GroupSignerSteps::id, D, List.of()).steps());
    items.add(
        new Perform(
            id("prepare"),
            Seat.OPERATOR,
            List.of(),
            Set.of(DeviceFacts.serial(D), GroupFacts.CHANCE),
            Set.of(NewKeyFacts.REFERENCE, NewKeyFacts.ID),
            work::prepare));
    items.add(
        new Perform(
            id("generate"),
            Seat.OPERATOR,
            List.of(),
            Unlock.needs(D, NewKeyFacts.REFERENCE, NewKeyFacts.ID, GroupFacts.CHANCE),
            Set.of(NewKeyFacts.PUBLIC_KEY, NewKeyFacts.FINGERPRINT),
            work::generate,
            Perform.Trait.ONE_TRY));
    items.add(
        new Perform(
            id("prove"),
            Seat.OPERATOR,
            List.of(),
            Unlock.needs(D, NewKeyFacts.REFERENCE, NewKeyFacts.PUBLIC_KEY),
            Set.of(NewKeyFacts.PROOF, NewKeyFacts.CHALLENGE, NewKeyFacts.ANSWER),
            work::prove,
            Perform.Trait.ONE_TRY));
    return items;
  }

  Ask choose(List<GroupFacts.Candidate> found) {
    return choose(id("choose"), found);
  }

  /** Where a device has several that can be it. */
  static Ask choose(StepId id, List<GroupFacts.Candidate> found) {
    return new Ask(
        id,
        Seat.OFFICER,
        List.of(),
        Set.of(GroupFacts.FOUND),
        List.of(GroupFacts.FOUND),
        List.of(
            new Field(
                    NewKeyFacts.REFERENCE,
                    new Editor.Number(1, 255),
                    "",
                    text -> refuses(text, found))
                .preset(String.valueOf(found.getFirst().reference()))),
        entered -> Optional.empty());
  }

  private static Optional<Problem> refuses(String text, List<GroupFacts.Candidate> found) {
    int number = Integer.parseInt(text.strip());
    return found.stream().anyMatch(one -> one.reference() == number)
        ? Optional.empty()
        : Optional.of(new GroupProblem.SignerRequestMissing(number));
  }

  /** The UID is read from the device, compared aloud, and opens the register. */
  List<Item> group(List<GroupFacts.Candidate> found) {
    boolean chosen = makes || found.size() > 1;
    Set<Slot> needs = new HashSet<>(Set.of(DeviceFacts.serial(D), GroupFacts.FOUND));
    if (chosen) {
      needs.add(NewKeyFacts.REFERENCE);
    }
    if (makes) {
      needs.add(NewKeyFacts.ID);
      needs.add(NewKeyFacts.PUBLIC_KEY);
    }
    Perform read =
        new Perform(
            id("read"),
            Seat.OPERATOR,
            List.of(),
            needs,
            Set.of(GroupFacts.UID, GroupFacts.WORDS, NewKeyFacts.LABEL, NewKeyFacts.BACKUP),
            desk -> work.read(desk, chosen));
    Attest uid =
        Attest.of(
            id("uid"),
            Seat.WITNESS,
            List.of(),
            new Attest.Shown.Openly(GroupFacts.UID),
            new Attest.Shown.Openly(GroupFacts.WORDS),
            new Attest.Shown.Openly(NewKeyFacts.LABEL),
            new Attest.Shown.Openly(NewKeyFacts.BACKUP));
    Perform register =
        new Perform(
            id("register"),
            Seat.OPERATOR,
            List.of(),
            Set.of(
                DeviceFacts.serial(D),
                DeviceFacts.fingerprint(D),
                GroupFacts.UID,
                Seat.OFFICER.person(),
                CeremonyState.CEREMONY_ID),
            Set.of(GroupFacts.REGISTER, GroupFacts.REGISTER_HASH),
            work::register);
    return List.of(read, uid, register);
  }

  Perform sheet() {
    return new Perform(
        id("sheet"),
        Seat.OFFICER,
        List.of(),
        Set.of(
            CeremonyState.CEREMONY_ID,
            DeviceFacts.serial(D),
            GroupFacts.UID,
            NewKeyFacts.LABEL,
            Seat.OFFICER.person(),
            Seat.OPERATOR.person(),
            Seat.WITNESS.person()),
        Set.of(GroupFacts.SHEET),
        work::sheet);
  }
}
