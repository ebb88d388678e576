// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;

/**
 * The name of a file or key on a device (byte reference, section 2.1 [2+]).
 *
 * @param value two bytes, big-endian; the first says what it is, the second is its number
 */
public record FileId(int value) {
  /** The device's certificates. */
  public static final FileId CERTIFICATES = new FileId(0x2F02);

  /** The label of the device. */
  public static final FileId TOKEN_INFO = new FileId(0x2F03);

  private static final int KEY = 0xCC;

  /**
   * The name with this number.
   *
   * @throws IllegalArgumentException if it does not fit two bytes
   */
  public FileId {
    if (value < 0 || value > 0xFFFF) {
      throw new IllegalArgumentException("file " + value);
    }
  }

  /** What it is, such as {@code CC} for a key. */
  public int type() {
    return value >> 8;
  }

  /** Its number among those of its type. */
  public int number() {
    return value & 0xFF;
  }

  /** Whether it is a key of the owner: number 0 is the device's own. */
  public boolean isKey() {
    return type() == KEY && number() != 0;
  }

  CommandApdu.Builder asParameters(int cla, int ins) {
    return CommandApdu.of(cla, ins, type(), number());
  }

  /** Four upper-case hex digits. */
  @Override
  public String toString() {
    return "%04X".formatted(value);
  }
}
