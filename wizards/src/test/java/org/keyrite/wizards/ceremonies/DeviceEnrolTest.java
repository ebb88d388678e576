// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;

/** Devices join a group, in one room and by stick. */
class DeviceEnrolTest {
  @TempDir Path folder;
  @TempDir Path stick;

  private static DeviceStory story(DeviceRoom room, String... decided) {
    return new DeviceStory(room, List.of(), DeviceEnrol.ID, decided);
  }

  private static CeremonyState finished(DeviceStory story) throws ProblemException {
    CeremonyState end = story.refuses();
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    return end;
  }

  private DeviceRoom together(int members) throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    for (int m = 1; m <= members; m++) {
      EnrolRoom.member(room);
    }
    EnrolRoom.signer(room);
    return room;
  }

  /** What a device shows of its first key domain, without the UID. */
  private static String uid(DeviceRoom room, int d) {
    Bytes answer = room.send(d, "8052000000");
    return answer.size() == 44 ? answer.slice(10, 42).toHex().toUpperCase() : answer.toHex();
  }

  @ParameterizedTest
  @CsvSource({"together", "export", "issue", "join"})
  void theAgendaIsAsAgreed(String visit) throws Exception {
    try (DeviceRoom room = together(2)) {
      assertEquals(
          Golden.text("device-enrol-" + visit + ".agenda"),
          story(room, "visit", visit, "members", "2").ceremony().canonical());
    }
  }

  @Test
  void theStepsAreAsAgreed() throws Exception {
    try (DeviceRoom room = together(2)) {
      assertEquals(
          Golden.text("device-enrol.steps"), Golden.steps(finished(story(room, "members", "2"))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnUndisturbedRun(Language language) throws Exception {
    try (DeviceRoom room = together(1)) {
      assertEquals(
          Golden.text("device-enrol." + language.tag() + ".transcript"),
          new Told().transcript(story(room), folder, language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    try (DeviceRoom room = together(2)) {
      CeremonyState end = finished(story(room, "members", "2"));
      assertEquals(Set.of(), KeyBackupTest.untold(end, Messages.in(language)));
    }
  }

  @Test
  void threeDevicesJoinInOneRoomWithOneReader() throws Exception {
    try (DeviceRoom room = together(3)) {
      Facts end = finished(story(room, "members", "3")).facts();
      KeyDomainUid uid = end.get(GroupFacts.UID);
      for (int m = 1; m <= 3; m++) {
        assertEquals(uid.toHex(), uid(room, m));
        assertEquals("IN 0 " + uid.toHex(), end.get(EnrolFacts.domain(m)));
        assertTrue(Files.exists(folder.resolve(end.get(EnrolFacts.idFile(m)))));
        assertTrue(Files.exists(folder.resolve(end.get(EnrolFacts.kdmFile(m)))));
      }
      MemberRegister register = MemberRegister.read(folder.resolve(end.get(GroupFacts.REGISTER)));
      assertEquals(3, register.members().size());
      assertEquals(room.serial(2), register.members().get(1).serial());
      assertEquals(end.get(EnrolFacts.kdmHash(2)), register.members().get(1).membership());
    }
  }

  @Test
  void thePlannedSlotIsTheOneThatIsSetUp() throws Exception {
    try (DeviceRoom room = together(1)) {
      finished(story(room, "domain", "1"));
      assertEquals("6a88", uid(room, 1));
    }
  }

  @Test
  void theRegisterGoesOnInTheSameFile() throws Exception {
    Path register;
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      EnrolRoom.member(room);
      EnrolRoom.signer(room);
      register = folder.resolve(finished(story(room)).facts().get(GroupFacts.REGISTER));
    }
    Path kept = Files.copy(register, stick.resolve("our-members.jsonl"));
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      EnrolRoom.member(room, 777, Firmware.CURRENT);
      EnrolRoom.signer(room);
      finished(story(room, "register", "continue").answering("register.path", kept.toString()));
    }
    MemberRegister read = MemberRegister.read(kept);
    assertEquals(2, read.members().size());
    assertFalse(read.members().get(0).serial().equals(read.members().get(1).serial()));
  }
}
