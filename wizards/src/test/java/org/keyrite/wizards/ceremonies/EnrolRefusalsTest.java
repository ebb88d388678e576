// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

// Long because each file and device that does not belong has a test of its own.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.problem.DeviceProblem.FirmwareTooOld;
import org.keyrite.core.problem.DeviceProblem.KeyDomainMissing;
import org.keyrite.core.problem.DeviceProblem.KeyDomainUnavailable;
import org.keyrite.core.problem.FileProblem.KeyFileChanged;
import org.keyrite.core.problem.GroupProblem.CertificateForged;
import org.keyrite.core.problem.GroupProblem.CertificateRefusedByDevice;
import org.keyrite.core.problem.GroupProblem.DeviceIdRepeated;
import org.keyrite.core.problem.GroupProblem.DeviceIdSwapped;
import org.keyrite.core.problem.GroupProblem.FileOfGroupRefused;
import org.keyrite.core.problem.GroupProblem.MembersDiffer;
import org.keyrite.core.problem.GroupProblem.MembershipForAnotherDevice;
import org.keyrite.core.problem.GroupProblem.MembershipOfAnotherGroup;
import org.keyrite.core.problem.GroupProblem.NoFilesOfGroup;
import org.keyrite.core.problem.GroupProblem.RecordOfAnotherVisit;
import org.keyrite.core.problem.GroupProblem.RegisterChanged;
import org.keyrite.core.problem.GroupProblem.SignerMadeElsewhere;
import org.keyrite.core.problem.GroupProblem.SignerMissing;
import org.keyrite.core.problem.PinProblem.WrongPin;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedAuthority;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.journal.JournalCheck;

/** What does not belong to a group is refused at once, and it is said which one it is. */
class EnrolRefusalsTest {
  @TempDir Path folder;
  @TempDir Path stick;

  private DeviceRoom room() {
    return new DeviceRoom(folder, 1);
  }

  private static DeviceStory story(DeviceRoom room, String... decided) {
    return new DeviceStory(room, List.of(), DeviceEnrol.ID, decided);
  }

  private static DeviceStory issuing(DeviceRoom room, Path chosen, String... decided) {
    String[] all =
        Stream.concat(Stream.of("visit", "issue"), Stream.of(decided)).toArray(String[]::new);
    return story(room, all).answering("deviceIds.path", chosen.toString());
  }

  private static DeviceStory joining(DeviceRoom room, Path chosen, String... decided) {
    String[] all =
        Stream.concat(Stream.of("visit", "join"), Stream.of(decided)).toArray(String[]::new);
    return story(room, all).answering("memberships.path", chosen.toString());
  }

  /** So many members that are at another site. */
  private List<SimulatedState> members(int count) {
    try (DeviceRoom elsewhere = room()) {
      for (int i = 0; i < count; i++) {
        EnrolRoom.member(elsewhere);
      }
      return elsewhere.hsms.stream().map(hsm -> hsm.state()).toList();
    }
  }

