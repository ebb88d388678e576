// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Walk;

/** Both ceremonies from end to end, with people who do everything right. */
class DeviceCeremoniesTest {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  @TempDir Path folder;

  private static Ceremony plan(String id, String... decided) throws Exception {
    Map<String, String> all = new HashMap<>(Map.of("name", "Vault 2030"));
    for (int i = 0; i < decided.length; i += 2) {
      all.put(decided[i], decided[i + 1]);
    }
    return Catalogue.find(id).orElseThrow().plan(Facts.ofTexts(all)).ceremony();
  }

  private CeremonyState run(Ceremony ceremony, DeviceRoom room, DevicePeople people)
      throws Exception {
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            ceremony,
            "T-1",
            Bytes.EMPTY,
            Journal.inMemory(),
            room.place(() -> NOW, true),
            Runnable::run)) {
      CeremonyState end = new Walk(runner, people).toTheEnd();
      assertEquals(List.of(), people.refusals);
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertTrue(people.secrets.stream().allMatch(Secret::isWiped));
      return end;
    }
  }

  @Test
  void setsUpTwoDevicesWithOneReaderAndTheSheetsOfAQuorum() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      List<List<char[]>> sheets = room.shareBySheets(1, 2);
      room.device();
      room.device();
      CeremonyState end =
          run(
              plan("device-setup", "expectedKcv", room.kcv(), "label", "Tresor Zürich"),
              room,
              new DevicePeople(room, sheets));
      assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
      assertEquals(room.kcv(), room.kcv(1));
      assertEquals(room.kcv(), room.kcv(2));
    }
  }

  @Test
  void setsUpDevicesWithKeyDomainsAndPasswords() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 2)) {
      room.shareByPassword(1);
      room.shareByPassword(2);
      room.device();
      room.device();
      CeremonyState end =
          run(
              plan(
                  "device-setup",
                  "openedBy",
                  "passwords",
                  "shares",
                  "2",
                  "readers",
                  "2",
                  "keyDomains",
                  "3",
                  "reset",
                  "unblock"),
              room,
              new DevicePeople(room, List.of()));
      assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
      assertEquals(room.kcv(), room.kcv(1));
      assertEquals(room.kcv(), room.kcv(2));
    }
  }

  @Test
  void importsSharesIntoDevicesThatWereSetUpElsewhere() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 2)) {
      List<List<char[]>> sheets = room.shareBySheets(1, 2);
      room.shareByPassword(2);
      for (int d = 1; d <= 3; d++) {
        room.device();
        room.initialised(d, "920102");
      }
      CeremonyState end =
          run(
              plan("dkek-import", "devices", "3", "readers", "2", "shares", "2"),
              room,
              new DevicePeople(room, sheets));
      assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
      for (int d = 1; d <= 3; d++) {
        assertEquals(room.kcv(), room.kcv(d));
      }
    }
  }
}
