// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

/** What keys of a newly initialised device can be wrapped under. */
public sealed interface KeyDomainSetup {

  /** Nothing: no key ever leaves the device. */
  record None() implements KeyDomainSetup {}

  /**
   * One DKEK.
   *
   * @param shares how many shares make it, 1 to 255
   */
  record DkekShares(int shares) implements KeyDomainSetup {
    /** So many shares. */
    public DkekShares {
      if (shares < 1 || shares > 255) {
        throw new IllegalArgumentException(shares + " shares");
      }
    }
  }

  /** One DKEK that the device makes up itself; no key ever leaves it either. */
  record RandomDkek() implements KeyDomainSetup {}

  /**
   * Key domains that are set up one by one afterwards.
   *
   * @param count how many there is room for, 1 to 255; pico-hsm takes 16
   */
  record KeyDomains(int count) implements KeyDomainSetup {
    /** So many key domains. */
    public KeyDomains {
      if (count < 1 || count > 255) {
        throw new IllegalArgumentException(count + " key domains");
      }
    }
  }
}
