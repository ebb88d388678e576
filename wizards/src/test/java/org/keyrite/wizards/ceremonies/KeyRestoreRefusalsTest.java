// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.wizards.ceremony.CeremonyState;

class KeyRestoreRefusalsTest {
  @TempDir Path folder;
  @TempDir Path backup;
  private DeviceRoom room;
  private Path list;

  @BeforeEach
  void open() throws Exception {
    list = KeyStock.backup(backup);
    room = new DeviceRoom(folder, 1);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private DeviceStory restore(Path... files) throws Exception {
    return restore(KeyStock.FILLING, files);
  }

  private DeviceStory restore(int filling, Path... files) throws Exception {
    room.device(KeyStock.empty(2, filling));
    DeviceStory story =
        new DeviceStory(room, List.of(), KeyRestore.ID, "files", String.valueOf(files.length))
            .answering("keys.chosen", "all");
    for (int i = 0; i < files.length; i++) {
      story.answering("backup[" + (i + 1) + "].path", files[i].toString());
    }
    return story;
  }

  private Path file(String name) {
    return backup.resolve(name);
  }

  private void change(Path file, int at) throws Exception {
    byte[] content = Files.readAllBytes(file);
    content[at] ^= 1;
    Files.write(file, content);
  }

  private void assertNoKeys() throws Exception {
    assertEquals(List.of(), KeyStock.keys(room, 1).keys());
  }

  private void assertNothingSent() {
    assertEquals(0, room.card(1).count());
  }

  @Test
  void refusesAFileThatIsNotWhatItsListSays() throws Exception {
    change(file("root-ca-2.wky"), 200);
    restore(list).refuses(new FileProblem.KeyFileChanged(file("root-ca-2.wky").toString()));
    assertNothingSent();
  }

  @Test
  void refusesAListWhoseFileIsMissing() throws Exception {
    Files.delete(file("root-ca-2.wky"));
    restore(list).refuses(new FileProblem.FileMissing(file("root-ca-2.wky").toString()));
    assertNothingSent();
  }

  @Test
  void refusesAListWithAnotherCheckValue() throws Exception {
    Files.writeString(list, Files.readString(list).replace(KeyStock.kcv(), "0123456789ABCDEF"));
    restore(list).refuses(new FileProblem.KeyFileChanged(file("Root-CA-1.wky").toString()));
    assertNothingSent();
  }

  @Test
  void refusesAListThatLacksALine() throws Exception {
    Files.writeString(list, Files.readString(list).replaceFirst(".*\"sha256\".*\n", ""));
    restore(list).refuses(new FileProblem.ManifestUnreadable(list.toString(), "sha256"));
  }

  @Test
  void refusesATruncatedFile() throws Exception {
    Path short1 = file("Root-CA-1.wky");
    byte[] content = Files.readAllBytes(short1);
    Files.write(short1, Arrays.copyOf(content, content.length - 20));
    restore(short1).refuses(new KeyProblem.NotAWrappedKey(short1.toString()));
    assertNothingSent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "Salted__12345678", "-----BEGIN PRIVATE KEY-----\n"})
  void refusesAForeignFile(String content) throws Exception {
    Path foreign = file("foreign");
    Files.writeString(foreign, content);
    restore(foreign).refuses(new KeyProblem.NotAWrappedKey(foreign.toString()));
    assertNothingSent();
  }

  @Test
  void refusesTheSameKeyTwice() throws Exception {
    restore(list, file("root-ca-2.wky"))
        .refuses(new FileProblem.KeyFileRepeated(file("root-ca-2.wky").toString()));
  }

  @Test
  void refusesAFileThatChangedAfterItWasRead() throws Exception {
    Path file = file("Root-CA-1.wky");
    restore(file)
        .before("keyRestore.restore[1]", () -> change(file, 300))
        .refuses(new FileProblem.KeyFileChanged(file.toString()));
    assertNoKeys();
  }

  @Test
  void aKeyOfAnotherDkekIsNamedAndNotSent() throws Exception {
    DeviceStory story = restore(8, list);
    CeremonyState end = story.refuses();
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    end.facts()
        .get(KeyRestoreSteps.FITTING)
        .forEach(key -> assertEquals(KeyRestoreWork.OTHER_KEY, key.state()));
    assertFalse(story.asked.contains("pin[1]"));
    assertNoKeys();
  }

  @Test
  void refusesADeviceWithoutAKeyEncryptionKey() throws Exception {
    room.device();
    room.initialised(1, "920101");
    new DeviceStory(room, List.of(), KeyRestore.ID)
        .answering("backup[1].path", list.toString())
        .refuses(new DeviceProblem.NoKeyEncryptionKey(0));
  }

