// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

/**
 * What a device is called everywhere: the holder of its certificate without the sequence (byte
 * reference, section 1.4 [2+]). OpenSC shows the same.
 *
 * @param text such as {@code DENK0404144}; 3 to 11 characters of printable ASCII
 */
public record DeviceSerial(String text) {
  /** How many characters people type to name a device. */
  public static final int TYPED = 4;

  /** The last characters, which people type before anything is erased. */
  public String lastCharacters() {
    return text.substring(Math.max(0, text.length() - TYPED));
  }

  @Override
  public String toString() {
    return text;
  }
}
