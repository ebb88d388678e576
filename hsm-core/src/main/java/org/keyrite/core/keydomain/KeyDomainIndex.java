// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.keydomain;

/**
 * The number of a key domain on its device. The first one is the DKEK of devices and tools that
 * know no key domains.
 *
 * @param value 0 to 254
 */
public record KeyDomainIndex(int value) {
  /** The one that every device has which has any. */
  public static final KeyDomainIndex FIRST = new KeyDomainIndex(0);

  /** The largest number. */
  public static final int LARGEST = 254;

  /**
   * The index with this number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public KeyDomainIndex {
    if (value < 0 || value > LARGEST) {
      throw new IllegalArgumentException("key domain " + value);
    }
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
