// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

/** The two PINs as P2 of their commands (section 4 [2+]). */
public enum PinReference {
  /** Unlocks the device. */
  USER(0x81),
  /** Initialises and unblocks it. */
  SO(0x88);

  private final int code;

  PinReference(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
