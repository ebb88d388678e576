// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Set;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/**
 * How ceremonies with single keys begin: the device is named by the witness, and its keys are
 * listed. Nothing is changed, and no PIN is needed.
 */
final class KeyListing {
  /** All keys of the device. */
  static final Fact<List<ListedKey>> LISTED = KeyBackupSteps.LISTED;

  private KeyListing() {}

  private static StepId id(String name) {
    return StepId.of("keyListing." + name);
  }

  /**
   * The section.
   *
   * @param holding what is on the device
   * @param more what else becomes known of the keys
   * @param look reads that
   */
  static Section section(AwaitDevice.Holding holding, List<Fact<List<ListedKey>>> more, Look look) {
    Attest.Shown[] shown = new Attest.Shown[more.size() + 1];
    shown[0] = new Attest.Shown.Openly(LISTED);
    Slot[] slots = new Slot[more.size() + 1];
    slots[0] = LISTED;
    for (int i = 0; i < more.size(); i++) {
      shown[i + 1] = new Attest.Shown.Openly(more.get(i));
      slots[i + 1] = more.get(i);
    }
    return Section.of(
        "keyListing.device",
        AwaitDevice.first(
                id("await"), Seat.OPERATOR, List.of(), "device[1]", DeviceFacts.serial(KeyAccess.D))
            .holding(holding),
        new Perform(
            id("look"),
            Seat.OPERATOR,
            List.of(),
            Set.of(DeviceFacts.serial(KeyAccess.D)),
            DeviceLook.yields(KeyAccess.D, slots),
            desk -> look(desk, look)),
        DeviceLook.named(id("named"), KeyAccess.D, List.of()),
        Attest.of(id("listed"), Seat.WITNESS, List.of(), shown));
  }

  /** Reads more of the keys. */
  @FunctionalInterface
  interface Look {
    /** Nothing more. */
    Look NOTHING = (desk, keys, hsm) -> {};

    /** Puts it down. */
    void at(Desk desk, KeyList keys, SmartCardHsm hsm) throws ProblemException;
  }

  private static void look(Desk desk, Look more) throws ProblemException {
    desk.use(
        DeviceFacts.serial(KeyAccess.D),
        (hsm, device) -> {
          DeviceLook.identity(desk, KeyAccess.D, hsm, device);
          hsm.pins().requireInitialised();
          KeyList keys = KeyList.read(hsm);
          desk.put(LISTED, listed(keys, KeyDomains.read(hsm, device)));
          more.at(desk, keys, hsm);
          return device;
        });
  }

  /** The keys with whether each can be backed up. */
  static List<ListedKey> listed(KeyList keys, KeyDomains domains) {
    return keys.keys().stream()
        .map(key -> ListedKey.of(key.backupChance(domains).name(), key.reference().value(), key))
        .toList();
  }
}
