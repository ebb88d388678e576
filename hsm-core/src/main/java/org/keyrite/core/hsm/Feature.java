// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import org.keyrite.core.command.Firmware;

/**
 * What not every firmware can do; versions are compared nowhere else (byte reference, "Firmware
 * vocabulary", sections 1.3 and 9). pico-hsm has all of it and counts its versions from above
 * these.
 */
public enum Feature {
  /** Tells free memory when asked. [1] */
  DEVICE_QUERY(2, 4),
  /** More key domains than one. [2+] */
  KEY_DOMAINS(3, 0),
  /** AES keys. [2+] */
  AES_KEYS(3, 0),
  /** XKEK key domains with memberships of the present format. [2+] */
  XKEK(3, 4);

  private final Firmware since;

  Feature(int major, int minor) {
    this.since = new Firmware(major, minor);
  }

  /** The first firmware that has it. */
  public Firmware since() {
    return since;
  }

  boolean isIn(Firmware firmware) {
    return firmware.compareTo(since) >= 0;
  }
}
