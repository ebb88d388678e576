// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.journal.JournalFile;

/** Keys of a list go, and the record of the backup says whether the list is what was written. */
class KeyDeleteConfirmedTest {
  @TempDir Path folder;
  @TempDir Path backup;

  private DeviceRoom room() throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    room.device(KeyStock.source());
    return room;
  }

  private static DeviceStory story(DeviceRoom room, Path... proofs) {
    DeviceStory story =
        new DeviceStory(room, List.of(), KeyDelete.ID, "proofs", String.valueOf(proofs.length))
            .answering("keys.chosen", "1, 3")
            .answering("key[1].typed", "Root CA")
            .answering("key[3].typed", "Wein, Weib / Gesang");
    for (int i = 1; i <= proofs.length; i++) {
      story.answering("backup[" + i + "].path", proofs[i - 1].toString());
    }
    return story;
  }

  private static List<KeyCopy.Kind> kinds(CeremonyState end, int number) {
    return end.facts().get(KeyFacts.copies(number)).stream().map(KeyCopy::kind).toList();
  }

  private Path recordedBackup() throws Exception {
    try (DeviceRoom other = new DeviceRoom(backup, 1)) {
      other.device(KeyStock.source());
      DeviceStory story =
          new DeviceStory(other, List.of(), KeyBackup.ID).answering("keys.chosen", "all");
      new Told().run(story, backup, true);
    }
    return backup.resolve(KeyManifest.NAME);
  }

  @ParameterizedTest
  @EnumSource
  void theRecordOfTheBackupConfirmsItsList(Language language) throws Exception {
    Path list = recordedBackup();
    try (DeviceRoom room = room()) {
      CeremonyState end = story(room, list, backup.resolve(JournalFile.NAME)).refuses();
      for (int number : List.of(1, 3)) {
        assertEquals(List.of(KeyCopy.Kind.CONFIRMED), kinds(end, number));
      }
      String told =
          Sentences.value(
              Messages.in(language),
              KeyFacts.copies(1).name(),
              end.facts().texts().get(KeyFacts.copies(1).name()));
      assertTrue(told.contains("backed up on") || told.contains("gesichert am"), told);
      assertFalse(told.contains("anybody can") || told.contains("kann jeder"), told);
    }
  }

  @Test
  void aListThatWasWrittenAnewIsNotConfirmedByTheRecordOfTheBackup() throws Exception {
    Path list = recordedBackup();
    String text = Files.readString(list);
    Files.writeString(list, text.replace("2030-01-02", "2030-06-01"));
    try (DeviceRoom room = room()) {
      CeremonyState end = story(room, list, backup.resolve(JournalFile.NAME)).refuses();
      KeyCopy copy = end.facts().get(KeyFacts.copies(1)).getFirst();
      assertEquals(KeyCopy.Kind.LISTED, copy.kind());
      assertEquals("2030-06-01", copy.when());
    }
  }

  @Test
  void theRecordOfABackupWithoutItsListTellsOfNoCopy() throws Exception {
    recordedBackup();
    try (DeviceRoom room = room()) {
      CeremonyState end = story(room, backup.resolve(JournalFile.NAME)).refuses();
      assertEquals(List.of(), kinds(end, 1));
    }
  }
}
