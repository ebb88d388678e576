// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.keydomain;

/** What is at one index of a device's key domains. */
public sealed interface KeyDomainSlot {

  /** A key domain that was set up. */
  record Defined(KeyDomainStatus status) implements KeyDomainSlot {}

  /** Room for a key domain that was not set up yet. */
  record Undefined() implements KeyDomainSlot {}

  /** The device has no more key domains from here on. */
  record BeyondLast() implements KeyDomainSlot {}

  /**
   * The device has no key domains at all: it was initialised without, or not yet, or its firmware
   * does not know them.
   */
  record None() implements KeyDomainSlot {}
}
