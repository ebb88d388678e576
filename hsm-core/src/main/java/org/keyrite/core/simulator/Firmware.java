// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;

/**
 * The version that a simulated device claims to have. Numbers are CardContact's.
 *
 * @param major 2 to 4
 * @param minor 0 to 255
 */
public record Firmware(int major, int minor) {
  /** What new simulated devices have: that of a current Nitrokey HSM 2. */
  public static final Firmware CURRENT = new Firmware(4, 1);

  private static final int OLDEST = 2;
  private static final int NEWEST = 4;

  /**
   * A version with option bytes in its SELECT answer.
   *
   * @throws IllegalArgumentException if there is none such
   */
  public Firmware {
    if (major < OLDEST || major > NEWEST || minor < 0 || minor > 0xFF) {
      throw new IllegalArgumentException("firmware " + major + "." + minor);
    }
  }

  /** Key domains came with 3.0. */
  boolean hasKeyDomains() {
    return major >= 3;
  }

  /** XKEK domains with memberships of the present format came with 3.4. */
  boolean hasXkek() {
    return major > 3 || (major == 3 && minor >= 4);
  }

  /** INITIALIZE without data tells the version since 2.4. */
  boolean tellsItsVersion() {
    return major > 2 || minor >= 4;
  }

  /** The ATR of the chip that such firmware runs on. */
  Bytes atr() {
    return Bytes.fromHex(
        major >= 3
            ? "3BDE18FF8191FE1FC38031815448534D317380214081071C"
            : "3BFE1800008131FE458031815448534D31738021408107FA");
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
