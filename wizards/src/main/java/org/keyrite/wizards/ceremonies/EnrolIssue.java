// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.EnrolExport.id;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.keyrite.core.cvc.Origin;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/** The memberships: the group signer issues one for each device that people let in. */
final class EnrolIssue {
  private final EnrolPlan plan;
  private final ReaderRoom readers;
  private final int signer;
  private final EnrolIssueWork work;

  EnrolIssue(EnrolPlan plan, ReaderRoom readers) {
    this.plan = plan;
    this.readers = readers;
    this.signer = plan.signer();
    this.work = new EnrolIssueWork(plan);
  }

  private static StepId id(String name) {
    return StepId.of("deviceEnrol." + name);
  }

  private IntStream members() {
    return IntStream.rangeClosed(1, plan.members());
  }

  private List<Object> words(int m) {
    return List.of(m, plan.members());
  }

  /** The device IDs that were carried here. */
  Section files() {
    Set<Slot> yields = new HashSet<>(Set.of(EnrolFacts.VISITS));
    members().forEach(m -> yields.addAll(EnrolFacts.known(m)));
    return Section.of(
        "deviceEnrol.ids",
        Ask.of(
            id("idFile"),
            Seat.OFFICER,
            List.of(plan.members()),
            new Field(
                EnrolFacts.DEVICE_IDS, new Editor.OpenFile(Editor.OpenFile.Content.DEVICE_IDS))),
        new Perform(
            id("readIds"),
            Seat.OPERATOR,
            List.of(plan.members()),
            Set.of(EnrolFacts.DEVICE_IDS),
            yields,
            work::readIds));
  }

  /** The device with the group signer. */
  Section device() {
    readers.put(signer);
    return Section.of(
        "deviceEnrol.signer",
        AwaitDevice.first(
                id("awaitSigner"),
                Seat.OPERATOR,
                List.of(),
                "device[" + signer + "]",
                DeviceFacts.serial(signer))
            .holding(AwaitDevice.Holding.GROUP_SIGNER),
        new Perform(
            id("lookSigner"),
            Seat.OPERATOR,
            List.of(),
            Set.of(DeviceFacts.serial(signer)),
            DeviceLook.yields(signer, GroupFacts.FOUND),
            work::look),
        DeviceLook.named(
            id("namedSigner"), signer, List.of(), new Attest.Shown.Openly(GroupFacts.FOUND)));
  }

  /** What follows from which keys the signer has, and where the members come from. */
  List<Section> sections(Facts known) {
    List<Section> sections = new ArrayList<>();
    sections.add(group(known.get(GroupFacts.FOUND)));
    sections.add(
        new Section(id("admission"), List.of(plan.members()), List.copyOf(admission(known))));
    sections.add(new Section(id("issue"), List.of(plan.members()), issue()));
    return sections;
  }

  private Section group(List<GroupFacts.Candidate> found) {
    List<Item> items = new ArrayList<>();
    Set<Slot> needs = new HashSet<>(Set.of(DeviceFacts.serial(signer), GroupFacts.FOUND));
    boolean asks = found.size() > 1 && plan.group().isEmpty();
    if (asks) {
      items.add(GroupSignerSteps.choose(id("choose"), found));
      needs.add(NewKeyFacts.REFERENCE);
    }
    items.add(
        new Perform(
            id("readUid"),
            Seat.OPERATOR,
            List.of(),
            needs,
            Set.of(GroupFacts.UID, GroupFacts.WORDS),
            desk -> work.readUid(desk, asks)));
    items.add(uid());
    return new Section(id("group"), List.of(), items);
  }

  /** The witness compares the UID with the sheet of the group signer. */
  static Attest uid() {
    return Attest.of(
        id("uid"),
        Seat.WITNESS,
        List.of(),
        new Attest.Shown.Openly(GroupFacts.UID),
        new Attest.Shown.Openly(GroupFacts.WORDS));
  }

  /** Each member is named aloud; one whose maker nobody knows needs a reason. */
  private List<Item> admission(Facts known) {
    List<Item> items = new ArrayList<>();
    Set<Slot> needs = new HashSet<>(Set.of(DeviceFacts.origin(signer)));
    members()
        .forEach(m -> {
          needs.add(EnrolFacts.serial(m));
          needs.add(EnrolFacts.origin(m));
        });
    items.add(
        new Perform(
            id("admit"), Seat.OPERATOR, List.of(plan.members()), needs, Set.of(), work::admit));
    members()
        .forEach(m -> {
          if (needsReason(known.get(EnrolFacts.origin(m)))) {
            items.add(
                reason(EnrolExport.id("reason", m), EnrolFacts.serial(m), EnrolFacts.reason(m), m));
          }
          items.add(
              Attest.of(
                  EnrolExport.id("serial", m),
                  Seat.WITNESS,
                  words(m),
                  new Attest.Shown.Openly(EnrolFacts.serial(m)),
                  new Attest.Shown.Openly(EnrolFacts.origin(m)),
                  new Attest.Shown.Openly(EnrolFacts.outdated(m)),
                  new Attest.Shown.Openly(EnrolFacts.fingerprint(m))));
        });
    return items;
  }

  /** Whether people must say why a device of this origin is trusted. */
  static boolean needsReason(String origin) {
    return origin.equals(Origin.UNKNOWN.name()) || origin.equals(Origin.PICO_HSM.name());
  }

  static Ask reason(StepId id, Fact<String> serial, Fact<String> reason, int m) {
    return new Ask(
        id,
        Seat.OFFICER,
        List.of(m),
        Set.of(serial),
        List.of(new Field(reason, Attest.REASON)),
        entered -> Optional.empty());
  }

  private List<Item> issue() {
    List<Item> items = new ArrayList<>();
    if (plan.continuesRegister()) {
      items.add(
          Ask.of(
              id("registerFile"),
              Seat.OFFICER,
              List.of(),
              new Field(
                  EnrolFacts.REGISTER_PATH,
                  new Editor.OpenFile(Editor.OpenFile.Content.REGISTER))));
    }
    items.addAll(new Unlock(name -> id(name + "Signer"), signer, List.of()).steps());
    items.add(work.unlocked());
    members().forEach(m -> items.add(issue(m)));
    items.add(register());
    return items;
  }

  private Perform issue(int m) {
    return new Perform(
        EnrolExport.id("issue", m),
        Seat.OPERATOR,
        words(m),
        Unlock.needs(
            signer,
            GroupFacts.UID,
            EnrolFacts.serial(m),
            EnrolFacts.idFile(m),
            EnrolFacts.idHash(m)),
        Set.of(EnrolFacts.kdmFile(m), EnrolFacts.kdmHash(m)),
        desk -> work.issue(desk, m),
        Perform.Trait.ONE_TRY);
  }

  private Perform register() {
    Set<Slot> needs =
        new HashSet<>(
            Set.of(
                GroupFacts.UID,
                DeviceFacts.serial(signer),
                DeviceFacts.fingerprint(signer),
                Seat.OFFICER.person(),
                CeremonyState.CEREMONY_ID));
    if (plan.continuesRegister()) {
      needs.add(EnrolFacts.REGISTER_PATH);
    }
    members()
        .forEach(m -> {
          needs.add(EnrolFacts.serial(m));
          needs.add(EnrolFacts.fingerprint(m));
          needs.add(EnrolFacts.origin(m));
          needs.add(EnrolFacts.kdmHash(m));
        });
    return new Perform(
        id("register"),
        Seat.OPERATOR,
        List.of(plan.members()),
        needs,
        Set.of(GroupFacts.REGISTER, GroupFacts.REGISTER_HASH),
        work::register);
  }
}
