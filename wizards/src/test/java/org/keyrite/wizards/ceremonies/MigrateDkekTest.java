// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.CreateDkekDomain;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.wizards.ceremony.CeremonyState;

/**
 * Keys of a DKEK domain do not move with those of the group, and two other ceremonies move them.
 */
class MigrateDkekTest {
  private static final KeyDomainIndex DKEK = new KeyDomainIndex(1);
  private static final int THERE = 4;

  @TempDir static Path elsewhere;
  @TempDir Path folder;
  private DeviceRoom room;

  @BeforeEach
  void open() throws Exception {
    MigrateRoom.Devices devices = MigrateRoom.devices(elsewhere);
    room = MigrateRoom.fill(new DeviceRoom(folder, 2), devices.source(), devices.target());
    withDkek(1, KeyStock.FILLING);
    KeyStock.unlocked(
        room,
        1,
        (hsm, device) -> {
          KeySpec kind = KeySpec.fromText("secp256r1").orElseThrow();
          KeyTerms terms =
              new KeyTerms(
                  AllowedAlgorithms.forUses(kind, KeyUse.of(kind)),
                  Optional.of(DKEK),
                  OptionalLong.empty());
          return new KeyCreation(hsm, device)
              .create(
                  KeyList.read(hsm),
                  new NewKey(kind, terms, KeyLabel.of("Old root"), PkcsId.of(Bytes.of((byte) 40))));
        });
  }

  @AfterEach
  void close() {
    room.close();
  }

  private void withDkek(int d, int filling) throws Exception {
    KeyStock.unlocked(
        room,
        d,
        (hsm, device) -> {
          hsm.send(new CreateDkekDomain(DKEK, 1));
          try (DkekShare share = KeyStock.share(filling)) {
            return hsm.send(new ImportDkekShare(DKEK, share));
          }
        });
  }

  private DeviceStory story(String kind, String... decided) {
    return new DeviceStory(room, List.of(), kind, decided);
  }

  private String told() throws Exception {
    CeremonyState end =
        story(XkekMigrate.ID, "readers", "2").answering("keys.chosen", "all").refuses();
    assertEquals(3, end.facts().get(MigrateFacts.MOVED).size());
    return end.facts().get(MigrateFacts.MOVABLE).stream()
        .filter(key -> key.number() == THERE)
        .map(ListedKey::state)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aKeyWhoseDkekTheTargetHasIsSentToTheCeremoniesThatMoveIt() throws Exception {
    withDkek(2, KeyStock.FILLING);
    assertEquals(MigrateDkek.SAME_DKEK, told());
  }

  @Test
  void aKeyWhoseDkekTheTargetHasNotIsNamedBeforeAnythingIsMade() throws Exception {
    assertEquals(MigrateDkek.NO_SAME_DKEK, told());
  }

  @Test
  void anotherDkekIsNotTakenForTheSame() throws Exception {
    withDkek(2, KeyStock.FILLING + 1);
    assertEquals(MigrateDkek.NO_SAME_DKEK, told());
  }

  @Test
  void backingUpAndRestoringMovesItIntoADeviceOfTheGroup() throws Exception {
    withDkek(2, KeyStock.FILLING);
    Path backup = Files.createDirectories(folder.resolve("backup"));
    try (DeviceRoom first = new DeviceRoom(backup, 1)) {
      first.device(room.hsm(1).state());
      assertEquals(
          CeremonyState.Phase.FINISHED,
          new DeviceStory(first, List.of(), KeyBackup.ID, "domain", "1")
              .answering("keys.chosen", "all")
              .refuses()
              .phase());
    }
    Path restore = Files.createDirectories(folder.resolve("restore"));
    try (DeviceRoom second = new DeviceRoom(restore, 1)) {
      second.device(room.hsm(2).state());
      CeremonyState end =
          new DeviceStory(second, List.of(), KeyRestore.ID)
              .answering("backup[1].path", backup.resolve(KeyManifest.NAME).toString())
              .answering("keys.chosen", "all")
              .answering("pin[1]", DevicePeople.pin(2))
              .refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      StoredKey there = KeyRoom.keys(second, 1).getFirst();
      assertEquals(Optional.of("Old root"), there.label());
      assertEquals(Optional.of(DKEK), there.terms().domain());
    }
  }
}
