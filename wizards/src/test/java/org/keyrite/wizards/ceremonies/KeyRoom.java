// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.wizards.ceremony.CeremonyState;

/** Devices that were set up elsewhere and have the same key encryption key. */
final class KeyRoom {
  private static final String SHARE = "8052000020" + "5A".repeat(32);
  private static final String OTHER = "8052000020" + "3C".repeat(32);

  private KeyRoom() {}

  static DeviceRoom of(Path folder, int devices) {
    DeviceRoom room = new DeviceRoom(folder, 1);
    fill(room, devices);
    return room;
  }

  static void fill(DeviceRoom room, int devices) {
    for (int i = 1; i <= devices; i++) {
      int d = room.device();
      room.initialised(d, "920101");
      room.send(d, SHARE);
    }
    byte[] share = new byte[32];
    Arrays.fill(share, (byte) 0x5A);
    room.shares.add(share);
  }

  /** The first device has one key, which is the one in the record, and the others have none. */
  static void requireOnly(DeviceRoom room, String label, CeremonyState end) throws Exception {
    KeyList list = list(room, 1);
    assertEquals(Set.of(), list.leftovers());
    assertEquals(1, list.keys().size(), list::toString);
    StoredKey key = list.keys().getFirst();
    assertEquals(label, key.label().orElseThrow());
    assertEquals(end.facts().get(NewKeyFacts.ID), key.pkcsId().orElseThrow());
    assertEquals(end.facts().get(NewKeyFacts.REFERENCE), key.reference().value());
    assertEquals(
        end.facts().get(NewKeyFacts.PUBLIC_KEY),
        key.publicKey().map(half -> half.encode().toHex()).orElse(NewKeyFacts.NONE));
    for (int d = 2; d <= room.hsms.size(); d++) {
      assertEquals(List.of(), keys(room, d));
    }
  }

  /** One more device, with a key encryption key of its own. */
  static void another(DeviceRoom room) {
    int d = room.device();
    room.initialised(d, "920101");
    room.send(d, OTHER);
  }

  /** Everything that is on a device, asked for as anybody can. */
  static KeyList list(DeviceRoom room, int d) throws Exception {
    room.insert(d);
    return room.devices.use(room.serial(d), (hsm, device) -> KeyList.read(hsm));
  }

  static List<StoredKey> keys(DeviceRoom room, int d) throws Exception {
    return list(room, d).keys();
  }

  /** A run with all devices in readers of their own. */
  static DeviceStory story(DeviceRoom room, String... more) {
    String[] decided = new String[more.length + 4];
    decided[0] = "devices";
    decided[1] = String.valueOf(room.hsms.size());
    decided[2] = "readers";
    decided[3] = "2";
    System.arraycopy(more, 0, decided, 4, more.length);
    return new DeviceStory(room, List.of(), KeyCreate.ID, decided);
  }

  static void noKeys(DeviceRoom room) throws Exception {
    for (int d = 1; d <= room.hsms.size(); d++) {
      assertEquals(List.of(), keys(room, d));
    }
  }
}
