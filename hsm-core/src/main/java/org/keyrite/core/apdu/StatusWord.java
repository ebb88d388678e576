// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import java.util.OptionalInt;

/**
 * The last two bytes of an answer.
 *
 * @param value SW1 and SW2 as one number, big-endian, such as {@code 0x9000}
 */
public record StatusWord(int value) {
  /** How many bytes it has. */
  public static final int SIZE = 2;

  private static final int OK = 0x9000;

  /** Counters are told as {@code 63Cx}, x being the tries that are left. */
  private static final int COUNTER = 0x63C0;

  /** Whether the command was carried out. */
  public boolean isOk() {
    return value == OK;
  }

  /** The tries that are left, if this status tells them. */
  public OptionalInt triesLeft() {
    return (value & 0xFFF0) == COUNTER ? OptionalInt.of(value & 0xF) : OptionalInt.empty();
  }

  /** Four upper-case hex digits. */
  @Override
  public String toString() {
    return "%04X".formatted(value);
  }
}
