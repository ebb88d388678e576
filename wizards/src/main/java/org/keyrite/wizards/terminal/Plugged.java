// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.Map;
import java.util.Optional;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;

/**
 * Where the devices of a ceremony are.
 *
 * @param devices those in readers
 * @param drawer those that the program puts in
 * @param chosen by the part of a device, in which reader it is awaited for the first time
 */
record Plugged(Devices devices, Drawer drawer, Map<String, String> chosen) {
  /** Keeps its own copy of the choice. */
  Plugged {
    chosen = Map.copyOf(chosen);
  }

  /** The reader that was chosen for a part. */
  Optional<String> reader(String part) {
    return Optional.ofNullable(chosen.get(part));
  }
}
