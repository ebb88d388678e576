// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.EnrolExport.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.keyrite.core.cvc.ChainVerdict;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.GroupMember;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * The key domains: each device sets up its own by its membership, which it verifies itself.
 *
 * @param plan what was decided
 * @param readers where the devices are
 */
record EnrolJoin(EnrolPlan plan, ReaderRoom readers) {

  private List<Object> words(int m) {
    return List.of(m, plan.members());
  }

  /** The memberships that were carried here. */
  Section files() {
    return Section.of(
        "deviceEnrol.kdms",
        Ask.of(
            StepId.of("deviceEnrol.kdmFile"),
            Seat.OFFICER,
            List.of(),
            new Field(
                EnrolFacts.MEMBERSHIPS, new Editor.OpenFile(Editor.OpenFile.Content.MEMBERSHIPS))),
        new Perform(
            StepId.of("deviceEnrol.readKdms"),
            Seat.OPERATOR,
            List.of(),
            Set.of(EnrolFacts.MEMBERSHIPS),
            Set.of(
                GroupFacts.UID,
                GroupFacts.WORDS,
                EnrolFacts.ISSUER,
                EnrolFacts.ISSUER_ORIGIN,
                EnrolFacts.VISITS),
            this::readMemberships));
  }

  private void readMemberships(Desk desk) throws ProblemException {
    Stick stick = Stick.of(desk.get(EnrolFacts.MEMBERSHIPS));
    Membership first = stick.memberships(EnrolExport.today(desk)).getFirst();
    if (plan.group().isPresent()) {
      first.require(plan.group().get());
    }
    ChainVerdict verdict = first.verifySigner(TrustAnchors.known(), EnrolExport.today(desk));
    desk.put(GroupFacts.UID, first.uid());
    desk.put(GroupFacts.WORDS, GroupFacts.words(first.uid()));
    desk.put(EnrolFacts.ISSUER, first.device().holder().holder());
    desk.put(EnrolFacts.ISSUER_ORIGIN, verdict.origin().name());
    desk.put(EnrolFacts.VISITS, stick.records(EnrolPlan.Visit.ISSUE));
  }

  /** A section for each device, which ends with the membership that is for it. */
  List<Section> devices() {
    EnrolExport export = new EnrolExport(plan, readers);
    List<Section> sections = new ArrayList<>();
    for (int m = 1; m <= plan.members(); m++) {
      readers.put(m);
      sections.add(
          new Section(
              id("member", m),
              words(m),
              List.of(export.await(m), export.look(m), export.named(m), match(m))));
    }
    return sections;
  }

  private Perform match(int m) {
    return new Perform(
        id("match", m),
        Seat.OPERATOR,
        words(m),
        Set.of(
            DeviceFacts.serial(m),
            DeviceFacts.origin(m),
            EnrolFacts.MEMBERSHIPS,
            EnrolFacts.ISSUER_ORIGIN,
            GroupFacts.UID),
        Set.of(EnrolFacts.kdmFile(m), EnrolFacts.kdmHash(m)),
        desk -> match(desk, m));
  }

  /** Finds the membership for a device among those that were carried here, and keeps it. */
  private void match(Desk desk, int m) throws ProblemException {
    DeviceId own =
        desk.use(DeviceFacts.serial(m), (hsm, device) -> DeviceId.of(device.certificates()));
    GroupOrigins.require(
        own.serial(), desk.get(DeviceFacts.origin(m)), desk.get(EnrolFacts.ISSUER_ORIGIN));
    Membership found =
        Stick.of(desk.get(EnrolFacts.MEMBERSHIPS))
            .memberships(EnrolExport.today(desk), desk.get(GroupFacts.UID))
            .stream()
            .filter(membership -> membership.isFor(own))
            .findFirst()
            .orElseThrow(
                () -> new GroupProblem.MembershipForAnotherDevice(own.serial()).asException());
    String name = found.fileName(own);
    new KeyFolder(desk.place().folder()).write(name, found.encode(), true);
    desk.put(EnrolFacts.kdmFile(m), name);
    desk.put(EnrolFacts.kdmHash(m), found.encode().sha256());
  }

