// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.problem.ProblemException;

/**
 * All key domains of a device at one moment.
 *
 * @param slots what is at each index from 0 on; empty if the device has no key domains
 */
public record KeyDomains(List<KeyDomainSlot> slots) {
  /** The slots are kept in their order. */
  public KeyDomains {
    slots = List.copyOf(slots);
  }

  /**
   * Asks a device for one index after the other until it has no more (byte reference, section 9
   * [2+]). Firmware that knows no key domains is asked for the first only, which is its DKEK.
   */
  public static KeyDomains read(SmartCardHsm hsm, DeviceInfo device) throws ProblemException {
    int last = device.supports(Feature.KEY_DOMAINS) ? KeyDomainIndex.LARGEST : 0;
    List<KeyDomainSlot> slots = new ArrayList<>();
    for (int index = 0; index <= last; index++) {
      KeyDomainSlot slot = hsm.send(new QueryKeyDomain(new KeyDomainIndex(index)));
      if (slot instanceof KeyDomainSlot.BeyondLast || slot instanceof KeyDomainSlot.None) {
        break;
      }
      slots.add(slot);
    }
    return new KeyDomains(slots);
  }
}
