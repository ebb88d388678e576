// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.Comparator;

/**
 * Version of a device's firmware. pico-hsm counts on its own: its 6.6 says nothing about whether it
 * is newer than a SmartCard-HSM with 4.1 (byte reference, section 1).
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 */
public record Firmware(int major, int minor) implements Comparable<Firmware> {
  private static final Comparator<Firmware> ORDER =
      Comparator.comparingInt(Firmware::major).thenComparingInt(Firmware::minor);

  @Override
  public int compareTo(Firmware other) {
    return ORDER.compare(this, other);
  }

  /** Such as 3.5. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
