// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

/**
 * Where a device comes from, by its certificates. They are public and can be copied, so one that
 * shows genuine ones counts as genuine only once it proved that it has the key that goes with them.
 */
public enum Origin {
  /** Made by CardContact, or by Nitrokey with a device of theirs. */
  GENUINE,
  /** Its certificates are those of a genuine device, but it did not prove that it has their key. */
  UNPROVEN,
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
  CONTRADICTED;

  /** What is left of it where a device did not prove that it has the key of its certificates. */
  public Origin unproven() {
    return this == GENUINE ? UNPROVEN : this;
  }
}
