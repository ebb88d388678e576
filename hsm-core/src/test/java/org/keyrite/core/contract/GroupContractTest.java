// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

// Long because signer, membership and member are one contract.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.ClearKeyEncryptionKey;
import org.keyrite.core.command.CreateXkekDomain;
import org.keyrite.core.command.DeleteKeyDomain;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.command.SelectPublicKey;
import org.keyrite.core.command.VerifyCertificate;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.cvc.HolderReference;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.GroupMember;
import org.keyrite.core.hsm.GroupSigner;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.FirmwareTooOld;
import org.keyrite.core.problem.DeviceProblem.KeyDomainUnavailable;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.GroupProblem.CertificateRefusedByDevice;
import org.keyrite.core.problem.GroupProblem.DomainOfAnotherGroup;
import org.keyrite.core.problem.GroupProblem.MembershipForAnotherDevice;
import org.keyrite.core.problem.GroupProblem.MembershipRefusedByDevice;
import org.keyrite.core.problem.GroupProblem.SignerMissing;
import org.keyrite.core.problem.GroupProblem.SignerRequestMissing;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedAuthority;
import org.keyrite.core.simulator.SimulatedState;

/** Group signers, memberships, and devices that join. */
final class GroupContractTest {
  private static final SimulatedAuthority AUTHORITY =
      SimulatedAuthority.create(new Random(1), Desk.DAY);
  private static final KeyDomainIndex SECOND = new KeyDomainIndex(1);

  /** A device with a group signer, and one without anything. */
  private static SimulatedState holder;

  private static SimulatedState member;
  private static Membership membership;

  @BeforeAll
  static void prepare() throws ProblemException {
    Desk desk = ready(virgin(Firmware.CURRENT, 2));
    DeviceInfo device = desk.hsm().identify();
    desk.verify(Desk.PIN);
    signer(desk.hsm(), device, "Signer");
    holder = desk.device.state();
    member = ready(virgin(Firmware.CURRENT, 3)).device.state();
    membership = issueFor(deviceId(member));
  }

  private static SimulatedState virgin(Firmware firmware, int seed) {
    return SimulatedState.create(AUTHORITY, firmware, new Random(seed), Desk.DAY);
  }

  private static Desk ready(SimulatedState state) throws ProblemException {
    Desk desk = Desk.with(state);
    desk.hsm().select();
    desk.initialise(Desk.USUAL, new KeyDomainSetup.KeyDomains(4));
    return desk;
  }

  private static GroupSigner signer(SmartCardHsm hsm, DeviceInfo device, String label)
      throws ProblemException {
    return GroupSigner.require(
        new KeyCreation(hsm, device)
            .create(
                KeyList.read(hsm),
                GroupSigner.newKey(label, Bytes.of((byte) label.length()), Optional.empty())));
  }

  private static DeviceId deviceId(SimulatedState state) throws ProblemException {
    return DeviceId.of(Desk.with(state).hsm().identify().certificates());
  }

  private static Membership issueFor(DeviceId member) throws ProblemException {
    Desk desk = Desk.with(holder);
    DeviceInfo device = desk.hsm().identify();
    desk.verify(Desk.PIN);
    GroupSigner signer = GroupSigner.find(KeyList.read(desk.hsm())).getFirst();
    return signer.issue(desk.hsm(), device, member);
  }

  private static GroupMember loggedIn(Desk desk) throws ProblemException {
    DeviceInfo device = desk.hsm().identify();
    desk.verify(Desk.PIN);
    return new GroupMember(desk.hsm(), device);
  }

  @Test
  void whatIsIssuedHoldsAndIsOfTheSimulation() throws ProblemException {
    Membership read = Membership.parse(membership.encode());
    assertEquals(membership, read);
    assertEquals(
        Origin.SIMULATED, read.verify(deviceId(member), TrustAnchors.known(), Desk.DAY).origin());
  }

  @Test
  void aMemberJoinsAndShowsTheGroup() throws ProblemException {
    Desk desk = Desk.with(member);
    KeyDomainStatus status = loggedIn(desk).join(SECOND, membership);
    assertTrue(status.isExchanged());
    assertFalse(status.hasKey());
    assertEquals(Optional.of(membership.uid()), status.group());
    assertTrue(loggedIn(desk).isIn(SECOND, membership.uid()));
    assertFalse(loggedIn(desk).isIn(KeyDomainIndex.FIRST, membership.uid()));
  }

