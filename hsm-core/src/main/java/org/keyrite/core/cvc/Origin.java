// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

/**
 * What the certificates of a device say about where it comes from. They are public and can be
 * copied: that the device also has the key that goes with them is another proof.
 */
public enum Origin {
  /** Made by CardContact, or by Nitrokey with a device of theirs. */
  GENUINE,
  /** A test device of CardContact. */
  TEST,
  /**
   * A microcontroller with the free firmware pico-hsm, whose roots are public keys of its author.
   */
  PICO_HSM,
  /** A simulated device, or one that calls itself so: no proof is asked for that. */
  SIMULATED,
  /** Its certificates end at a root that is not known here. */
  UNKNOWN,
  /** Its certificates name a known root, but a signature or a right in them does not hold. */
  CONTRADICTED
}
