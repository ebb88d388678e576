// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremony.CeremonyState;

class KeyBackupRefusalsTest {
  @TempDir Path folder;
  private DeviceRoom room;

  @BeforeEach
  void open() {
    room = new DeviceRoom(folder, 1);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private DeviceStory source(String... decided) throws Exception {
    return of(KeyStock.source(), decided);
  }

  private DeviceStory of(SimulatedState device, String... decided) {
    room.device(device);
    return new DeviceStory(room, List.of(), KeyBackup.ID, decided)
        .answering("keys.chosen", "all", "all");
  }

  private boolean isEmpty() {
    return folder.toFile().list().length == 0;
  }

  @Test
  void refusesAnotherCheckValueThanIsExpected() throws Exception {
    String other = "0123456789ABCDEF";
    source("expectedKcv", other)
        .refuses(new DeviceProblem.CheckValueUnexpected(other, KeyStock.kcv()));
    assertTrue(isEmpty());
  }

  @Test
  void takesTheExpectedCheckValueInSmallLettersToo() throws Exception {
    source("expectedKcv", KeyStock.kcv().toLowerCase(java.util.Locale.ROOT)).refuses();
    assertFalse(isEmpty());
  }

  @Test
  void refusesADeviceWithoutAKeyEncryptionKey() throws Exception {
    room.device();
    room.initialised(1, "920101");
    new DeviceStory(room, List.of(), KeyBackup.ID).refuses(new DeviceProblem.NoKeyEncryptionKey(0));
  }

  /** Whatever is wrapped under it, anybody can open. */
  @Test
  void refusesAKeyOfZerosWhichEverybodyHas() throws Exception {
    room.device(KeyStock.empty(1, 0));
    new DeviceStory(room, List.of(), KeyBackup.ID)
        .refuses(new DeviceProblem.SharesCancelEachOther(room.serial(1)));
    assertTrue(isEmpty());
  }

  @Test
  void refusesAKeyDomainThatIsNotThere() throws Exception {
    source("domain", "3").refuses(new DeviceProblem.KeyDomainMissing(3));
  }

  @Test
  void refusesADeviceThatWasNeverInitialised() throws Exception {
    room.device();
    CeremonyState end =
        new DeviceStory(room, List.of(), KeyBackup.ID).refusesA(DeviceProblem.NotInitialised.class);
    assertEquals("keyBackup.look", end.current().orElseThrow().id().key());
  }

  @Test
  void refusesANumberThatCannotBeChosen() throws Exception {
    room.device(KeyStock.source());
    CeremonyState end =
        new DeviceStory(room, List.of(), KeyBackup.ID)
            .answering("keys.chosen", "1-4", "all")
            .then(DeviceStory::again)
            .refuses(new KeyProblem.NoSuchKeys("4"));
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
  }

  @Test
  void aDeviceWithNothingToBackUpIsNamedAndNoPinIsAsked() throws Exception {
    DeviceStory story = of(KeyStock.empty(1, KeyStock.FILLING));
    assertEquals(CeremonyState.Phase.FINISHED, story.refuses().phase());
    assertFalse(story.asked.contains("pin[1]"));
    assertTrue(isEmpty());
  }

  @Test
  void neverOverwritesAFile() throws Exception {
    Path there = folder.resolve("Root-CA-1.wky");
    Files.writeString(there, "precious");
    source()
        .then(DeviceStory::again)
        .refuses(
            new FileProblem.FileExists(there.toString()),
            new FileProblem.FileExists(there.toString()));
    assertEquals("precious", Files.readString(there));
  }

  @Test
  void neverOverwritesAList() throws Exception {
    Path there = folder.resolve(KeyManifest.NAME);
    Files.writeString(there, "precious");
    source()
        .then(DeviceStory::again)
        .refuses(
            new FileProblem.FileExists(there.toString()),
            new FileProblem.FileExists(there.toString()));
    assertEquals("precious", Files.readString(there));
  }

  @Test
  void refusesAFileThatChangedBeforeTheListIsWritten() throws Exception {
    Path file = folder.resolve("Root-CA-1.wky");
    source()
        .before(
            "keyBackup.manifest",
            () -> {
              byte[] content = Files.readAllBytes(file);
              content[content.length / 2] ^= 1;
              Files.write(file, content);
            })
        .refuses(new FileProblem.KeyFileChanged(file.toString()));
    assertFalse(Files.exists(folder.resolve(KeyManifest.NAME)));
  }

  @Test
  void aFileThatChangedIsMadeAgainWithItsSection() throws Exception {
    Path file = folder.resolve("Root-CA-1.wky");
    CeremonyState end =
        source()
            .before("keyBackup.manifest", () -> Files.delete(file))
            .then(DeviceStory.redo("keyBackup.keys"))
            .refuses(new FileProblem.FileMissing(file.toString()));
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(3, KeyManifestFile.read(folder.resolve(KeyManifest.NAME)).keys().size());
  }

  @Test
  void refusesAKeyThatWentInBetween() throws Exception {
    source()
        .before("keyBackup.wrap[2]", () -> KeyStock.delete(room, 1, 2))
        .refuses(new KeyProblem.KeyMissing(2));
  }

  @Test
  void refusesAnotherKeyInThePlaceOfTheListedOne() throws Exception {
    source()
        .before(
            "keyBackup.wrap[1]",
            () ->
                KeyStock.unlocked(
                    room,
                    1,
                    (hsm, device) -> {
                      KeyDeletion.delete(hsm, new KeyId(1));
                      KeyStock.create(hsm, device, "brainpoolP256r1", "Root CA", 1);
                      return device;
                    }))
        .refuses(new KeyProblem.KeyChangedMeanwhile(1));
    assertTrue(isEmpty());
  }

  @Test
  void aKeyThatTheDeviceDoesNotWrapIsNamedAndTheOthersGoOn() throws Exception {
    DeviceStory story = source();
    room.liar(1).lies("80720292", "6985");
    CeremonyState end = story.refuses();
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(KeyBackupWork.REFUSED, end.facts().get(KeyFacts.outcome(2)));
    KeyManifest read = KeyManifestFile.read(folder.resolve(KeyManifest.NAME));
    assertEquals(2, read.keys().size());
    assertEquals(
        List.of("refused", "NEVER"), read.leftBehind().stream().map(left -> left.why()).toList());
  }

  @Test
  void aWrongPinIsAskedForAgainAndCostsOneTry() throws Exception {
    CeremonyState end =
        source()
            .answering("pin[1]", "wrong-1")
            .then(DeviceStory::again)
            .refuses(new PinProblem.WrongPin(2));
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
  }
}
