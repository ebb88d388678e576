// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;

class KeyRestoreTest {
  @TempDir Path folder;
  @TempDir Path backup;

  private DeviceRoom room() throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    room.device(KeyStock.empty(2, KeyStock.FILLING));
    return room;
  }

  private static DeviceStory restore(DeviceRoom room, Path file) {
    return new DeviceStory(room, List.of(), KeyRestore.ID)
        .answering("backup[1].path", file.toString())
        .answering("keys.chosen", "all");
  }

  /** All keys of a list are on a device, as their files have them. */
  static void assertThere(DeviceRoom room, Path list, int... places) throws Exception {
    List<KeySource> sources = KeySource.read(List.of(list));
    List<StoredKey> keys = KeyStock.keys(room, 1).keys();
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      WrappedKeyFile file = sources.get(i).file();
      StoredKey key =
          keys.stream().filter(one -> one.reference().value() == place).findFirst().orElseThrow();
      assertEquals(KeyTransfer.descriptionAt(key.reference(), file), key.descriptionFile());
      assertEquals(file.certificateFile(), key.certificate().map(KeyCertificate::encode));
      assertEquals(sources.get(i).key().label(), ListedKey.plain(key.label().orElseThrow()));
    }
  }

  @Test
  void everyKeyComesBackWithItsNameAndIsProven() throws Exception {
    Path list = KeyStock.backup(backup);
    try (DeviceRoom room = room()) {
      CeremonyState end = restore(room, list).refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertThere(room, list, 1, 2, 3);
      assertEquals(3, KeyStock.keys(room, 1).keys().size());
      assertEquals("proven ECDSA", end.facts().get(KeyFacts.outcome(1)));
      assertEquals("proven ECDSA", end.facts().get(KeyFacts.outcome(2)));
      assertEquals("proven AES_CMAC", end.facts().get(KeyFacts.outcome(3)));
    }
  }

  @Test
  void theAgendaIsAsAgreed() throws Exception {
    Path list = KeyStock.backup(backup);
    try (DeviceRoom room = room()) {
      DeviceStory story = restore(room, list);
      assertEquals(Golden.text("key-restore.agenda"), story.ceremony().canonical());
      assertEquals(Golden.text("key-restore.steps"), Golden.steps(story.refuses()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnUndisturbedRun(Language language) throws Exception {
    Path list = KeyStock.backup(Golden.stick("keys on a stick " + language.tag()));
    try (DeviceRoom room = room()) {
      assertEquals(
          Golden.text("key-restore." + language.tag() + ".transcript"),
          new Told().transcript(restore(room, list), folder, language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    Path list = KeyStock.backup(backup);
    try (DeviceRoom room = room()) {
      CeremonyState end = restore(room, list).refuses();
      assertEquals(Set.of(), KeyBackupTest.untold(end, Messages.in(language)));
    }
  }

  @Test
  void keysThatWereThereStayAndKeepTheirPlaces() throws Exception {
    Path list = KeyStock.backup(backup);
    try (DeviceRoom room = room()) {
      KeyStock.unlocked(
          room,
          1,
          (hsm, device) -> {
            KeyStock.create(hsm, device, "brainpoolP256r1", "Old", 9);
            return device;
          });
      StoredKey old = KeyStock.keys(room, 1).keys().getFirst();
      assertEquals(CeremonyState.Phase.FINISHED, restore(room, list).refuses().phase());
      assertEquals(old, KeyStock.keys(room, 1).keys().getFirst());
      assertThere(room, list, 2, 3, 4);
    }
  }

  @Test
  void singleFilesAreTakenToo() throws Exception {
    KeyStock.backup(backup);
    try (DeviceRoom room = room()) {
      CeremonyState end =
          new DeviceStory(room, List.of(), KeyRestore.ID, "files", "2")
              .answering("backup[1].path", backup.resolve("Wein-Weib-Gesang.wky").toString())
              .answering("backup[2].path", backup.resolve("Root-CA-1.wky").toString())
              .answering("keys.chosen", "all")
              .refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals("unproven", end.facts().get(KeyFacts.outcome(1)), "nobody knows its answer");
      assertEquals("proven ECDSA", end.facts().get(KeyFacts.outcome(2)));
      assertEquals(
          List.of("unproven", "proven"),
          end.facts().get(KeyRestoreSteps.DONE).stream().map(ListedKey::state).toList());
    }
  }

  @Test
  void aRestoredKeyIsNamedAndNotRestoredAgain() throws Exception {
    Path list = KeyStock.backup(backup);
    try (DeviceRoom room = room()) {
      restore(room, list).refuses();
      DeviceStory again = restore(room, list);
      CeremonyState end = again.refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(
          List.of("PRESENT", "PRESENT", "ID_IN_USE"),
          end.facts().get(KeyRestoreSteps.FITTING).stream().map(ListedKey::state).toList());
      assertTrue(!again.asked.contains("pin[1]"));
      assertEquals(3, KeyStock.keys(room, 1).keys().size());
    }
  }

  /** RSA is too long for one command of some readers; a proof would cost a use of the other. */
  @Test
  void largeKeysAndKeysWithAUseCounterComeBackToo() throws Exception {
    try (DeviceRoom from = new DeviceRoom(backup, 1)) {
      from.device(KeyStock.empty(1, KeyStock.FILLING));
      KeyStock.unlocked(
          from,
          1,
          (hsm, device) -> {
            KeyStock.create(hsm, device, "RSA-2048", "Large", 1);
            KeyStock.create(
                hsm, device, "AES-128", "Counted", 2, List.of(KeyUse.values()), OptionalLong.of(5));
            return device;
          });
      new DeviceStory(from, List.of(), KeyBackup.ID).answering("keys.chosen", "all").refuses();
      assertEquals(
          OptionalLong.of(5), KeyStock.keys(from, 1).keys().get(1).terms().uses(), "none spent");
    }
    Path list = backup.resolve(KeyManifest.NAME);
    try (DeviceRoom room = room()) {
      CeremonyState end = restore(room, list).refuses();
      assertEquals("proven RSA_PKCS1", end.facts().get(KeyFacts.outcome(1)));
      assertEquals("unproven", end.facts().get(KeyFacts.outcome(2)));
      assertThere(room, list, 1, 2);
    }
  }
}
