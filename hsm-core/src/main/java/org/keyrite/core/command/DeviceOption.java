// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a device was initialised to do, a bit each of the option word (byte reference, section 3
 * [2+]).
 */
public enum DeviceOption {
  /** The SO-PIN may unblock the user PIN. */
  RESET_RETRY_COUNTER(0x0001),
  /** The initial user PIN must be changed before the device does anything. */
  TRANSPORT_PIN(0x0002),
  /** The device forgets that the user PIN was given when it is reset or taken out. */
  SESSION_PIN(0x0004),
  /** Keys that unlock the device in place of a PIN may be replaced. */
  REPLACEABLE_AUTHENTICATION_KEYS(0x0008),
  /** Such keys and the user PIN are needed together. */
  PIN_AND_AUTHENTICATION_KEYS(0x0010),
  /** The SO-PIN may unblock the user PIN, but not set a new one. */
  UNBLOCK_ONLY(0x0020);

  private final int bit;

  DeviceOption(int bit) {
    this.bit = bit;
  }

  /** The options in a word; bits that are not known here, as pico-hsm has some, are left out. */
  static Set<DeviceOption> in(int word) {
    Set<DeviceOption> options = EnumSet.noneOf(DeviceOption.class);
    for (DeviceOption option : values()) {
      if ((word & option.bit) != 0) {
        options.add(option);
      }
    }
    return options;
  }

  /** The word with these options. */
  static int word(Set<DeviceOption> options) {
    return options.stream().mapToInt(option -> option.bit).reduce(0, (word, bit) -> word | bit);
  }
}