  @Test
  void theSignersDeviceJoinsItself() throws ProblemException {
    Membership own = issueFor(deviceId(holder));
    Desk desk = Desk.with(holder);
    assertEquals(Optional.of(own.uid()), loggedIn(desk).join(KeyDomainIndex.FIRST, own).group());
  }

  @Test
  void aSecondGroupGetsADomainOfItsOwn() throws ProblemException {
    Desk desk = ready(virgin(Firmware.CURRENT, 6));
    DeviceInfo device = desk.hsm().identify();
    desk.verify(Desk.PIN);
    Membership first =
        signer(desk.hsm(), device, "One").issue(desk.hsm(), device, deviceId(member));
    Membership second =
        signer(desk.hsm(), device, "Other").issue(desk.hsm(), device, deviceId(member));
    assertEquals(2, GroupSigner.find(KeyList.read(desk.hsm())).size());
    Desk joining = Desk.with(member);
    loggedIn(joining).join(SECOND, first);
    assertRefused(new KeyDomainUnavailable(1), () -> loggedIn(joining).join(SECOND, second));
    loggedIn(joining).join(new KeyDomainIndex(2), second);
    assertRefused(
        new DomainOfAnotherGroup(1, second.uid().toText(), first.uid().toText()),
        () -> loggedIn(joining).requireIn(SECOND, second.uid()));
  }

  @Test
  void aMembershipForAnotherIsRefusedHereAndByTheDevice() throws ProblemException {
    Desk desk = Desk.with(holder);
    String serial = deviceId(holder).serial();
    assertRefused(
        new MembershipForAnotherDevice(serial),
        () -> loggedIn(desk).join(KeyDomainIndex.FIRST, membership));
    GroupMember wrong = loggedIn(desk);
    believe(wrong.hsm());
    assertRefused(
        new MembershipRefusedByDevice("6985"),
        () -> wrong.hsm().send(new CreateXkekDomain(KeyDomainIndex.FIRST, membership)));
  }

  private static void believe(SmartCardHsm hsm) throws ProblemException {
    assertTrue(hsm.send(new SelectPublicKey(membership.issuer().issuer())));
    hsm.send(new VerifyCertificate(membership.issuer()));
    assertTrue(hsm.send(new SelectPublicKey(membership.issuer().holder())));
    hsm.send(new VerifyCertificate(membership.device()));
    assertTrue(hsm.send(new SelectPublicKey(membership.device().holder())));
  }

  @Test
  void aSignerOfAnotherRootIsNotBelievedByTheDevice() throws ProblemException {
    SimulatedAuthority foreign = SimulatedAuthority.create(new Random(9), Desk.DAY);
    SimulatedState state =
        SimulatedState.create(foreign, Firmware.CURRENT, new Random(4), Desk.DAY);
    Desk there = ready(state);
    DeviceInfo device = there.hsm().identify();
    there.verify(Desk.PIN);
    GroupSigner signer = signer(there.hsm(), device, "Foreign");
    Membership issued = signer.issue(there.hsm(), device, deviceId(member));
    Desk desk = Desk.with(member);
    assertRefused(
        new CertificateRefusedByDevice(issued.issuer().holder().text()),
        () -> loggedIn(desk).join(SECOND, issued));
    assertEquals(new KeyDomainSlot.Undefined(), desk.hsm().send(new QueryKeyDomain(SECOND)));
  }

  @Test
  void joiningNeedsTheDeviceUnlocked() throws ProblemException {
    Desk desk = Desk.with(member);
    GroupMember locked = new GroupMember(desk.hsm(), desk.hsm().identify());
    assertRefused(new NotLoggedIn(), () -> locked.join(SECOND, membership));
    GroupMember unlocked = loggedIn(desk);
    assertRefused(
        new KeyDomainUnavailable(9), () -> unlocked.join(new KeyDomainIndex(9), membership));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.4", "3.3"})
  void olderFirmwareIsRefusedBeforeAnythingIsSent(String version) throws ProblemException {
    Firmware firmware = new Firmware(version.charAt(0) - '0', version.charAt(2) - '0');
    Desk desk = Desk.with(virgin(firmware, 5));
    AtomicInteger sent = new AtomicInteger();
    DeviceInfo old = desk.hsm().identify();
    SmartCardHsm watched = new SmartCardHsm(desk.channel(sent::incrementAndGet));
    assertRefused(
        new FirmwareTooOld(version, "3.4"),
        () -> new GroupMember(watched, old).join(SECOND, membership));
    assertEquals(0, sent.get());
  }

  @Test
  void keysOfOtherKindsAreNoGroupSigners() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    desk.create(KeyDesk.key("secp256r1", 1));
    AllowedAlgorithms agreeing = new AllowedAlgorithms(Bytes.of((byte) Algorithm.ECDH.id()));
    desk.create(
        KeyDesk.key(
            "brainpoolP256r1", 3, new KeyTerms(agreeing, Optional.empty(), OptionalLong.empty())));
    assertEquals(List.of(), GroupSigner.find(desk.list()));
    KeyList keys = desk.list();
    assertRefused(new SignerRequestMissing(1), () -> GroupSigner.require(keys.get(new KeyId(1))));
    DeviceInfo device = desk.hsm().identify();
    assertRefused(
        new SignerMissing(device.serial().text(), membership.uid().toText()),
        () -> GroupSigner.require(keys, membership.uid(), device.serial()));
  }

