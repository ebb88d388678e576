// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.simulator.Fault;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.journal.JournalFile;

class KeyDeleteTest {
  private static final int IN_WHAT_IS_WRAPPED = 120;

  @TempDir static Path elsewhere;
  @TempDir Path folder;
  @TempDir Path backup;

  private DeviceRoom room() throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    room.device(KeyStock.source());
    return room;
  }

  private static DeviceStory story(DeviceRoom room, Path... proofs) {
    DeviceStory story =
        new DeviceStory(room, List.of(), KeyDelete.ID, "proofs", String.valueOf(proofs.length));
    for (int i = 1; i <= proofs.length; i++) {
      story.answering("backup[" + i + "].path", proofs[i - 1].toString());
    }
    return story;
  }

  private static DeviceStory two(DeviceRoom room, Path... proofs) {
    return story(room, proofs)
        .answering("keys.chosen", "1, 3")
        .answering("key[1].typed", "Root CA")
        .answering("key[3].typed", "Wein, Weib / Gesang");
  }

  private static List<String> labels(DeviceRoom room) throws Exception {
    return KeyStock.keys(room, 1).keys().stream().map(key -> key.label().orElse("")).toList();
  }

  private static List<KeyCopy.Kind> kinds(CeremonyState end, int number) {
    return end.facts().get(KeyFacts.copies(number)).stream().map(KeyCopy::kind).toList();
  }

  @Test
  void theAgendaIsAsAgreed() throws Exception {
    Path list = KeyStock.backup(backup);
    try (DeviceRoom room = room()) {
      DeviceStory story = two(room, list);
      assertEquals(Golden.text("key-delete.agenda"), story.ceremony().canonical());
      assertEquals(Golden.text("key-delete.steps"), Golden.steps(story.refuses()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnUndisturbedRun(Language language) throws Exception {
    Path list = KeyStock.backup(Golden.stick("copies on a stick " + language.tag()));
    try (DeviceRoom room = room()) {
      assertEquals(
          Golden.text("key-delete." + language.tag() + ".transcript"),
          new Told().transcript(two(room, list), folder, language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    Path list = KeyStock.backup(backup);
    try (DeviceRoom room = room()) {
      CeremonyState end = two(room, list).refuses();
      assertEquals(Set.of(), KeyBackupTest.untold(end, Messages.in(language)));
    }
  }

  @Test
  void chosenKeysGoWithAllThatStoodBesideThemAndOthersStayAsTheyWere() throws Exception {
    try (DeviceRoom room = room()) {
      List<StoredKey> before = KeyRoom.keys(room, 1);
      CeremonyState end = two(room).refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(
          List.of(before.get(1), before.get(3)), KeyStock.keys(room, 1).keys(), "as they were");
      assertEquals(Set.of(), KeyStock.keys(room, 1).leftovers());
      assertEquals("deleted", end.facts().get(KeyFacts.outcome(1)));
    }
  }

  @Test
  void saysInClearWordsThatNoBackupIsKnown() throws Exception {
    try (DeviceRoom room = room()) {
      CeremonyState end = two(room).refuses();
      assertEquals(List.of(), end.facts().get(KeyFacts.copies(1)));
      String told =
          org.keyrite.wizards.ceremony.Sentences.value(
              Messages.in(Language.ENGLISH),
              KeyFacts.copies(1).name(),
              end.facts().texts().get(KeyFacts.copies(1).name()));
      assertTrue(told.startsWith("NO BACKUP KNOWN"), told);
    }
  }

  @Test
  void showsTheBackupOfEachKeyByItsPublicHalfOrItsAnswer() throws Exception {
    Path list = KeyStock.backup(backup);
    try (DeviceRoom room = room()) {
      CeremonyState end = two(room, list).refuses();
      for (int number : List.of(1, 3)) {
        KeyCopy copy = end.facts().get(KeyFacts.copies(number)).getFirst();
        assertEquals(KeyCopy.Kind.LISTED, copy.kind(), "key " + number);
        assertEquals("2030-01-02", copy.when());
        assertEquals(KeyStock.kcv(), copy.detail());
      }
    }
  }

  /** A key with the name of another is no copy of it. */
  @Test
  void aBackupOfAnotherKeyWithTheSameNameIsNoCopy() throws Exception {
    Path list;
    try (DeviceRoom other = new DeviceRoom(backup, 1)) {
      other.device(KeyStock.empty(1, KeyStock.FILLING));
      KeyStock.unlocked(
          other,
          1,
          (hsm, device) -> {
            KeyStock.create(hsm, device, "AES-256", "Wein, Weib / Gesang", 3);
            KeyStock.create(hsm, device, "secp256r1", "Root CA", 1);
            return device;
          });
      new DeviceStory(other, List.of(), KeyBackup.ID).answering("keys.chosen", "all").refuses();
      list = backup.resolve(KeyManifest.NAME);
    }
    try (DeviceRoom room = room()) {
      CeremonyState end = two(room, list).refuses();
      assertEquals(List.of(), kinds(end, 1), "another public half");
      assertEquals(List.of(KeyCopy.Kind.SAME_NAME), kinds(end, 3), "another answer");
    }
  }

  /** The public half beside what is wrapped is as it was; what is wrapped is not. */
  @ParameterizedTest
  @EnumSource
  void aFileThatNobodyTriedIsNotCalledABackup(Language language) throws Exception {
    Path list = KeyStock.backup(backup);
    KeySource first = KeySource.read(List.of(list)).getFirst();
    Path file = Path.of(first.seen().path());
    byte[] content = Files.readAllBytes(file);
    content[IN_WHAT_IS_WRAPPED] ^= 1;
    Files.write(file, content);
    try (DeviceRoom room = room()) {
      CeremonyState end = two(room, file).refuses();
      assertEquals(List.of(KeyCopy.Kind.IN_FILE), kinds(end, 1));
      String told =
          org.keyrite.wizards.ceremony.Sentences.value(
              Messages.in(language),
              KeyFacts.copies(1).name(),
              end.facts().texts().get(KeyFacts.copies(1).name()));
      assertTrue(told.contains("nobody has tried") || told.contains("niemand versucht"), told);
      assertFalse(told.contains("backed up") || told.contains("gesichert"), told);
    }
  }

  @Test
  void theRecordOfAProvenRestorationIsShownAsACopy() throws Exception {
    Path list = KeyStock.backup(backup);
    Path target = Files.createDirectory(backup.resolve("target"));
    String restoredOn;
    try (DeviceRoom other = new DeviceRoom(target, 1)) {
      other.device(KeyStock.empty(2, KeyStock.FILLING));
      restoredOn = other.serial(1);
      DeviceStory restore =
          new DeviceStory(other, List.of(), KeyRestore.ID)
              .answering("backup[1].path", list.toString())
              .answering("keys.chosen", "all");
      new Told().run(restore, target, true);
    }
    Path record = target.resolve(JournalFile.NAME);
    try (DeviceRoom room = room()) {
      CeremonyState end = two(room, record, list).refuses();
      assertEquals(List.of(KeyCopy.Kind.RESTORED, KeyCopy.Kind.LISTED), kinds(end, 1));
      KeyCopy copy = end.facts().get(KeyFacts.copies(1)).getFirst();
      assertEquals(restoredOn, copy.where());
      assertEquals("2030-01-02", copy.when());
      assertEquals(record.toString(), copy.detail());
      assertEquals(List.of("root ca", "Stays"), labels(room));
    }
  }

  /** On the device itself the key is no copy of itself. */
  @Test
  void aRestorationToTheSameDeviceIsNoCopy() throws Exception {
    Path list = KeyStock.backup(backup);
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      room.device(KeyStock.empty(2, KeyStock.FILLING));
      DeviceStory restore =
          new DeviceStory(room, List.of(), KeyRestore.ID)
              .answering("backup[1].path", list.toString())
              .answering("keys.chosen", "all");
      new Told().run(restore, folder, true);
      CeremonyState end = two(room, folder.resolve(JournalFile.NAME)).refuses();
      assertEquals(List.of(), kinds(end, 1));
    }
  }

  @Test
  void aDeviceWithoutKeysIsNamedAndNothingIsAsked() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      room.device(KeyStock.empty(1, KeyStock.FILLING));
      DeviceStory story = story(room);
      assertEquals(CeremonyState.Phase.FINISHED, story.refuses().phase());
      assertFalse(story.asked.contains("pin[1]"));
    }
  }

  private static DisturbedRun disturbed() throws Exception {
    return new DisturbedRun(
        KeyDelete.ID,
        Map.of(),
        KeyStock.source(),
        people ->
            people
                .answering("keys.chosen", "1, 3", "1, 3")
                .answering("key[1].typed", "Root CA", "Root CA")
                .answering("key[3].typed", "Wein, Weib / Gesang", "Wein, Weib / Gesang"),
        (room, end) -> {
          assertEquals(List.of("root ca", "Stays"), labels(room));
          assertEquals(Set.of(), KeyStock.keys(room, 1).leftovers(), "nothing half deleted");
        });
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
}
