// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.DeleteFile;
import org.keyrite.core.command.FileId;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.pkcs15.KeyDescription;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedState;

/** A device that other tools left untidy, the same in every run. */
final class HiddenKeys {
  private HiddenKeys() {}

  /**
   * 1 without a description, 2 as it should be, 3 an AES key without a description, 4 with one that
   * is none, 5 with that of an RSA key, 6 with the ID of 2, 7 without a label, 8 gone, with its
   * request left.
   */
  static SimulatedState device() throws ProblemException {
    return KeyStock.changed(
        KeyStock.empty(1, KeyStock.FILLING),
        1,
        (hsm, device) -> {
          KeyStock.logIn(hsm, 1);
          String[] kinds = {
            "secp256r1",
            "secp256r1",
            "AES-128",
            "brainpoolP256r1",
            "secp256r1",
            "secp256r1",
            "secp256r1",
            "secp256r1"
          };
          for (int number = 1; number <= kinds.length; number++) {
            KeyStock.create(hsm, device, kinds[number - 1], "Key " + number, number);
          }
          hsm.send(new DeleteFile(FileId.ofDescription(new KeyId(1))));
          hsm.send(new DeleteFile(FileId.ofDescription(new KeyId(3))));
          hsm.writeFile(FileId.ofDescription(new KeyId(4)), Bytes.fromHex("30020500"));
          describe(hsm, 5, new KeySpec.Rsa(2048), "Key 5", 5);
          describe(hsm, 6, KeySpec.fromText("secp256r1").orElseThrow(), "Key 6", 2);
          hsm.writeFile(
              FileId.ofDescription(new KeyId(7)),
              Bytes.fromHex(
                  "A0223007030206C0040101300B0401070303073080020107A10A30083002040002020100"));
          hsm.send(new DeleteFile(FileId.ofKey(new KeyId(8))));
          hsm.send(new DeleteFile(FileId.ofDescription(new KeyId(8))));
          return device;
        });
  }

  private static void describe(SmartCardHsm hsm, int number, KeySpec spec, String label, int id)
      throws ProblemException {
    KeyId reference = new KeyId(number);
    hsm.writeFile(
        FileId.ofDescription(reference),
        KeyDescription.of(
                spec,
                reference,
                KeyLabel.of(label),
                PkcsId.of(Bytes.of((byte) id)),
                AllowedAlgorithms.ALL)
            .encode());
  }

  /** The key with this number, as it is now. */
  static StoredKey key(DeviceRoom room, int number) throws ProblemException {
    room.insert(1);
    KeyList keys = KeyStock.keys(room, 1);
    return keys.get(new KeyId(number));
  }
}
