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
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.wrap.UnwrappedKey;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;

class KeyBackupTest {
  @TempDir Path folder;

  private DeviceRoom room() throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    room.device(KeyStock.source());
    return room;
  }

  private static DeviceStory backup(DeviceRoom room, String... decided) {
    return new DeviceStory(room, List.of(), KeyBackup.ID, decided).answering("keys.chosen", "all");
  }

  private WrappedKeyFile file(String name) throws Exception {
    return WrappedKeyFile.read(folder.resolve(name));
  }

  @Test
  void theAgendaIsAsAgreed() throws Exception {
    try (DeviceRoom room = room()) {
      DeviceStory story = backup(room);
      assertEquals(Golden.text("key-backup.agenda"), story.ceremony().canonical());
      assertEquals(Golden.text("key-backup.steps"), Golden.steps(story.refuses()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnUndisturbedRun(Language language) throws Exception {
    try (DeviceRoom room = room()) {
      assertEquals(
          Golden.text("key-backup." + language.tag() + ".transcript"),
          new Told().transcript(backup(room), folder, language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    try (DeviceRoom room = room()) {
      CeremonyState end = backup(room).refuses();
      assertEquals(Set.of(), untold(end, Messages.in(language)));
    }
  }

  /** Keys of texts that steps and their values need and that are not there. */
  static Set<String> untold(CeremonyState end, Messages messages) {
    Set<String> missing = new TreeSet<>();
    for (Agenda.Row row : end.agenda().rows()) {
      Stream.Builder<String> keys = Stream.builder();
      keys.add(row.step().title().key()).add(row.step().text().key());
      row.path().forEach(section -> keys.add(section.title().key()));
      row.step().yields().forEach(slot -> keys.add(slot.label().key()));
      if (row.step() instanceof Attest attest) {
        keys.add(attest.sentence().key());
      }
      keys.build().filter(key -> !messages.has(key)).forEach(missing::add);
    }
    end.facts()
        .texts()
        .forEach((name, text) -> {
          if (name.startsWith("keys.") && !name.equals("keys.chosen")) {
            for (ListedKey key : ListedKey.LIST.decode().apply(text)) {
              String choice = "choice." + name + "." + key.state();
              if (!messages.has(choice)) {
                missing.add(choice);
              }
            }
          }
        });
    return missing;
  }

  @Test
  void everyFileOpensUnderTheDkekAndIsTheKeyThatItIsNamedAfter() throws Exception {
    try (DeviceRoom room = room();
        Dkek dkek = KeyStock.dkek()) {
      assertEquals(CeremonyState.Phase.FINISHED, backup(room).refuses().phase());
      List<StoredKey> keys = KeyStock.keys(room, 1).keys();
      List<String> names = List.of("Root-CA-1.wky", "root-ca-2.wky", "Wein-Weib-Gesang.wky");
      for (int i = 0; i < names.size(); i++) {
        WrappedKeyFile file = file(names.get(i));
        assertEquals(keys.get(i).descriptionFile(), file.descriptionFile());
        assertEquals(keys.get(i).publicKey(), file.publicKey());
        try (UnwrappedKey key = file.blob().open(dkek)) {
          assertEquals(keys.get(i).publicKey(), key.publicKey());
          assertEquals(keys.get(i).spec().orElseThrow(), key.spec());
        }
      }
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(4, files.count(), "three keys and the list, nothing else");
      }
    }
  }

  @Test
  void changesNothingOnTheDeviceButTheNumbersOfItsAnswers() throws Exception {
    try (DeviceRoom room = room()) {
      SimulatedState before = room.hsm(1).state();
      backup(room).refuses();
      assertEquals(before.setup(), room.hsm(1).state().setup());
    }
  }

  @Test
  void theListTellsEveryKeyAndWhyOneStayed() throws Exception {
    try (DeviceRoom room = room()) {
      CeremonyState end = backup(room).refuses();
      KeyManifest read = KeyManifestFile.read(folder.resolve(KeyManifest.NAME));
      assertEquals(room.serial(1), read.device());
      assertEquals(KeyStock.kcv(), read.keyCheckValue());
      assertEquals("T-1", read.ceremony());
      assertEquals(3, read.keys().size());
      for (KeyManifest.Backup backup : read.keys()) {
        byte[] content = Files.readAllBytes(folder.resolve(backup.file()));
        assertEquals(Bytes.of(content).sha256(), backup.sha256());
      }
      assertEquals("Root CA", read.keys().getFirst().key().label());
      assertTrue(read.keys().getFirst().proof().isEmpty(), "its public half proves it");
      assertTrue(read.keys().getLast().proof().isPresent(), "only an answer proves AES");
      assertEquals(List.of("NEVER"), read.leftBehind().stream().map(left -> left.why()).toList());
      assertEquals("Stays", read.leftBehind().getFirst().key().label());
      Bytes content = Bytes.of(Files.readAllBytes(folder.resolve(KeyManifest.NAME)));
      assertEquals(content, read.encode(), "read and written again");
      assertEquals(content.sha256().toHex(), end.facts().get(KeyBackupSteps.MANIFEST_HASH));
    }
  }

  @Test
  void someKeysAreChosenByTheirNumbers() throws Exception {
    try (DeviceRoom room = room()) {
      CeremonyState end =
          new DeviceStory(room, List.of(), KeyBackup.ID).answering("keys.chosen", "3, 1").refuses();
      Facts facts = end.facts();
      assertEquals("Root-CA.wky", facts.get(KeyFacts.file(1)));
      assertEquals("Wein-Weib-Gesang.wky", facts.get(KeyFacts.file(3)));
      assertFalse(facts.has(KeyFacts.file(2)));
      KeyManifest read = KeyManifestFile.read(folder.resolve(KeyManifest.NAME));
      assertEquals(
          Map.of("root ca", "POSSIBLE", "Stays", "NEVER"),
          Map.of(
              read.leftBehind().get(0).key().label(), read.leftBehind().get(0).why(),
              read.leftBehind().get(1).key().label(), read.leftBehind().get(1).why()));
    }
  }
}