  @Test
  void aKeyOfSomebodyElsesToolIsFoundToo() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    desk.create(
        KeyDesk.key(
            "brainpoolP256r1",
            1,
            new KeyTerms(AllowedAlgorithms.ALL, Optional.empty(), OptionalLong.empty())));
    DeviceInfo device = desk.hsm().identify();
    desk.desk().verify(Desk.PIN);
    GroupSigner signer = GroupSigner.find(desk.list()).getFirst();
    DeviceId member = deviceId(GroupContractTest.member);
    assertTrue(signer.issue(desk.hsm(), device, member).isFor(member));
  }

  @Test
  void aKeyThatSignsMessagesOnlyIssuesToo() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    AllowedAlgorithms hashing = new AllowedAlgorithms(Bytes.of((byte) Algorithm.ECDSA_SHA256.id()));
    desk.create(
        KeyDesk.key(
            "brainpoolP256r1", 1, new KeyTerms(hashing, Optional.empty(), OptionalLong.empty())));
    DeviceInfo device = desk.hsm().identify();
    desk.desk().verify(Desk.PIN);
    DeviceId member = deviceId(GroupContractTest.member);
    GroupSigner signer = GroupSigner.find(desk.list()).getFirst();
    assertTrue(signer.issue(desk.hsm(), device, member).isFor(member));
  }

  @Test
  void anEmptyDomainOfAGroupIsClearedAndDeleted() throws ProblemException {
    Desk desk = Desk.with(member);
    SmartCardHsm hsm = loggedIn(desk).hsm();
    loggedIn(desk).join(SECOND, membership);
    hsm.send(new ClearKeyEncryptionKey(SECOND));
    assertTrue(new GroupMember(hsm, deviceInfo(desk)).isIn(SECOND, membership.uid()));
    desk.verify(Desk.PIN);
    hsm.send(new DeleteKeyDomain(SECOND));
    assertEquals(new KeyDomainSlot.Undefined(), hsm.send(new QueryKeyDomain(SECOND)));
  }

  private static DeviceInfo deviceInfo(Desk desk) throws ProblemException {
    return desk.hsm().identify();
  }

  @Test
  void aDevicePulledWhileItJoinsHasTheDomainOrNot() throws ProblemException {
    AtomicInteger commands = new AtomicInteger();
    Desk undisturbed = Desk.with(member);
    SmartCardHsm counted = new SmartCardHsm(undisturbed.channel(commands::incrementAndGet));
    DeviceInfo device = counted.identify();
    undisturbed.verify(Desk.PIN);
    new GroupMember(counted, device).join(SECOND, membership);
    for (int command = 1; command <= commands.get(); command++) {
      for (Fault fault : List.of(new Fault.PulledBefore(command), new Fault.PulledAfter(command))) {
        Desk desk = Desk.with(member, fault);
        assertRefused(new DeviceGone(Desk.READER), () -> loggedIn(desk).join(SECOND, membership));
        desk.card.insert();
        desk.connect();
        GroupMember again = loggedIn(desk);
        if (!again.isIn(SECOND, membership.uid())) {
          again.join(SECOND, membership);
        }
        again.requireIn(SECOND, membership.uid());
        assertEquals(
            Set.of(membership.uid()),
            Set.of(
                ((KeyDomainSlot.Defined) desk.hsm().send(new QueryKeyDomain(SECOND)))
                    .status()
                    .group()
                    .orElseThrow()));
      }
    }
  }

  @Test
  void aStrangerIsNotKnown() throws ProblemException {
    SmartCardHsm hsm = loggedIn(Desk.with(member)).hsm();
    assertFalse(hsm.send(new SelectPublicKey(new HolderReference("DESRCACC100001"))));
  }
}
