// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.wizards.journal.JournalFile;

class KeyDeleteRefusalsTest {
  @TempDir Path folder;
  @TempDir Path backup;

  private DeviceRoom room() throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    room.device(KeyStock.source());
    return room;
  }

  private static DeviceStory delete(DeviceRoom room, String... decided) {
    return new DeviceStory(room, List.of(), KeyDelete.ID, decided)
        .answering("keys.chosen", "1")
        .answering("key[1].typed", "Root CA");
  }

  private static void assertAllThere(DeviceRoom room) throws Exception {
    assertEquals(4, KeyRoom.keys(room, 1).size());
  }

  @Test
  void refusesANameThatIsNotExactlyThatOfTheKey() throws Exception {
    for (String typed : List.of("root ca", "Root C", "1", "Root CA 2", "yes")) {
      try (DeviceRoom room = room()) {
        DeviceStory story =
            new DeviceStory(room, List.of(), KeyDelete.ID)
                .answering("keys.chosen", "1")
                .answering("key[1].typed", typed);
        story.refuses(new KeyProblem.KeyTypedDiffers(typed, "Root CA"));
        assertAllThere(room);
      }
    }
  }

  @Test
  void keysAreNeverChosenAllAtOnce() throws Exception {
    for (String typed : List.of("all", "alle", "9", "1-3", "0")) {
      try (DeviceRoom room = room()) {
        new DeviceStory(room, List.of(), KeyDelete.ID)
            .answering("keys.chosen", typed)
            .refuses(new KeyProblem.NoSuchKeys(typed));
        assertAllThere(room);
      }
    }
  }

  @Test
  void refusesAKeyThatAnotherProgramChangedMeanwhile() throws Exception {
    try (DeviceRoom room = room()) {
      delete(room)
          .before(
              "keyDelete.confirm[1]",
              () ->
                  KeyStock.unlocked(
                      room,
                      1,
                      (hsm, device) -> {
                        // What the first new key of a simulated device is, the old one was.
                        KeyStock.create(hsm, device, "secp256r1", "Other", 9);
                        KeyDeletion.delete(hsm, new KeyId(1));
                        KeyStock.create(hsm, device, "secp256r1", "Root CA", 1);
                        KeyDeletion.delete(hsm, new KeyId(5));
                        return device;
                      }))
          .refuses(new KeyProblem.KeyChangedMeanwhile(1));
      assertAllThere(room);
    }
  }

  @Test
  void namesAKeyThatAnotherProgramDeletedMeanwhile() throws Exception {
    try (DeviceRoom room = room()) {
      delete(room)
          .before("keyDelete.confirm[1]", () -> KeyStock.delete(room, 1, 1))
          .refuses(new KeyProblem.KeyMissing(1));
    }
  }

  @Test
  void namesAnotherKeyThatWentMeanwhile() throws Exception {
    try (DeviceRoom room = room()) {
      delete(room)
          .before("keyDelete.compare", () -> KeyStock.delete(room, 1, 2))
          .refuses(new KeyProblem.KeyChangedMeanwhile(2));
    }
  }

  @Test
  void aWrongPinDeletesNothingAndIsAskedAgain() throws Exception {
    try (DeviceRoom room = room()) {
      delete(room).answering("pin[1]", "wrong-pin").refuses(new PinProblem.WrongPin(2));
      assertAllThere(room);
    }
  }

  @Test
  void refusesAListWhoseFileIsNotAsItWas() throws Exception {
    Path list = KeyStock.backup(backup);
    Path file = backup.resolve("Root-CA-1.wky");
    byte[] content = Files.readAllBytes(file);
    content[60] ^= 1;
    Files.write(file, content);
    try (DeviceRoom room = room()) {
      delete(room, "proofs", "1")
          .answering("backup[1].path", list.toString())
          .refuses(new FileProblem.KeyFileChanged(file.toString()));
      assertAllThere(room);
    }
  }

  @Test
  void refusesAListThatWasExchangedAfterItWasRead() throws Exception {
    Path list = KeyStock.backup(backup);
    try (DeviceRoom room = room()) {
      delete(room, "proofs", "1")
          .answering("backup[1].path", list.toString())
          .before("keyListing.await", () -> Files.writeString(list, Files.readString(list) + "\n"))
          .refuses(new FileProblem.KeyFileChanged(list.toString()));
      assertAllThere(room);
    }
  }

  private Path recordOfBackup() throws Exception {
    try (DeviceRoom other = new DeviceRoom(backup, 1)) {
      other.device(KeyStock.source());
      DeviceStory story =
          new DeviceStory(other, List.of(), KeyBackup.ID).answering("keys.chosen", "all");
      new Told().run(story, backup, true);
    }
    return backup.resolve(JournalFile.NAME);
  }

  private Path recordOfRestoration(String chosen) throws Exception {
    return recordOfRestoration(chosen, true);
  }

  private Path recordOfRestoration(String chosen, boolean practice) throws Exception {
    Path list = KeyStock.backup(backup);
    Path target = Files.createDirectory(backup.resolve("target"));
    try (DeviceRoom other = new DeviceRoom(target, 1)) {
      other.device(KeyStock.empty(2, KeyStock.FILLING));
      new Told()
          .run(
              new DeviceStory(other, List.of(), KeyRestore.ID)
                  .answering("backup[1].path", list.toString())
                  .answering("keys.chosen", chosen),
              target,
              practice);
    }
    return target.resolve(JournalFile.NAME);
  }

  private Path recordOfDeletion() throws Exception {
    try (DeviceRoom other = new DeviceRoom(backup, 1)) {
      other.device(KeyStock.source());
      new Told().run(delete(other), backup, true);
    }
    return backup.resolve(JournalFile.NAME);
  }

  @Test
  void refusesTheRecordOfAnotherCeremony() throws Exception {
    Path record = recordOfDeletion();
    try (DeviceRoom room = room()) {
      delete(room, "proofs", "1")
          .answering("backup[1].path", record.toString())
          .refuses(new FileProblem.RecordNotOfRestoration(record.toString()));
    }
  }

  @Test
  void refusesTheRecordOfAnUnfinishedRestoration() throws Exception {
    Path record = recordOfRestoration("none of them");
    try (DeviceRoom room = room()) {
      delete(room, "proofs", "1")
          .answering("backup[1].path", record.toString())
          .refuses(new FileProblem.RecordNotOfRestoration(record.toString()));
    }
  }

  @Test
  void refusesARecordOfWhichALineWasChanged() throws Exception {
    Path record = recordOfBackup();
    String text = Files.readString(record);
    Files.writeString(record, text.replace("Olga", "Olaf"));
    assertNotEquals(text, Files.readString(record));
    try (DeviceRoom room = room()) {
      delete(room, "proofs", "1")
          .answering("backup[1].path", record.toString())
          .refusesA(CeremonyProblem.JournalChanged.class);
    }
  }

  @Test
  void refusesTheRecordOfAnUnfinishedBackup() throws Exception {
    try (DeviceRoom other = new DeviceRoom(backup, 1)) {
      other.device(KeyStock.source());
      DeviceStory story =
          new DeviceStory(other, List.of(), KeyBackup.ID).answering("keys.chosen", "none of them");
      new Told().run(story, backup, true);
    }
    Path record = backup.resolve(JournalFile.NAME);
    try (DeviceRoom room = room()) {
      delete(room, "proofs", "1")
          .answering("backup[1].path", record.toString())
          .refuses(new FileProblem.RecordNotOfRestoration(record.toString()));
    }
  }

  @Test
  void theRecordOfARehearsedBackupProvesNothingOutsideOfOne() throws Exception {
    Path record = recordOfBackup();
    try (DeviceRoom room = room()) {
      delete(room, "proofs", "2")
          .inProduction()
          .answering("backup[1].path", backup.resolve(KeyManifest.NAME).toString())
          .answering("backup[2].path", record.toString())
          .refuses(new FileProblem.RecordOfPractice(record.toString()));
      assertAllThere(room);
    }
  }

  @Test
  void theRecordOfARehearsalProvesNothingOutsideOfOne() throws Exception {
    Path record = recordOfRestoration("all");
    try (DeviceRoom room = room()) {
      delete(room, "proofs", "1")
          .inProduction()
          .answering("backup[1].path", record.toString())
          .refuses(new FileProblem.RecordOfPractice(record.toString()));
    }
  }

  @Test
  void aRestorationOntoASimulatedDeviceIsNoCopyOfAKeyOnARealOne() throws Exception {
    Path record = recordOfRestoration("all", false);
    try (DeviceRoom room = room()) {
      room.claims(1, PublicCertificates.GENUINE);
      delete(room, "proofs", "1")
          .inProduction()
          .because("it shows certificates of another, for this test")
          .answering("backup[1].path", record.toString())
          .refuses(new FileProblem.RecordOfPractice(record.toString()));
      room.liar(1).tellsTheTruth();
      assertAllThere(room);
    }
  }

  @Test
  void aRestorationOntoASimulatedDeviceIsACopyOfAKeyOnAnotherSimulatedOne() throws Exception {
    Path record = recordOfRestoration("all", false);
    try (DeviceRoom room = room()) {
      delete(room, "proofs", "1")
          .inProduction()
          .answering("backup[1].path", record.toString())
          .refuses();
      assertEquals(3, KeyRoom.keys(room, 1).size());
    }
  }
}
