// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.GroupSigner;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.StepId;

/** What {@link EnrolIssue} does: straight-line code on a desk. */
final class EnrolIssueWork {
  private final EnrolPlan plan;
  private final int signer;

  EnrolIssueWork(EnrolPlan plan) {
    this.plan = plan;
    this.signer = plan.signer();
  }

  /** Reads the device IDs that were carried here, and keeps them in the folder of the ceremony. */
  void readIds(Desk desk) throws ProblemException {
    Stick stick = Stick.of(desk.get(EnrolFacts.DEVICE_IDS));
    List<DeviceId> ids = stick.deviceIds(EnrolExport.today(desk));
    if (ids.size() != plan.members()) {
      throw new GroupProblem.MembersDiffer(plan.members(), ids.size()).asException();
    }
    KeyFolder folder = new KeyFolder(desk.place().folder());
    for (int m = 1; m <= ids.size(); m++) {
      DeviceId id = ids.get(m - 1);
      folder.write(id.fileName(), id.encode(), true);
      EnrolExport.put(desk, m, id);
    }
    desk.put(EnrolFacts.VISITS, stick.records(EnrolPlan.Visit.EXPORT));
  }

  /** Which device it is, and which group signers it has. */
  void look(Desk desk) throws ProblemException {
    desk.use(
        DeviceFacts.serial(signer),
        (hsm, device) -> {
          DeviceLook.identity(desk, signer, hsm, device);
          DeviceId.of(device.certificates())
              .chain()
              .judge(TrustAnchors.known(), EnrolExport.today(desk));
          hsm.pins().requireInitialised();
          List<GroupFacts.Candidate> found =
              GroupSigner.find(KeyList.read(hsm)).stream().map(GroupFacts.Candidate::of).toList();
          if (found.isEmpty()) {
            throw new GroupProblem.NoSignerOnDevice(device.serial().text()).asException();
          }
          desk.put(GroupFacts.FOUND, found);
          return device;
        });
  }

  /**
   * Reads the group signer as anybody can, and verifies what its device said when it made it.
   *
   * @param asked whether people chose it; else it is the planned or the only one
   */
  void readUid(Desk desk, boolean asked) throws ProblemException {
    desk.use(
        DeviceFacts.serial(signer),
        (hsm, device) -> {
          KeyDomainUid meant = meant(desk, asked);
          GroupSigner found = GroupSigner.require(KeyList.read(hsm), meant, device.serial());
          found.requireMadeBy(device);
          desk.put(GroupFacts.UID, found.uid());
          desk.put(GroupFacts.WORDS, GroupFacts.words(found.uid()));
          return device;
        });
  }

  private KeyDomainUid meant(Desk desk, boolean asked) {
    List<GroupFacts.Candidate> found = desk.get(GroupFacts.FOUND);
    if (!asked) {
      return plan.group().orElse(found.getFirst().uid());
    }
    int number = desk.get(NewKeyFacts.REFERENCE);
    return found.stream().filter(one -> one.reference() == number).findFirst().orElseThrow().uid();
  }

  /** Refuses members that cannot be in one group with the signer's device. */
  void admit(Desk desk) throws ProblemException {
    for (int m = 1; m <= plan.members(); m++) {
      GroupOrigins.require(
          desk.get(EnrolFacts.serial(m)),
          desk.get(EnrolFacts.origin(m)),
          desk.get(DeviceFacts.origin(signer)));
    }
  }

  /** Proves the PIN once, before anything is signed. */
  Perform unlocked() {
    return new Perform(
        StepId.of("deviceEnrol.unlockSigner"),
        Seat.OPERATOR,
        List.of(),
        Unlock.needs(signer),
        Set.of(),
        desk ->
            desk.use(
                DeviceFacts.serial(signer),
                (hsm, device) -> {
                  Unlock.logIn(desk, hsm, signer);
                  return device;
                }),
        Perform.Trait.ONE_TRY);
  }

  /** Has the signer's device sign, verifies all of it here, and only then writes the file. */
  void issue(Desk desk, int m) throws ProblemException {
    KeyFolder folder = new KeyFolder(desk.place().folder());
    folder.require(desk.get(EnrolFacts.idFile(m)), desk.get(EnrolFacts.idHash(m)));
    DeviceId member =
        DeviceId.parse(
            KeyFolder.read(desk.place().folder().resolve(desk.get(EnrolFacts.idFile(m)))));
    Membership issued =
        desk.use(
            DeviceFacts.serial(signer),
            (hsm, device) -> {
              GroupSigner found =
                  GroupSigner.require(KeyList.read(hsm), desk.get(GroupFacts.UID), device.serial());
              Unlock.logIn(desk, hsm, signer);
              return found.issue(hsm, device, member);
            });
    issued.verify(member, TrustAnchors.known(), EnrolExport.today(desk));
    String name = issued.fileName(member);
    folder.write(name, issued.encode(), true);
    desk.put(EnrolFacts.kdmFile(m), name);
    desk.put(EnrolFacts.kdmHash(m), issued.encode().sha256());
  }

  /** Enters the members: in a new register in this folder, or in the one that goes on. */
  void register(Desk desk) throws ProblemException {
    Optional<Path> path =
        plan.continuesRegister()
            ? Optional.of(Path.of(desk.get(EnrolFacts.REGISTER_PATH)).toAbsolutePath())
            : Optional.empty();
    MemberRegister before =
        path.isPresent() ? MemberRegister.read(path.get()) : MemberRegister.open(group(desk));
    before.require(desk.get(GroupFacts.UID));
    MemberRegister after = before.with(members(desk));
    Bytes hash =
        path.isPresent() ? after.writeOver(path.get()) : after.writeTo(desk.place().folder());
    desk.put(GroupFacts.REGISTER, path.map(Path::toString).orElse(after.fileName()));
    desk.put(GroupFacts.REGISTER_HASH, hash);
  }

  private MemberRegister.Group group(Desk desk) {
    return new MemberRegister.Group(
        desk.get(GroupFacts.UID),
        desk.get(DeviceFacts.serial(signer)),
        desk.get(DeviceFacts.fingerprint(signer)),
        desk.get(Seat.OFFICER.person()),
        desk.place().clock().instant(),
        desk.get(CeremonyState.CEREMONY_ID));
  }

  private List<MemberRegister.Member> members(Desk desk) {
    List<MemberRegister.Member> members = new ArrayList<>();
    for (int m = 1; m <= plan.members(); m++) {
      members.add(
          new MemberRegister.Member(
              desk.get(EnrolFacts.serial(m)),
              desk.get(EnrolFacts.fingerprint(m)),
              desk.get(EnrolFacts.origin(m)),
              desk.get(EnrolFacts.kdmHash(m)),
              desk.get(Seat.OFFICER.person()),
              desk.place().clock().instant(),
              desk.get(CeremonyState.CEREMONY_ID)));
    }
    return members;
  }
}
