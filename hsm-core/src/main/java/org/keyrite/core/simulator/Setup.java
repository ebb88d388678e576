// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

/**
 * What INITIALIZE DEVICE has set, and the PIN commands change.
 *
 * @param options the option word as the SELECT answer tells it
 * @param userPin the user PIN
 * @param soPin the SO-PIN, which outlives every further INITIALIZE
 */
public record Setup(int options, Pin userPin, Pin soPin) {
  /** The SO-PIN may reset the user PIN's counter and set a new PIN. */
  static final int RESET_RETRY = 0x0001;

  /** The user PIN is good for nothing until it has been changed. */
  static final int TRANSPORT_PIN = 0x0002;

  /** The log-in ends with the session, which here it does anyway. */
  static final int SESSION_PIN = 0x0004;

  /** The SO-PIN may only unblock, not set a new PIN. */
  static final int UNBLOCK_ONLY = 0x0020;

  /** All that this device honours. */
  static final int KNOWN = RESET_RETRY | TRANSPORT_PIN | SESSION_PIN | UNBLOCK_ONLY;

  /**
   * A set-up with known options.
   *
   * @throws IllegalArgumentException if there are others
   */
  public Setup {
    if ((options & ~KNOWN) != 0) {
      throw new IllegalArgumentException("options " + options);
    }
  }

  boolean has(int option) {
    return (options & option) != 0;
  }

  Setup withUserPin(Pin pin) {
    return new Setup(options, pin, soPin);
  }

  Setup withSoPin(Pin pin) {
    return new Setup(options, userPin, pin);
  }

  /** The user has chosen a PIN of his own. */
  Setup withoutTransportPin() {
    return new Setup(options & ~TRANSPORT_PIN, userPin, soPin);
  }
}
