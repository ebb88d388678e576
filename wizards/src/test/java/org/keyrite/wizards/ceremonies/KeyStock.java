// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.wizards.device.DeviceJob;
import org.keyrite.wizards.device.Devices;

/** Devices with a DKEK, and keys on one of them, the same in every run. */
final class KeyStock {
  /** Of the DKEK that devices get here. */
  static final int FILLING = 7;

  private static final String READER = "workbench";
  private static final List<KeyUse> ALL = List.of(KeyUse.values());
  private static final Map<Integer, SimulatedState> OLD = new HashMap<>();
  private static SimulatedState full;

  private KeyStock() {}

  /** The first device, with keys: two whose names differ in case only, one that has to stay. */
  static synchronized SimulatedState source() throws ProblemException {
    if (full == null) {
      full =
          changed(
              empty(1, FILLING),
              1,
              (hsm, device) -> {
                logIn(hsm, 1);
                create(hsm, device, "secp256r1", "Root CA", 1);
                create(hsm, device, "brainpoolP256r1", "root ca", 2);
                create(hsm, device, "AES-256", "Wein, Weib / Gesang", 3);
                stays(hsm, device);
                return device;
              });
    }
    return full;
  }

  /** The device of this seed, with a DKEK, no keys, and the PINs of a room's first device. */
  static SimulatedState empty(int d, int filling) throws ProblemException {
    return changed(
        DeviceRoom.make(d, Firmware.CURRENT),
        d,
        (hsm, device) -> {
          try (UserPin user = pin(1);
              Passphrase typed = Passphrase.taking(DevicePeople.soPin(1).toCharArray());
              SoPin so = SoPin.typed(typed);
              DkekShare share = share(filling)) {
            hsm.sendWithSoPin(
                new InitializeDevice(Set.of(), user, so, 3, new KeyDomainSetup.DkekShares(1)));
            hsm.send(new ImportDkekShare(KeyDomainIndex.FIRST, share));
            return device;
          }
        });
  }

  /** The device of this seed with a DKEK and one key that was there before. */
  static synchronized SimulatedState withOldKey(int d) throws ProblemException {
    if (!OLD.containsKey(d)) {
      OLD.put(
          d,
          changed(
              empty(d, FILLING),
              d,
              (hsm, device) -> {
                logIn(hsm, 1);
                create(hsm, device, "secp256r1", "Old", 99);
                return device;
              }));
    }
    return OLD.get(d);
  }

  /** The keys of a device, as they have to stay. */
  record Kept(List<StoredKey> keys) {
    /** Each is on the first device of this room as it was. */
    void requireIn(DeviceRoom room) throws Exception {
      List<StoredKey> now = KeyStock.keys(room, 1).keys();
      keys.forEach(key -> assertTrue(now.contains(key), () -> key + " is not among " + now));
    }
  }

  /** The keys of a device in this state. */
  static Kept kept(SimulatedState state) throws ProblemException {
    List<StoredKey> keys = new ArrayList<>();
    changed(state, 1, (hsm, device) -> keys.addAll(KeyList.read(hsm).keys()));
    return new Kept(keys);
  }

  private static UserPin pin(int d) throws ProblemException {
    try (Passphrase typed = Passphrase.taking(DevicePeople.pin(d).toCharArray())) {
      return UserPin.existing(typed);
    }
  }

  static DkekShare share(int filling) {
    byte[] content = new byte[DkekShare.SIZE];
    Arrays.fill(content, (byte) filling);
    return DkekShare.taking(Secret.taking(content));
  }

  static Dkek dkek() {
    try (DkekShare share = share(FILLING)) {
      return Dkek.of(List.of(share));
    }
  }

  static String kcv() {
    try (Dkek dkek = dkek()) {
      return dkek.keyCheckValue().toText();
    }
  }

  /** The state of a device after this was done with it. */
  static SimulatedState changed(SimulatedState state, int d, DeviceJob<?> job)
      throws ProblemException {
    SimulatedHsm hsm = new SimulatedHsm(state, StateStore.MEMORY, new Random(d));
    PracticeReaders readers = new PracticeReaders(List.of(READER));
    readers.insert(READER, hsm);
    try (Devices devices = new Devices(readers)) {
      devices.use(state.identity().serial(), job);
    }
    return hsm.state();
  }

  /** Does something with a device of a room as another program would, unlocked. */
  static void unlocked(DeviceRoom room, int d, DeviceJob<?> job) throws ProblemException {
    room.insert(d);
    room.devices.use(
        room.serial(d),
        (hsm, device) -> {
          logIn(hsm, d);
          return job.on(hsm, device);
        });
  }

  /** Another program deletes keys of a device. */
  static void delete(DeviceRoom room, int d, int... references) throws ProblemException {
    unlocked(
        room,
        d,
        (hsm, device) -> {
          for (int reference : references) {
            KeyDeletion.delete(hsm, new KeyId(reference));
          }
          return device;
        });
  }

  static void logIn(SmartCardHsm hsm, int d) throws ProblemException {
    try (UserPin pin = pin(d)) {
      hsm.send(new VerifyPin(pin));
    }
  }

  static void create(SmartCardHsm hsm, DeviceInfo device, String spec, String label, int id)
      throws ProblemException {
    create(hsm, device, spec, label, id, ALL, OptionalLong.empty());
  }

  private static void stays(SmartCardHsm hsm, DeviceInfo device) throws ProblemException {
    create(hsm, device, "secp256r1", "Stays", 4, List.of(KeyUse.SIGN), OptionalLong.empty());
  }

  static void create(
      SmartCardHsm hsm,
      DeviceInfo device,
      String spec,
      String label,
      int id,
      List<KeyUse> uses,
      OptionalLong counter)
      throws ProblemException {
    KeySpec kind = KeySpec.fromText(spec).orElseThrow();
    Set<KeyUse> possible = new HashSet<>(KeyUse.of(kind));
    possible.retainAll(uses);
    KeyTerms terms =
        new KeyTerms(AllowedAlgorithms.forUses(kind, possible), Optional.empty(), counter);
    new KeyCreation(hsm, device)
        .create(
            KeyList.read(hsm),
            new NewKey(kind, terms, KeyLabel.of(label), PkcsId.of(Bytes.of((byte) id))));
  }

  /** The keys of a device of a room. */
  static KeyList keys(DeviceRoom room, int d) throws ProblemException {
    return room.devices.use(room.serial(d), (hsm, device) -> KeyList.read(hsm));
  }

  /** A backup of all keys of the first device that can leave it; the path of its list. */
  static Path backup(Path folder) throws ProblemException {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      room.device(source());
      new DeviceStory(room, List.of(), KeyBackup.ID).answering("keys.chosen", "all").refuses();
    }
    return folder.resolve(KeyManifest.NAME);
  }
}