  private static List<Path> made(Path folder, String ending) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static void change(Path file, int at) throws Exception {
    byte[] content = Files.readAllBytes(file);
    content[at] ^= 1;
    Files.write(file, content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"together", "export", "join"})
  void olderFirmwareIsRefusedBeforeAnythingIsDone(String visit) throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.member(room, new Firmware(3, 3));
      SimulatedState before = room.hsm(1).state();
      int signer = EnrolRoom.signer(room);
      Path kdm = EnrolRoom.carryMemberships(stick, room, signer, List.of(before));
      story(room, "visit", visit)
          .answering("memberships.path", kdm.toString())
          .refuses(new FirmwareTooOld("3.3", "3.4"));
      assertEquals(before, room.hsm(1).state());
      assertEquals(List.of(), made(folder, ".id"));
    }
  }

  @Test
  void aMembershipForAnotherDeviceIsRefused() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.member(room);
      int signer = EnrolRoom.signer(room);
      SimulatedState other = members(3).get(2);
      Path kdm = EnrolRoom.carryMemberships(stick, room, signer, List.of(other));
      SimulatedState before = room.hsm(1).state();
      joining(room, kdm).refuses(new MembershipForAnotherDevice(room.serial(1)));
      assertEquals(before, room.hsm(1).state());
    }
  }

  @Test
  void aMembershipOfAnotherGroupIsRefused() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.member(room);
      int signer = EnrolRoom.signer(room);
      Path kdm = EnrolRoom.carryMemberships(stick, room, signer, List.of(room.hsm(1).state()));
      KeyDomainUid meant = new KeyDomainUid(Bytes.fromHex("ab".repeat(32)));
      KeyDomainUid found = Membership.parse(Bytes.of(Files.readAllBytes(kdm))).uid();
      joining(room, kdm, "group", meant.toText())
          .refuses(new MembershipOfAnotherGroup(meant.toText(), found.toText()));
    }
  }

  @Test
  void membershipsOfTwoGroupsAreNotMixed() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.member(room);
      int one = EnrolRoom.signer(room);
      int two = EnrolRoom.signer(room);
      List<SimulatedState> member = List.of(room.hsm(1).state());
      Path kdm = EnrolRoom.carryMemberships(stick, room, one, member);
      EnrolRoom.carryMemberships(stick, room, two, member);
      CeremonyProblems.refused(
          joining(room, kdm), FileOfGroupRefused.class, MembershipOfAnotherGroup.class);
    }
  }

  @Test
  void aMembershipWhoseSignerDoesNotHoldIsNamed() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.member(room);
      int signer = EnrolRoom.signer(room);
      Path kdm = EnrolRoom.carryMemberships(stick, room, signer, List.of(room.hsm(1).state()));
      Membership whole = Membership.parse(Bytes.of(Files.readAllBytes(kdm)));
      String hex = whole.encode().toHex();
      int end = hex.indexOf(whole.device().encode().toHex()) / 2 + whole.device().encode().size();
      change(kdm, end - 1);
      Problem why =
          CeremonyProblems.refused(
              joining(room, kdm), FileOfGroupRefused.class, CertificateForged.class);
      assertEquals(new CertificateForged(whole.device().holder().text()), why);
    }
  }

  @Test
  void aDeviceDoesNotBelieveASignerOfAnotherMaker() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.member(room);
      EnrolRoom.signer(room, SimulatedAuthority.create(new Random(9), DeviceRoom.TODAY));
      story(room).refuses(new CertificateRefusedByDevice("ZZSIMUISSU00001"));
      assertEquals("6a88", room.send(1, "8052000000").toHex());
    }
  }

  @Test
  void aSwappedDeviceIdIsNamed() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      Path file = EnrolRoom.carryIds(stick, members(1));
      DeviceId id = DeviceId.parse(Bytes.of(Files.readAllBytes(file)));
      EnrolRoom.write(file, id.issuer().encode().plus(id.device().encode()));
      issuing(room, file)
          .refuses(new FileOfGroupRefused(file.getFileName().toString(), new DeviceIdSwapped()));
    }
  }

  @Test
  void aForgedDeviceIdIsNamedAmongMany() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      Path last = EnrolRoom.carryIds(stick, members(3));
      DeviceId id = DeviceId.parse(Bytes.of(Files.readAllBytes(last)));
      change(last, id.device().encode().size() - 1);
      issuing(room, last, "members", "3")
          .refuses(
              new FileOfGroupRefused(
                  last.getFileName().toString(),
                  new CertificateForged(id.device().holder().text())));
      assertEquals(List.of(), made(folder, ".kdm"));
    }
  }

  @Test
  void anotherNumberOfDeviceIdsThanPlannedIsRefused() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      Path last = EnrolRoom.carryIds(stick, members(3));
      issuing(room, last, "members", "2").refuses(new MembersDiffer(2, 3));
      Files.copy(last, stick.resolve("copy.id"));
      CeremonyProblems.refused(issuing(room, last, "members", "4"), DeviceIdRepeated.class, null);
    }
  }

  @Test
  void aFolderWithoutSuchFilesIsRefused() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      Path other = Files.writeString(stick.resolve("notes.txt"), "none");
      issuing(room, other).refuses(new NoFilesOfGroup(stick.toString(), ".id"));
      joining(room, other).refuses(new NoFilesOfGroup(stick.toString(), ".kdm"));
    }
  }

  @Test
  void theRecordOfAnotherCeremonyIsRefused() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.member(room);
      DeviceStory stopped = story(room, "visit", "join").answering("memberships.path", "nowhere");
      new Told().run(stopped, stick, true);
    }
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      Path file = EnrolRoom.carryIds(stick, members(1));
      issuing(room, file).refuses(new RecordOfAnotherVisit("journal.jsonl"));
    }
  }

  @Test
  void theRecordOfTheVisitBeforeIsCited() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.member(room);
      new Told().run(story(room, "visit", "export"), stick, true);
    }
    Files.move(made(folder, ".id").getFirst(), stick.resolve("member.id"));
    String hash = JournalCheck.of(stick.resolve("journal.jsonl")).lastHash().toHex();
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      Facts end = issuing(room, stick.resolve("member.id")).refuses().facts();
      assertEquals("T-1 " + hash, end.get(EnrolFacts.VISITS));
    }
    change(stick.resolve("journal.jsonl"), 200);
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      CeremonyProblems.refused(
          issuing(room, stick.resolve("member.id")), FileOfGroupRefused.class, null);
    }
  }

  @Test
  void aDeviceIdThatChangesInBetweenIsNotSigned() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      Path file = EnrolRoom.carryIds(stick, members(1));
      Path kept = folder.resolve(file.getFileName());
      DeviceStory story =
          issuing(room, file).before("deviceEnrol.issue[1]", () -> change(kept, 100));
      story.refuses(new KeyFileChanged(kept.toString()));
      assertEquals(List.of(), made(folder, ".kdm"));
    }
  }

  @Test
  void withAWrongPinNothingIsIssued() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      Path file = EnrolRoom.carryIds(stick, members(1));
      issuing(room, file).answering("pin[1]", "wrong!!").refuses(new WrongPin(2));
      assertEquals(List.of(), made(folder, ".kdm"));
    }
  }

  @Test
  void aSignerThatWasRestoredToAnotherDeviceIsNamed() throws Exception {
    try (DeviceRoom room = KeyRoom.of(folder, 2)) {
      List<WrappedKeyFile> backup = new ArrayList<>();
      KeyStock.unlocked(
          room,
          2,
          (hsm, device) -> {
            Optional<KeyDomainIndex> domain = Optional.of(KeyDomainIndex.FIRST);
            NewKey signer =
                org.keyrite.core.hsm.GroupSigner.newKey("Signer", Bytes.of((byte) 1), domain);
            StoredKey made = new KeyCreation(hsm, device).create(KeyList.read(hsm), signer);
            backup.add(new KeyTransfer(hsm).wrap(made));
            return device;
          });
      room.remove(2);
      KeyStock.unlocked(
          room,
          1,
          (hsm, device) ->
              new KeyTransfer(hsm)
                  .unwrap(KeyList.read(hsm), KeyDomains.read(hsm, device), backup.getFirst()));
      room.remove(1);
      Path file = EnrolRoom.carryIds(stick, members(1));
      issuing(room, file).refuses(new SignerMadeElsewhere(room.serial(1), room.serial(2)));
      assertEquals(List.of(), made(folder, ".kdm"));
    }
  }

  @Test
  void aSignerOfAnotherGroupThanPlannedIsRefused() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      Path file = EnrolRoom.carryIds(stick, members(1));
      KeyDomainUid meant = new KeyDomainUid(Bytes.fromHex("ab".repeat(32)));
      issuing(room, file, "group", meant.toHex())
          .refuses(new SignerMissing(room.serial(1), meant.toText()));
    }
  }

  @Test
  void aChangedRegisterIsNotContinued() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.signer(room);
      Path file = EnrolRoom.carryIds(stick, members(1));
      issuing(room, file).refuses();
      Path register = made(folder, ".jsonl").getFirst();
      change(register, Files.readString(register).indexOf("SIMU") + 6);
      issuing(room, file, "register", "continue")
          .answering("register.path", register.toString())
          .refuses(new RegisterChanged(register.toString(), 1));
    }
  }

  @Test
  void aSlotThatIsTakenOrNotThereIsRefused() throws Exception {
    try (DeviceRoom room = room()) {
      EnrolRoom.member(room);
      story(room, "visit", "export", "domain", "7").refuses(new KeyDomainMissing(7));
      room.send(1, "002000810773656372657431", "80520100010100");
      story(room, "visit", "export").refuses(new KeyDomainUnavailable(0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GENUINE, GENUINE, true",
    "UNKNOWN, GENUINE, true",
    "PICO_HSM, GENUINE, true",
    "GENUINE, UNKNOWN, true",
    "TEST, TEST, true",
    "SIMULATED, SIMULATED, true",
    "TEST, GENUINE, false",
    "TEST, UNKNOWN, false",
    "TEST, SIMULATED, false",
    "SIMULATED, GENUINE, false",
    "SIMULATED, TEST, false",
    "GENUINE, TEST, false",
    "UNKNOWN, SIMULATED, false"
  })
  void testDevicesAndSimulatedOnesAreAmongThemselves(
      String origin, String signers, boolean possible) throws Exception {
    if (possible) {
      GroupOrigins.require("DENK0404144", origin, signers);
    } else {
      assertThrows(
          ProblemException.class, () -> GroupOrigins.require("DENK0404144", origin, signers));
    }
  }

  @ParameterizedTest
  @CsvSource({"UNKNOWN, true", "PICO_HSM, true", "GENUINE, false", "SIMULATED, false"})
  void aDeviceOfAnUnknownMakerNeedsAReason(String origin, boolean needed) throws Exception {
    try (DeviceRoom room = room()) {
      String found = "KEY 1 " + "AB".repeat(32);
      Facts known = Facts.ofTexts(Map.of("signers.found", found, "member[1].origin", origin));
      List<String> issue = steps(story(room, "visit", "issue"), known);
      assertEquals(needed, issue.contains("deviceEnrol.reason[1]"));
      assertTrue(issue.contains("deviceEnrol.serial[1]"));
      Facts carried = Facts.ofTexts(Map.of("issuer.origin", origin));
      List<String> join = steps(story(room, "visit", "join"), carried);
      assertEquals(needed, join.contains("deviceEnrol.reasonIssuer"));
      assertFalse(join.contains("deviceEnrol.serial[1]"));
    }
  }

  private static List<String> steps(DeviceStory story, Facts known) throws Exception {
    return story.ceremony().first().next().next(known).orElseThrow().steps().stream()
        .map(Step::id)
        .map(String::valueOf)
        .toList();
  }

  /** Refusals that hold another one. */
  private static final class CeremonyProblems {
    private CeremonyProblems() {}

    static Problem refused(
        DeviceStory story, Class<? extends Problem> outer, Class<? extends Problem> inner)
        throws ProblemException {
      story.refusesA(outer);
      Problem problem = story.refusals.getFirst();
      if (inner == null) {
        return problem;
      }
      Problem why = ((FileOfGroupRefused) problem).why();
      assertInstanceOf(inner, why);
      return why;
    }
  }
}
