// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.hsm.GroupMember;
import org.keyrite.core.hsm.GroupSigner;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedAuthority;
import org.keyrite.core.simulator.SimulatedState;

/** Devices of one group, one of them with keys, and one of another group; alike in every run. */
final class MigrateRoom {
  private static final SimulatedAuthority AUTHORITY =
      SimulatedAuthority.create(new Random(1), DeviceRoom.TODAY);
  private static final List<String> KINDS = List.of("AES-256", "secp256r1", "secp256k1");

  /**
   * What devices are before a test.
   *
   * @param source has keys in its first key domain, of the group
   * @param target is in the group with its first key domain
   * @param stranger is in another group
   * @param both is in the group of the stranger with its first key domain, and in that of the
   *     others with its second
   */
  record Devices(
      SimulatedState source, SimulatedState target, SimulatedState stranger, SimulatedState both) {}

  private static Devices made;

  private MigrateRoom() {}

  /** The devices; making them takes longer than a test. */
  static synchronized Devices devices(Path folder) throws Exception {
    if (made == null) {
      made = make(folder);
    }
    return made;
  }

  private static Devices make(Path folder) throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      for (int d = 1; d <= 6; d++) {
        int seed = 300 + d;
        room.device(
            SimulatedState.create(AUTHORITY, Firmware.CURRENT, new Random(seed), DeviceRoom.TODAY));
        room.initialised(d, "970102");
      }
      join(room, 4, 1);
      join(room, 4, 2);
      join(room, 5, 3);
      join(room, 5, 6);
      join(room, 4, 6, new KeyDomainIndex(1));
      givePin(room, 6, 2);
      KeyStock.unlocked(
          room,
          1,
          (hsm, device) -> {
            for (int i = 0; i < KINDS.size(); i++) {
              KeyStock.create(hsm, device, KINDS.get(i), "Key " + (i + 1), i + 1);
            }
            return device;
          });
      return new Devices(
          room.hsm(1).state(), room.hsm(2).state(), room.hsm(3).state(), room.hsm(6).state());
    }
  }

  /** The user PIN of the place where a device stands in tests. */
  private static void givePin(DeviceRoom room, int d, int place) {
    String pins = DevicePeople.pin(d) + DevicePeople.pin(place);
    Bytes data = Bytes.of(pins.getBytes(StandardCharsets.UTF_8));
    Bytes answer = room.send(d, "00240081%02X".formatted(data.size()) + data.toHex());
    if (!answer.equals(Bytes.fromHex("9000"))) {
      throw new AssertionError(answer);
    }
  }

  private static void join(DeviceRoom room, int signer, int member) throws Exception {
    join(room, signer, member, KeyDomainIndex.FIRST);
  }

  private static void join(DeviceRoom room, int signer, int member, KeyDomainIndex domain)
      throws Exception {
    room.insert(member);
    DeviceId id =
        room.devices.use(room.serial(member), (hsm, device) -> DeviceId.of(device.certificates()));
    Membership[] issued = new Membership[1];
    KeyStock.unlocked(
        room,
        signer,
        (hsm, device) -> {
          if (GroupSigner.find(KeyList.read(hsm)).isEmpty()) {
            new KeyCreation(hsm, device)
                .create(
                    KeyList.read(hsm),
                    GroupSigner.newKey("Signer", Bytes.of((byte) 9), Optional.empty()));
          }
          issued[0] = GroupSigner.find(KeyList.read(hsm)).getFirst().issue(hsm, device, id);
          return device;
        });
    KeyStock.unlocked(
        room, member, (hsm, device) -> new GroupMember(hsm, device).join(domain, issued[0]));
  }

  /** Puts these devices into a room. */
  static DeviceRoom fill(DeviceRoom room, SimulatedState... states) {
    for (SimulatedState state : states) {
      room.device(state);
    }
    return room;
  }
}