  @Test
  void refusesAKeyOfZerosWhichEverybodyHas() throws Exception {
    room.device(KeyStock.empty(1, 0));
    new DeviceStory(room, List.of(), KeyRestore.ID)
        .answering("backup[1].path", list.toString())
        .refuses(new DeviceProblem.SharesCancelEachOther(room.serial(1)));
  }

  /** The MAC inside shows it to the device only. */
  @Test
  void refusesAChangedBitOfASingleKey() throws Exception {
    Path file = file("Root-CA-1.wky");
    int in = WrappedKeyFile.read(file).blob().encode().size() - 40;
    change(file, in);
    CeremonyState end = restore(file).refusesA(KeyProblem.WrappedKeyRefused.class);
    assertEquals("keyRestore.pin", end.current().orElseThrow().id().key(), "asked for again");
    assertNoKeys();
  }

  /** Its request stands beside it, but it is another key. */
  @Test
  void refusesAKeyUnderTheNameOfAnother() throws Exception {
    WrappedKeyFile first = WrappedKeyFile.read(file("Root-CA-1.wky"));
    WrappedKeyFile second = WrappedKeyFile.read(file("root-ca-2.wky"));
    Path swapped = file("swapped.wky");
    Files.write(swapped, first.with(second.blob()).encode().toByteArray());
    restore(swapped).refuses(new KeyProblem.ProofWrong(1));
    List<StoredKey> nameless =
        KeyStock.keys(room, 1).keys().stream().filter(StoredKey::isInvisible).toList();
    assertEquals(1, nameless.size(), "it has no name");
  }

  @Test
  void aKeyWithoutItsNameIsNamedAndNotSent() throws Exception {
    Path bare = file("bare.wky");
    WrappedKeyFile whole = WrappedKeyFile.read(file("Root-CA-1.wky"));
    Files.write(bare, whole.blob().encode().toByteArray());
    CeremonyState end = restore(bare).refuses();
    assertEquals(
        KeyRestoreWork.NAMELESS, end.facts().get(KeyRestoreSteps.FITTING).getFirst().state());
    assertNoKeys();
  }

  @Test
  void aKeyWhoseIdIsInUseIsNamedAndNotSent() throws Exception {
    DeviceStory story = restore(file("Root-CA-1.wky"));
    KeyStock.unlocked(
        room,
        1,
        (hsm, device) -> {
          KeyStock.create(hsm, device, "brainpoolP256r1", "Other", 1);
          return device;
        });
    CeremonyState end = story.refuses();
    assertEquals(
        KeyRestoreWork.ID_IN_USE, end.facts().get(KeyRestoreSteps.FITTING).getFirst().state());
    assertEquals(1, KeyStock.keys(room, 1).keys().size());
  }

  @Test
  void neverTakesAPlaceThatSomebodyElseTook() throws Exception {
    DeviceStory story = restore(file("Root-CA-1.wky"));
    story
        .before(
            "keyRestore.restore[1]",
            () ->
                KeyStock.unlocked(
                    room,
                    1,
                    (hsm, device) -> {
                      KeyStock.create(hsm, device, "brainpoolP256r1", "Other", 8);
                      return device;
                    }))
        .then(DeviceStory::again)
        .refuses(new KeyProblem.KeyExists(1), new KeyProblem.KeyExists(1));
    assertEquals("Other", KeyStock.keys(room, 1).keys().getFirst().label().orElseThrow());
  }

  @Test
  void saysThatAKeyThatWasThereWent() throws Exception {
    DeviceStory story = restore(file("Root-CA-1.wky"));
    KeyStock.unlocked(
        room,
        1,
        (hsm, device) -> {
          KeyStock.create(hsm, device, "brainpoolP256r1", "Old", 9);
          return device;
        });
    story
        .before("keyRestore.compare", () -> KeyStock.delete(room, 1, 1))
        .refuses(new KeyProblem.KeyMissing(1));
  }

  @Test
  void aSectionThatIsDoneAgainBringsNoKeyTwice() throws Exception {
    CeremonyState end =
        restore(list)
            .answering("pin[1]", "secret1", "secret1")
            .before("keyRestore.compare", () -> Files.move(list, file("away")))
            .before("keyRestore.seen", () -> Files.deleteIfExists(file("nothing")))
            .then(ways -> {
              back(list);
              return DeviceStory.redo("keyRestore.keys").among(ways);
            })
            .refuses(new FileProblem.FileMissing(list.toString()));
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(3, KeyStock.keys(room, 1).keys().size());
    KeyRestoreTest.assertThere(room, list, 1, 2, 3);
  }

  private void back(Path missing) {
    try {
      Files.move(file("away"), missing);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWrongPinIsAskedForAgainAndCostsOneTry() throws Exception {
    CeremonyState end =
        restore(list)
            .answering("pin[1]", "wrong-1")
            .then(DeviceStory::again)
            .refuses(new PinProblem.WrongPin(2));
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
  }
}
