// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.journal.JournalFile;

/** The keys that were proven on the other device go from the first, where that was planned. */
class MigrateDeletionTest {
  @TempDir static Path elsewhere;
  @TempDir Path folder;
  private DeviceRoom room;

  @BeforeEach
  void open() throws Exception {
    MigrateRoom.Devices devices = MigrateRoom.devices(elsewhere);
    room = MigrateRoom.fill(new DeviceRoom(folder, 2), devices.source(), devices.target());
  }

  @AfterEach
  void close() {
    room.close();
  }

  private DeviceStory story(String readers) {
    DeviceStory story =
        new DeviceStory(
            room, List.of(), XkekMigrate.ID, "readers", readers, "afterwards", XkekMigrate.DELETE);
    story.answering("keys.chosen", "all", "all", "all");
    for (int i = 1; i <= 4; i++) {
      story.answering("key[" + i + "].typed", "Key " + i, "Key " + i);
    }
    return story;
  }

  private List<String> labels(int d) throws Exception {
    return KeyRoom.keys(room, d).stream().map(key -> key.label().orElseThrow()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void whatWasProvenGoes(String readers) throws Exception {
    CeremonyState end = story(readers).refuses();
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(List.of(), labels(1));
    assertEquals(List.of("Key 1", "Key 2", "Key 3"), labels(2));
    assertEquals(3, end.facts().get(KeyDeleteSteps.DONE).size());
    assertEquals(KeyErasure.DELETED, end.facts().get(KeyFacts.deletion(2)));
  }

  @Test
  void nothingGoesWhereNothingWasSaid() throws Exception {
    DeviceStory story =
        new DeviceStory(room, List.of(), XkekMigrate.ID, "readers", "2")
            .answering("keys.chosen", "all");
    assertFalse(story.refuses().facts().has(KeyDeleteSteps.DONE));
    assertEquals(3, KeyRoom.keys(room, 1).size());
  }

  @Test
  void aKeyThatWasNotProvenIsNotOffered() throws Exception {
    KeyStock.unlocked(
        room,
        1,
        (hsm, device) -> {
          List<KeyUse> all = List.of(KeyUse.values());
          KeyStock.create(hsm, device, "AES-128", "Key 4", 4, all, OptionalLong.of(9));
          return device;
        });
    DeviceStory story = story("2");
    CeremonyState end = story.refuses();
    assertEquals(RestoredProof.UNPROVEN, end.facts().get(KeyFacts.outcome(4)));
    assertEquals(List.of("Key 4"), labels(1));
    assertFalse(story.asked.contains("key[4].typed"));
    assertTrue(story.asked.contains("key[3].typed"));
  }

  @Test
  void whereNothingWasProvenItEnds() throws Exception {
    KeyStock.unlocked(
        room,
        1,
        (hsm, device) -> {
          List<KeyUse> all = List.of(KeyUse.values());
          KeyStock.create(hsm, device, "AES-128", "Key 4", 4, all, OptionalLong.of(9));
          return device;
        });
    DeviceStory story =
        new DeviceStory(
                room, List.of(), XkekMigrate.ID, "readers", "2", "afterwards", XkekMigrate.DELETE)
            .answering("keys.chosen", "4");
    assertEquals(CeremonyState.Phase.FINISHED, story.refuses().phase());
    assertEquals(4, KeyRoom.keys(room, 1).size());
    assertFalse(story.asked.contains("pinAgain[1]"));
  }

  @Test
  void aKeyIsNamedBeforeItGoes() throws Exception {
    DeviceStory story = story("2");
    story.instead("key[2].typed", "Key 1");
    story.refuses(new KeyProblem.KeyTypedDiffers("Key 1", "Key 2"));
    assertEquals(List.of("Key 2", "Key 3"), labels(1));
    assertEquals(List.of("Key 1", "Key 2", "Key 3"), labels(2));
  }

  @Test
  void aKeyThatIsAnotherMeanwhileStays() throws Exception {
    DeviceStory story = story("2");
    story.before(
        "keyDelete.delete[2]",
        () ->
            KeyStock.unlocked(
                room,
                1,
                (hsm, device) -> {
                  KeyDeletion.delete(hsm, new KeyId(2));
                  KeyStock.create(hsm, device, "secp256r1", "Key 1", 1);
                  KeyStock.create(hsm, device, "secp256r1", "Key 2", 2);
                  return device;
                }));
    story.refuses(new KeyProblem.KeyChangedMeanwhile(2));
    assertEquals(List.of("Key 1", "Key 2", "Key 3"), labels(1));
  }

  @Test
  void nothingGoesWhoseCopyIsGoneMeanwhile() throws Exception {
    DeviceStory story = story("1");
    story.before("xkekMigrate.copies", () -> KeyStock.delete(room, 2, 2));
    story.refuses(new KeyProblem.KeyMissing(2));
    assertFalse(story.asked.contains("pinAgain[1]"));
    assertEquals(List.of("Key 1", "Key 2", "Key 3"), labels(1));
  }

  private DeviceStory stoppedAfterTheFirst(String readers) throws Exception {
    DeviceStory story = story(readers);
    story.instead("key[2].typed", "Key 1");
    story.refuses(new KeyProblem.KeyTypedDiffers("Key 1", "Key 2"));
    assertEquals(List.of("Key 2", "Key 3"), labels(1));
    story.instead("key[2].typed", "Key 2");
    return story;
  }

  private static long looks(DeviceStory story) {
    return story.journal.entries().stream()
        .filter(entry ->
            entry instanceof Entry.Began began
                && began.step().toString().equals("xkekMigrate.copies"))
        .count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void whereItWasStoppedTheCopiesAreLookedAtAgain(String readers) throws Exception {
    DeviceStory story = stoppedAfterTheFirst(readers);
    assertEquals(CeremonyState.Phase.FINISHED, story.goesOn().phase());
    assertEquals(2, looks(story));
    assertEquals(List.of(), labels(1));
    assertEquals(List.of("Key 1", "Key 2", "Key 3"), labels(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void nothingMoreGoesWhereTheCopiesWereErasedWhileItWasStopped(String readers) throws Exception {
    DeviceStory story = stoppedAfterTheFirst(readers);
    KeyStock.delete(room, 2, 2, 3, 4);
    story.asked.clear();
    story.goesOn(new KeyProblem.KeyMissing(2));
    story.goesOn(new KeyProblem.KeyMissing(2));
    assertEquals(List.of(), story.asked);
    assertEquals(List.of("Key 2", "Key 3"), labels(1));
  }

  @Test
  void onceAllAreDeletedNothingIsLookedAtAgain() throws Exception {
    DeviceStory story = story("1");
    story.before("xkekMigrate.gone", () -> room.remove(1));
    story.refusesA(DeviceProblem.AnotherDevice.class);
    assertEquals(CeremonyState.Phase.FINISHED, story.goesOn().phase());
    assertEquals(1, looks(story));
  }

  @Test
  void whoGivesUpKeepsTheRest() throws Exception {
    DeviceStory story = story("2");
    story
        .before("keyDelete.delete[2]", () -> room.remove(1))
        .then(ways -> {
          room.insert(1);
          return ways.stream()
              .filter(Shell.Way.Abort.class::isInstance)
              .map(way -> (Shell.Way) new Shell.Way.Abort("enough"))
              .findFirst()
              .orElseThrow();
        });
    CeremonyState end = story.refusesA(DeviceProblem.AnotherDevice.class);
    assertEquals(CeremonyState.Phase.ABORTED, end.phase());
    assertEquals(List.of("Key 2", "Key 3"), labels(1));
    assertEquals(List.of("Key 1", "Key 2", "Key 3"), labels(2));
  }

  @Test
  void theRecordOfAFinishedMoveTellsTheOtherCeremonyOfTheCopy() throws Exception {
    DeviceStory move =
        new DeviceStory(room, List.of(), XkekMigrate.ID, "readers", "2")
            .answering("keys.chosen", "all");
    new Told().run(move, folder, true);
    CeremonyState end =
        new DeviceStory(room, List.of(), KeyDelete.ID, "proofs", "1")
            .answering("backup[1].path", folder.resolve(JournalFile.NAME).toString())
            .answering("keys.chosen", "2")
            .answering("key[2].typed", "Key 2")
            .refuses();
    KeyCopy copy = end.facts().get(KeyFacts.copies(2)).getFirst();
    assertEquals(KeyCopy.Kind.RESTORED, copy.kind());
    assertEquals(room.serial(2), copy.where());
    assertEquals(List.of("Key 1", "Key 3"), labels(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"offer", "send", "take"})
  void atTwoSitesItIsPlannedForAnotherCeremony(String visit) {
    DeviceStory story =
        new DeviceStory(
            room, List.of(), XkekMigrate.ID, "visit", visit, "afterwards", XkekMigrate.DELETE);
    assertEquals(
        new PlanProblem.DeletionAtAnotherSite(),
        assertThrows(ProblemException.class, story::ceremony).problem());
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    assertEquals(Set.of(), KeyBackupTest.untold(story("1").refuses(), Messages.in(language)));
  }
}