  /** What follows from where the memberships come from. */
  List<Section> sections(Facts known) {
    List<Item> group = new ArrayList<>();
    if (EnrolIssue.needsReason(known.get(EnrolFacts.ISSUER_ORIGIN))) {
      group.add(
          EnrolIssue.reason(
              StepId.of("deviceEnrol.reasonIssuer"),
              EnrolFacts.ISSUER,
              EnrolFacts.ISSUER_REASON,
              0));
    }
    group.add(
        Attest.of(
            StepId.of("deviceEnrol.issuer"),
            Seat.WITNESS,
            List.of(),
            new Attest.Shown.Openly(EnrolFacts.ISSUER),
            new Attest.Shown.Openly(EnrolFacts.ISSUER_ORIGIN)));
    group.add(EnrolIssue.uid());
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(StepId.of("deviceEnrol.group"), List.of(), group));
    sections.addAll(memberSections());
    return sections;
  }

  /** A section for each device, in which it joins. */
  List<Section> memberSections() {
    return IntStream.rangeClosed(1, plan.members()).mapToObj(this::joining).toList();
  }

  private Section joining(int m) {
    List<Item> items = new ArrayList<>();
    if (readers.put(m)) {
      EnrolExport export = new EnrolExport(plan, readers);
      items.add(export.await(m).again(id("swap", m), Seat.OPERATOR, words(m)));
    }
    items.addAll(new Unlock(name -> id(name, m), m, words(m)).steps());
    items.add(
        new Perform(
            id("join", m),
            Seat.OPERATOR,
            words(m),
            Unlock.needs(m, GroupFacts.UID, EnrolFacts.kdmFile(m), EnrolFacts.kdmHash(m)),
            Set.of(),
            desk -> join(desk, m),
            Perform.Trait.ONE_TRY));
    items.add(
        new Perform(
            id("status", m),
            Seat.OPERATOR,
            words(m),
            Set.of(DeviceFacts.serial(m), GroupFacts.UID),
            Set.of(EnrolFacts.domain(m)),
            desk -> status(desk, m)));
    items.add(
        Attest.of(
            id("joined", m),
            Seat.WITNESS,
            words(m),
            new Attest.Shown.Openly(DeviceFacts.serial(m)),
            new Attest.Shown.Openly(EnrolFacts.domain(m))));
    return new Section(id("joining", m), words(m), items);
  }

  /** Sets the key domain up, unless an earlier attempt did without our hearing of it. */
  private void join(Desk desk, int m) throws ProblemException {
    KeyFolder folder = new KeyFolder(desk.place().folder());
    String name = desk.get(EnrolFacts.kdmFile(m));
    folder.require(name, desk.get(EnrolFacts.kdmHash(m)));
    Membership membership = Membership.parse(KeyFolder.read(desk.place().folder().resolve(name)));
    KeyDomainUid uid = desk.get(GroupFacts.UID);
    membership.require(uid);
    desk.use(
        DeviceFacts.serial(m),
        (hsm, device) -> {
          membership.verify(
              DeviceId.of(device.certificates()), TrustAnchors.known(), EnrolExport.today(desk));
          GroupMember member = new GroupMember(hsm, device);
          Unlock.logIn(desk, hsm, m);
          if (!member.isIn(plan.domain(), uid)) {
            member.join(plan.domain(), membership);
          }
          return device;
        });
  }

  /** Reads the key domain back, as anybody can. */
  private void status(Desk desk, int m) throws ProblemException {
    KeyDomainUid uid = desk.get(GroupFacts.UID);
    desk.use(
        DeviceFacts.serial(m),
        (hsm, device) -> {
          new GroupMember(hsm, device).requireIn(plan.domain(), uid);
          desk.put(EnrolFacts.domain(m), "IN " + plan.domain() + " " + uid.toHex());
          return device;
        });
  }
}
