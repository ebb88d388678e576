// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;

/**
 * Whether a key can leave its device, as far as the device tells (byte reference, sections 6.1 and
 * 7.3). That a key was made before its key encryption key, and can never leave for that, no device
 * tells: only wrapping it shows.
 */
public enum BackupChance {
  /** Its key domain has a key encryption key that other devices may have too. */
  POSSIBLE,
  /** The device made up the key encryption key itself: no other device can take the key in. */
  ONLY_BACK_HERE,
  /** Its key domain has no key encryption key at this moment. */
  NO_KEY_ENCRYPTION_KEY,
  /** Its list leaves wrapping out, or the device has no such key domain. */
  NEVER;

  /** The chance of a key on these terms on a device with these key domains. */
  public static BackupChance of(KeyTerms terms, KeyDomains domains) {
    int index = terms.domain().orElse(KeyDomainIndex.FIRST).value();
    if (!terms.algorithms().allows(Algorithm.WRAP)
        || index >= domains.slots().size()
        || !(domains.slots().get(index) instanceof KeyDomainSlot.Defined(KeyDomainStatus status))) {
      return NEVER;
    }
    if (!status.hasKey()) {
      return NO_KEY_ENCRYPTION_KEY;
    }
    return status.shares() == 0 && !status.isExchanged() ? ONLY_BACK_HERE : POSSIBLE;
  }
}
