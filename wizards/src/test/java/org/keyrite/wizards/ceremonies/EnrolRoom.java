// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.hsm.GroupSigner;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedAuthority;
import org.keyrite.core.simulator.SimulatedState;

/** Devices of one maker, the same in every run: some with room for a key domain, and a signer. */
final class EnrolRoom {
  private static final SimulatedAuthority AUTHORITY =
      SimulatedAuthority.create(new Random(1), DeviceRoom.TODAY);

  private EnrolRoom() {}

  private static SimulatedState virgin(SimulatedAuthority authority, int seed, Firmware firmware) {
    return SimulatedState.create(authority, firmware, new Random(seed), DeviceRoom.TODAY);
  }

  /** Puts a member in a room as its next device. */
  static int member(DeviceRoom room) {
    return member(room, Firmware.CURRENT);
  }

  static int member(DeviceRoom room, Firmware firmware) {
    return member(room, 100 + room.hsms.size(), firmware);
  }

  /** The member with this seed. */
  static int member(DeviceRoom room, int seed, Firmware firmware) {
    int d = room.device(virgin(AUTHORITY, seed, firmware));
    room.initialised(d, firmware.major() < 3 ? "920101" : "970102");
    return d;
  }

  /** Puts a device with a group signer in a room as its next device. */
  static int signer(DeviceRoom room) throws ProblemException {
    return signer(room, AUTHORITY);
  }

  static int signer(DeviceRoom room, SimulatedAuthority authority) throws ProblemException {
    int d = room.device(virgin(authority, 200 + room.hsms.size(), Firmware.CURRENT));
    room.initialised(d, "970101");
    KeyStock.unlocked(
        room,
        d,
        (hsm, device) ->
            new KeyCreation(hsm, device)
                .create(
                    KeyList.read(hsm),
                    GroupSigner.newKey(
                        "Group Signer", Bytes.of((byte) 1), Optional.<KeyDomainIndex>empty())));
    room.remove(d);
    return d;
  }

  static DeviceId id(SimulatedState device) throws ProblemException {
    return DeviceId.of(CertificateChain.parse(device.identity().certificates()));
  }

  /** The device IDs of these devices, as they are carried. */
  static Path carryIds(Path stick, List<SimulatedState> members)
      throws ProblemException, IOException {
    Files.createDirectories(stick);
    Path last = stick;
    for (SimulatedState member : members) {
      DeviceId id = id(member);
      last = Files.write(stick.resolve(id.fileName()), id.encode().toByteArray());
    }
    return last;
  }

  /** Memberships for these devices by the signer of a room, as they are carried. */
  static Path carryMemberships(
      Path stick, DeviceRoom room, int signer, List<SimulatedState> members)
      throws ProblemException, IOException {
    Files.createDirectories(stick);
    Path[] last = {stick};
    for (SimulatedState member : members) {
      DeviceId id = id(member);
      KeyStock.unlocked(
          room,
          signer,
          (hsm, device) -> {
            Membership issued =
                GroupSigner.find(KeyList.read(hsm)).getFirst().issue(hsm, device, id);
            last[0] = stick.resolve(issued.fileName(id));
            write(last[0], issued.encode());
            return device;
          });
    }
    room.remove(signer);
    return last[0];
  }

  static void write(Path file, Bytes content) {
    try {
      Files.write(file, content.toByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
