// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
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
    List<Item> items =
        new ArrayList<>(new Unlock(name -> StepId.of(ceremony + "." + name), D, List.of()).steps());
    items.add(
        new Perform(
            StepId.of(ceremony + ".unlock"),
            Seat.OPERATOR,
            List.of(),
            Unlock.needs(D),
            Set.of(),
            desk ->
                desk.use(
                    DeviceFacts.serial(D),
                    (hsm, device) -> {
                      Unlock.logIn(desk, hsm, D);
                      return device;
                    }),
            Perform.Trait.ONE_TRY));
    return items;
  }
}
