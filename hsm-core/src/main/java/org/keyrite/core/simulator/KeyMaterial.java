// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

/** What a key is made of. */
public sealed interface KeyMaterial permits RsaKey, EcKey, AesKey {
  /** Bytes that it takes of a device's memory. */
  int room();

  /** Whether such firmware knows keys of this kind and size. */
  boolean isKnownTo(Firmware firmware);
}
