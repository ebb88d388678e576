// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.device.DeviceIdentity;

/** What a check of a device says about who is in its group. */
class DeviceCheckMembersTest {
  @TempDir static Path elsewhere;
  @TempDir Path folder;
  private DeviceRoom room;
  private MigrateRoom.Devices devices;

  @BeforeEach
  void open() throws Exception {
    devices = MigrateRoom.devices(elsewhere);
    room = new DeviceRoom(folder, 2);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private DeviceStory checking(String... decided) {
    return new DeviceStory(room, List.of(), DeviceCheck.ID, decided) {
      @Override
      public DeviceIdentity await(AwaitDevice await, CeremonyState state) {
        room.insert(1);
        return room.identity(1);
      }
    };
  }

  private CeremonyState checkedWith(MemberRegister register) throws Exception {
    register.writeTo(Files.createDirectories(folder.resolve("stick")));
    Path file = folder.resolve("stick").resolve(register.fileName());
    return checking("groupMembers", "fromRegister")
        .answering("register.path", file.toString())
        .before("deviceCheck.read", () -> Files.delete(file))
        .refuses();
  }

  private KeyDomainUid group() throws Exception {
    room.insert(1);
    return room.devices.use(
        room.serial(1),
        (hsm, device) ->
            ((KeyDomainSlot.Defined) KeyDomains.read(hsm, device).slots().getFirst())
                .status()
                .group()
                .orElseThrow());
  }

  private Bytes fingerprint(int d) throws Exception {
    room.insert(d);
    return room.devices.use(
        room.serial(d), (hsm, device) -> device.certificates().device().encode().sha256());
  }

  private MemberRegister register(KeyDomainUid group, MemberRegister.Member... members) {
    Instant when = Instant.parse("2030-01-02T03:04:05Z");
    return MemberRegister.open(
            new MemberRegister.Group(group, "SIMU1", Bytes.of((byte) 1), "Olga", when, "T-0"))
        .with(List.of(members));
  }

  private static MemberRegister.Member member(String serial, Bytes fingerprint, String who) {
    Instant when = Instant.parse("2030-05-06T23:59:59Z");
    Bytes membership = Bytes.of(serial.getBytes(StandardCharsets.US_ASCII)).sha256();
    return new MemberRegister.Member(
        serial, fingerprint, "SIMULATED", membership, who, when, "T-1");
  }

  private static String told(CeremonyState end) {
    return Sentences.value(
        Messages.in(Language.ENGLISH), "device.members", end.facts().texts().get("device.members"));
  }

  @Test
  void aCheckWithTheRegisterShowsTheMembersOfTheGroup() throws Exception {
    MigrateRoom.fill(room, devices.source(), devices.target());
    MemberRegister register =
        register(
            group(),
            member(room.serial(2), fingerprint(2), "Officer, Olga"),
            member(room.serial(1), fingerprint(1), "Olga Officer"));
    CeremonyState end = checkedWith(register);
    assertEquals(
        room.serial(2)
            + " (key domain 0, let in on 2030-05-06 by Officer, Olga), "
            + room.serial(1)
            + ", this device (key domain 0, let in on 2030-05-06 by Olga Officer)",
        told(end).replace('\u00a0', ' '));
    assertEquals(
        List.of(KnownMember.MEMBER, KnownMember.THIS),
        end.facts().get(KnownMember.TOLD).stream().map(KnownMember::state).toList());
    Path copy = folder.resolve(register.fileName());
    assertEquals(register.encode(), Bytes.of(Files.readAllBytes(copy)));
    assertEquals(register.encode().sha256(), end.facts().get(GroupFacts.REGISTER_HASH));
  }

  @Test
  void aDeviceThatTheRegisterDoesNotHaveIsNamed() throws Exception {
    MigrateRoom.fill(room, devices.source(), devices.target());
    CeremonyState end =
        checkedWith(
            register(
                group(),
                member(room.serial(1), fingerprint(2), "Olga"),
                member(room.serial(2), fingerprint(2), "Olga")));
    assertEquals(
        List.of(KnownMember.OTHER_CERTIFICATE, KnownMember.MEMBER, KnownMember.NOT_LISTED),
        end.facts().get(KnownMember.TOLD).stream().map(KnownMember::state).toList());
  }

  @Test
  void theRegisterOfAnotherGroupSaysNothingOfThisOne() throws Exception {
    MigrateRoom.fill(room, devices.source());
    KeyDomainUid other = new KeyDomainUid(Bytes.of(new byte[KeyDomainUid.SIZE]));
    CeremonyState end =
        checkedWith(register(other, member(room.serial(1), fingerprint(1), "Olga")));
    assertEquals(
        "key domain 0: the register that was chosen is that of another group; "
            + MemberRegister.fileName(group())
            + " is the one of this group",
        told(end));
  }

  @Test
  void withoutARegisterACheckSaysWhichOneShowsTheMembers() throws Exception {
    MigrateRoom.fill(room, devices.source());
    assertEquals(
        "key domain 0: a device does not know who is in its group; a check that is planned with"
            + " the register "
            + MemberRegister.fileName(group())
            + " shows it",
        told(checking().refuses()));
  }

  @Test
  void aRegisterThatWasChangedIsRefused() throws Exception {
    MigrateRoom.fill(room, devices.source());
    MemberRegister register =
        register(
            group(),
            member("SIMU0000001", fingerprint(1), "Olga"),
            member("SIMU0000002", fingerprint(1), "Olga"));
    String text = new String(register.encode().toByteArray(), StandardCharsets.UTF_8);
    Path file =
        Files.writeString(
            folder.resolve("changed.jsonl"), text.replace("SIMU0000001", "SIMU1000001"));
    checking("groupMembers", "fromRegister")
        .answering("register.path", file.toString())
        .refusesA(GroupProblem.RegisterChanged.class);
  }
}
