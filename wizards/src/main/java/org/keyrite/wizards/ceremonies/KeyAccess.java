// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/**
 * How ceremonies that move keys get at those of their one device: its tries are seen, its user PIN
 * is typed and proven once, and then given to it for each key.
 */
final class KeyAccess {
  /** The number of the device, which is the only one. */
  static final int D = 1;

  private KeyAccess() {}

  /** Counts the tries, shows them, asks for the PIN and proves it. */
  static List<Item> unlock(String ceremony) {
    return List.of(
        new Perform(
            StepId.of(ceremony + ".count"),
            Seat.OPERATOR,
            List.of(),
            Set.of(DeviceFacts.serial(D)),
            Set.of(DeviceFacts.userTries(D)),
            desk ->
                desk.put(
                    DeviceFacts.userTries(D),
                    desk.use(DeviceFacts.serial(D), (hsm, device) -> DevicePins.triesOfUser(hsm)))),
        Attest.of(
            StepId.of(ceremony + ".tries"),
            Seat.WITNESS,
            List.of(),
            new Attest.Shown.Openly(DeviceFacts.serial(D)),
            new Attest.Shown.Openly(DeviceFacts.userTries(D))),
        Ask.of(
            StepId.of(ceremony + ".pin"),
            Seat.OPERATOR,
            List.of(),
            new Field(DeviceFacts.pin(D), new Editor.KnownPin(Pin.USER))),
        new Perform(
            StepId.of(ceremony + ".unlock"),
            Seat.OPERATOR,
            List.of(),
            needs(),
            Set.of(),
            desk ->
                desk.use(
                    DeviceFacts.serial(D),
                    (hsm, device) -> {
                      logIn(desk, hsm);
                      return device;
                    }),
            Perform.Trait.ONE_TRY));
  }

  /** What work on an unlocked device needs, and more. */
  static Set<Slot> needs(Slot... more) {
    Set<Slot> needs = new HashSet<>(List.of(more));
    needs.add(DeviceFacts.serial(D));
    needs.add(DeviceFacts.userTries(D));
    needs.add(DeviceFacts.pin(D));
    return needs;
  }

  static void logIn(Desk desk, SmartCardHsm hsm) throws ProblemException {
    DevicePins.logIn(hsm, desk.get(DeviceFacts.pin(D)), desk.get(DeviceFacts.userTries(D)));
  }
}
