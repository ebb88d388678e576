// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Workplace;

/** Ceremonies with devices as they are run undisturbed, and as much may happen to them. */
enum DeviceScenario {
  /** New devices, swapped in one reader; key domains; sheets of a quorum. */
  SET_UP_WITH_SHEETS(
      DeviceSetup.ID, 1, Map.of("keyDomains", "2", "label", "Tresor Zürich", "tries", "5")) {
    @Override
    List<List<char[]>> prepare(DeviceRoom room) throws Exception {
      room.device();
      room.device();
      return room.shareBySheets(1, 2);
    }
  },
  /** One device that was in use before, in a reader of its own; passwords. */
  SET_UP_WITH_PASSWORDS(
      DeviceSetup.ID,
      1,
      Map.of("openedBy", "passwords", "shares", "2", "devices", "1", "reset", "never")) {
    @Override
    List<List<char[]>> prepare(DeviceRoom room) throws Exception {
      room.device();
      room.initialised(1, "920101");
      room.shareByPassword(1);
      room.shareByPassword(2);
      return List.of();
    }
  },
  /** Two devices, swapped in one reader; a quorum's share and a password's. */
  IMPORT(DkekImport.ID, 1, Map.of("shares", "2")) {
    @Override
    List<List<char[]>> prepare(DeviceRoom room) throws Exception {
      room.device();
      room.device();
      room.initialised(1, "920102");
      room.initialised(2, "920102");
      List<List<char[]>> sheets = room.shareBySheets(1, 2);
      room.shareByPassword(2);
      return sheets;
    }
  },
  /** A share is in the device already, and is to be cleared. */
  IMPORT_INSTEAD(
      DkekImport.ID,
      1,
      Map.of("openedBy", "passwords", "shares", "2", "devices", "1", "clear", "yes")) {
    @Override
    List<List<char[]>> prepare(DeviceRoom room) throws Exception {
      room.device();
      room.initialised(1, "920102");
      room.send(1, "8052000020" + "5A".repeat(32));
      room.shareByPassword(1);
      room.shareByPassword(2);
      return List.of();
    }
  },
  /** A pair with a certificate request on the first of two devices, swapped in one reader. */
  NEW_PAIR(
      KeyCreate.ID,
      1,
      Map.of("keyLabel", "Wurzel Zürich", "request", "yes", "uses", "9", "keyId", "0a0b")) {
    @Override
    List<List<char[]>> prepare(DeviceRoom room) throws Exception {
      KeyRoom.fill(room, 2);
      return List.of();
    }

    @Override
    void requireRight(DeviceRoom room, CeremonyState end) throws Exception {
      KeyRoom.requireOnly(room, "Wurzel Zürich", end);
    }
  },
  /** A secret key with an ID that is made up. */
  NEW_SECRET_KEY(KeyCreate.ID, 1, Map.of("keyKind", "AES-256", "devices", "1")) {
    @Override
    List<List<char[]>> prepare(DeviceRoom room) throws Exception {
      KeyRoom.fill(room, 1);
      return List.of();
    }

    @Override
    void requireRight(DeviceRoom room, CeremonyState end) throws Exception {
      KeyRoom.requireOnly(room, "Vault 2030", end);
    }
  };

  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  private final String ceremony;
  private final int readers;
  private final Map<String, String> decided;

  DeviceScenario(String ceremony, int readers, Map<String, String> decided) {
    this.ceremony = ceremony;
    this.readers = readers;
    this.decided = decided;
  }

  /** Puts devices and share files into a room; the sheets that custodians bring. */
  abstract List<List<char[]>> prepare(DeviceRoom room) throws Exception;

  /** What else must hold on the devices when the ceremony has ended. */
  void requireRight(DeviceRoom room, CeremonyState end) throws Exception {
    // All devices have the key encryption key of all shares, and that is all.
  }

  DeviceRoom room(Path folder) {
    return new DeviceRoom(folder, readers);
  }

  Ceremony ceremony() throws ProblemException {
    Map<String, String> all = new HashMap<>(decided);
    all.put("name", "Vault 2030");
    return Catalogue.find(ceremony).orElseThrow().plan(Facts.ofTexts(all)).ceremony();
  }

  static Workplace place(DeviceRoom room) {
    return room.place(() -> NOW, true);
  }

  CeremonyRunner start(DeviceRoom room, Journal journal) throws ProblemException {
    return CeremonyRunner.start(
        ceremony(), "T-1", Bytes.EMPTY, journal, place(room), Runnable::run);
  }

  CeremonyRunner resume(DeviceRoom room, Journal journal) throws ProblemException {
    return CeremonyRunner.resume(ceremony(), journal, place(room), Runnable::run);
  }
}
