// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.OptionalInt;
import java.util.Set;

/**
 * What a device says of itself when its program is selected.
 *
 * @param firmware version of its firmware
 * @param platform number of the chip it runs on, FF for pico-hsm; what the others mean is not
 *     public
 * @param options what it was initialised to do; devices before 2.0 do not tell
 */
public record AppletInfo(Firmware firmware, OptionalInt platform, Set<DeviceOption> options) {
  private static final int PICO_HSM = 0xFF;

  /** The options are kept as given. */
  public AppletInfo {
    options = Set.copyOf(options);
  }

  /** Whether it is the free firmware pico-hsm, which does some things differently. */
  public boolean isPicoHsm() {
    return platform.equals(OptionalInt.of(PICO_HSM));
  }
}
