// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.device.DeviceIdentity;

/** Keys are made in an XKEK key domain, are told to move, and do. */
class KeysOfAGroupTest {
  private static final int MADE = 4;

  @TempDir static Path elsewhere;
  @TempDir Path folder;
  private DeviceRoom room;
  private MigrateRoom.Devices devices;

  @BeforeEach
  void open() throws Exception {
    devices = MigrateRoom.devices(elsewhere);
    room = new DeviceRoom(folder, 2);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private DeviceStory making(String count) {
    return new DeviceStory(
        room, List.of(), KeyCreate.ID, "devices", count, "readers", "2", "keyLabel", "Of a group");
  }

  private static StoredKey made(DeviceRoom room, int d) throws Exception {
    return KeyRoom.keys(room, d).stream()
        .filter(key -> key.label().equals(Optional.of("Of a group")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aKeyThatIsMadeInAKeyDomainOfAGroupMovesToAnotherDevice() throws Exception {
    MigrateRoom.fill(room, devices.source(), devices.target());
    CeremonyState end = making("2").refuses();
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(CheckedKey.MOVES, end.facts().get(NewKeyFacts.BACKUP));
    assertEquals(Optional.of(KeyDomainIndex.FIRST), made(room, 1).terms().domain());
    CeremonyState moved =
        new DeviceStory(room, List.of(), XkekMigrate.ID, "readers", "2")
            .answering("keys.chosen", String.valueOf(MADE))
            .refuses();
    assertEquals(
        List.of(RestoredProof.PROVEN),
        moved.facts().get(MigrateFacts.MOVED).stream().map(ListedKey::state).toList());
    assertEquals(made(room, 1).publicKey(), made(room, 2).publicKey());
  }

  @Test
  void noKeyIsMadeWhereTheDevicesAreInDifferentGroups() throws Exception {
    MigrateRoom.fill(room, devices.source(), devices.stranger());
    DeviceStory story = making("2");
    story.refusesA(GroupProblem.DevicesInTwoGroups.class);
    assertEquals(devices.source(), room.hsm(1).state());
    String said = Messages.in(Language.ENGLISH).text(Sentences.what(story.refusals.getFirst()));
    assertTrue(said.matches(".*is in the group ([0-9A-F]{4} ){15}[0-9A-F]{4}, and .*"), said);
    assertFalse(said.contains("GROUP"), said);
  }

  @Test
  void noKeyIsMadeWhereOnlyOneDeviceIsInAGroup() throws Exception {
    MigrateRoom.fill(room, devices.source(), KeyStock.empty(2, 0x5A));
    making("2").refusesA(GroupProblem.OnlyOneInAGroup.class);
    assertEquals(devices.source(), room.hsm(1).state());
  }

  @Test
  void aPlannedCheckValueIsRefusedInAGroup() throws Exception {
    MigrateRoom.fill(room, devices.source());
    new DeviceStory(
            room, List.of(), KeyCreate.ID, "devices", "1", "expectedKcv", "0".repeat(15) + "1")
        .refusesA(GroupProblem.GroupInPlaceOfCheckValue.class);
    assertEquals(devices.source(), room.hsm(1).state());
  }

  @Test
  void aCheckOfTheDeviceSaysWhichKeysMove() throws Exception {
    MigrateRoom.fill(room, devices.source());
    DeviceStory check =
        new DeviceStory(room, List.of(), DeviceCheck.ID) {
          @Override
          public DeviceIdentity await(AwaitDevice await, CeremonyState state) {
            room.insert(1);
            return room.identity(1);
          }
        };
    CeremonyState end = check.refuses();
    assertEquals(
        List.of(CheckedKey.MOVES, CheckedKey.MOVES, CheckedKey.MOVES),
        end.facts().get(CheckedKey.TOLD).stream().map(key -> key.key().state()).toList());
  }

  @ParameterizedTest
  @EnumSource
  void theGroupIsToldInPlaceOfACheckValue(Language language) throws Exception {
    MigrateRoom.fill(room, devices.source());
    CeremonyState end = making("1").refuses();
    Messages messages = Messages.in(language);
    for (String fact : List.of("device[1].kcv", "kcv")) {
      String told = Sentences.value(messages, fact, end.facts().texts().get(fact));
      assertTrue(told.matches(".* [0-9A-F]{64}") && !told.contains("GROUP"), told);
    }
  }
}
