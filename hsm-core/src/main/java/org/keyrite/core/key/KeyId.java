// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

/**
 * The number of a key on its device, its <em>reference</em> (byte reference, section 2.1 [2+]). Not
 * the ID that PKCS #11 shows, which is in the key's description.
 *
 * @param value 1 to 255; 0 is the device's own key, which nobody may use
 */
public record KeyId(int value) implements Comparable<KeyId> {
  /** The largest number. */
  public static final int LARGEST = 255;

  /**
   * The reference with this number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public KeyId {
    if (value < 1 || value > LARGEST) {
      throw new IllegalArgumentException("key " + value);
    }
  }

  @Override
  public int compareTo(KeyId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
