// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeySight;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.simulator.Fault;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Section;

class KeyRepairTest {
  private static final String ALL = "1, 3, 4, 5, 6, 7, 8";

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  private DeviceRoom room() throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    room.device(HiddenKeys.device());
    return room;
  }

  private static void answer(DevicePeople people, int times) {
    for (int i = 0; i < times; i++) {
      people
          .answering("keys.chosen", ALL)
          .answering("keyKind[3]", "AES-128")
          .answering("key[1].newId", "a1");
      for (int number : List.of(1, 3, 4, 5, 6, 7)) {
        people.answering("key[" + number + "].label", "Found " + number);
      }
      for (int number : List.of(3, 4, 6)) {
        people.answering("key[" + number + "].newId", "");
      }
      people.answering("key[5].newId", "05").answering("key[7].newId", "07");
    }
  }

  private static DeviceStory repair(DeviceRoom room) {
    DeviceStory story = new DeviceStory(room, List.of(), KeyRepair.ID);
    answer(story, 1);
    return story;
  }

  private static void assertTidy(DeviceRoom room) throws Exception {
    KeyList keys = KeyRoom.list(room, 1);
    assertEquals(Set.of(), keys.leftovers());
    assertEquals(7, keys.keys().size(), "none gone, none more");
    for (StoredKey key : keys.keys()) {
      int number = key.reference().value();
      assertEquals(KeySight.SEEN, KeySight.of(key, keys), "key " + number);
      assertEquals((number == 2 ? "Key " : "Found ") + number, key.label().orElseThrow());
    }
    assertEquals("a1", HiddenKeys.key(room, 1).pkcsId().orElseThrow().toHex());
    assertEquals(new KeySpec.Aes(128), HiddenKeys.key(room, 3).spec().orElseThrow());
  }

  @Test
  void theAgendaIsAsAgreed() throws Exception {
    try (DeviceRoom room = room()) {
      DeviceStory story = repair(room);
      assertEquals(Golden.text("key-repair.agenda"), story.ceremony().canonical());
      assertEquals(Golden.text("key-repair.steps"), Golden.steps(story.refuses()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnUndisturbedRun(Language language) throws Exception {
    try (DeviceRoom room = room()) {
      assertEquals(
          Golden.text("key-repair." + language.tag() + ".transcript"),
          new Told().transcript(repair(room), folder, language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    try (DeviceRoom room = room()) {
      CeremonyState end = repair(room).refuses();
      assertEquals(Set.of(), KeyBackupTest.untold(end, Messages.in(language)));
    }
  }

  @Test
  void everyHiddenKeyIsFoundAndNamedByWhatHidesIt() throws Exception {
    try (DeviceRoom room = room()) {
      CeremonyState end = repair(room).refuses();
      assertEquals(
          List.of(
              "1 NO_DESCRIPTION",
              "2 SAME_ID",
              "3 NO_DESCRIPTION",
              "4 UNREADABLE",
              "5 OTHER_KIND",
              "6 SAME_ID",
              "7 NO_LABEL",
              "8 LEFTOVER"),
          end.facts().get(CheckedKey.UNSEEN).stream()
              .map(key -> key.number() + " " + key.state())
              .toList());
    }
  }

  @Test
  void everyKeyIsSeenAsWhatItIsAndNoneIsChanged() throws Exception {
    try (DeviceRoom room = room()) {
      List<StoredKey> before = KeyRoom.keys(room, 1);
      assertEquals(CeremonyState.Phase.FINISHED, repair(room).refuses().phase());
      assertTidy(room);
      List<StoredKey> after = KeyRoom.keys(room, 1);
      for (int i = 0; i < before.size(); i++) {
        assertEquals(before.get(i).publicKey(), after.get(i).publicKey());
        assertEquals(before.get(i).terms(), after.get(i).terms());
      }
    }
  }

  @Test
  void aDeviceOnWhichEveryKeyIsSeenIsNamedAndNothingIsAsked() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      room.device(KeyStock.source());
      DeviceStory story = new DeviceStory(room, List.of(), KeyRepair.ID);
      assertEquals(CeremonyState.Phase.FINISHED, story.refuses().phase());
      assertFalse(story.asked.contains("pin[1]"));
    }
  }

  @Test
  void refusesLabelsThatNoProgramShouldHaveToShow() throws Exception {
    for (String label : List.of("", "   ", "x".repeat(65), "bell\u0007", "right\u202Eleft")) {
      try (DeviceRoom room = room()) {
        DeviceStory story = repair(room);
        story.instead("key[1].label", label);
        story.refusesA(PlanProblem.class);
      }
    }
  }

  @Test
  void refusesAnIdThatAnotherKeyHas() throws Exception {
    for (String id : List.of("02", " 02 ")) {
      try (DeviceRoom room = room()) {
        DeviceStory story = repair(room);
        story.instead("key[1].newId", id);
        story.refuses(new KeyProblem.KeyIdInUse("02"));
      }
    }
  }

  @Test
  void refusesAnIdThatWasGivenToAnotherKeyBefore() throws Exception {
    try (DeviceRoom room = room()) {
      DeviceStory story = repair(room);
      story.instead("key[4].newId", "A1");
      story.refuses(new KeyProblem.KeyIdInUse("a1"));
    }
  }

  /** A curve's key does not answer as AES does. */
  @Test
  void refusesAKindByWhichTheKeyDoesNotAnswer() throws Exception {
    try (DeviceRoom room = room()) {
      KeyStock.unlocked(
          room,
          1,
          (hsm, device) -> {
            hsm.send(
                new org.keyrite.core.command.DeleteFile(
                    org.keyrite.core.command.FileId.ofCertificate(new KeyId(1))));
            return device;
          });
      DeviceStory story = repair(room).answering("keyKind[1]", "AES-128");
      story.refuses(new KeyProblem.KeyOfAnotherKind(1, "AES-128"));
      assertTrue(HiddenKeys.key(room, 1).isInvisible(), "nothing is written");
    }
  }

  @Test
  void refusesAKeyThatIsAnotherOneMeanwhile() throws Exception {
    try (DeviceRoom room = room()) {
      repair(room)
          .before(
              "keyRepair.name[1]",
              () ->
                  KeyStock.unlocked(
                      room,
                      1,
                      (hsm, device) -> {
                        KeyStock.create(hsm, device, "secp256r1", "Other", 9);
                        KeyDeletion.delete(hsm, new KeyId(1));
                        KeyStock.create(hsm, device, "secp256r1", "Key 1", 1);
                        return device;
                      }))
          .refuses(new KeyProblem.KeyChangedMeanwhile(1));
    }
  }

  @Test
  void doesNotClearAwayWhatBelongsToANewKey() throws Exception {
    try (DeviceRoom room = room()) {
      repair(room)
          .before(
              "keyListing.listed",
              () ->
                  KeyStock.unlocked(
                      room,
                      1,
                      (hsm, device) -> {
                        KeyDeletion.delete(hsm, new KeyId(8));
                        KeyStock.create(hsm, device, "secp256r1", "New", 8);
                        return device;
                      }))
          .refuses(new KeyProblem.KeyExists(8));
      assertEquals("New", HiddenKeys.key(room, 8).label().orElseThrow());
    }
  }

  private static DisturbedRun disturbed() throws Exception {
    return new DisturbedRun(
        KeyRepair.ID,
        Map.of(),
        HiddenKeys.device(),
        people -> answer(people, 2),
        (room, end) -> assertTidy(room));
  }

  static List<Fault> pulls() throws Exception {
    return disturbed().pulls(elsewhere);
  }

  static List<Integer> lines() throws Exception {
    return disturbed().lines(elsewhere);
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void endsAlikeWhereverTheDeviceWasPulled(Fault fault) throws Exception {
    disturbed().pulled(folder, fault);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void endsAlikeWhereverItWasStopped(int line) throws Exception {
    disturbed().stopped(folder, line);
  }

  @Test
  void aLabelInForeignLettersMayStayAndNoOtherMayCome() {
    ListedKey key = new ListedKey(KeySight.SAME_ID.name(), 1, "鍵", "AES-128", "", "");
    Section section = new KeyRepairSteps(List.of(key), List.of(key)).one(key);
    Field label =
        section.steps().stream()
            .flatMap(step -> step instanceof Ask ask ? ask.fields().stream() : Stream.of())
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.empty(), label.refuses("鍵"));
    assertEquals(Optional.empty(), label.refuses("Kagi"));
    assertEquals(Optional.of(new PlanProblem.LettersNotOnPaper("鍵")), label.refuses("鍵 2"));
  }
}
