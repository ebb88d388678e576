// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import java.time.LocalDate;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.i18n.Message;

/** What devices are called on screens: by their serial, and a pretend one as what it is. */
public final class DeviceNames {
  /** Reads what the first question takes long for; no window should wait for it. */
  public static void prepare() {
    TrustAnchors.known();
  }

  /** What it is called. */
  public Message of(DeviceInfo device) {
    String serial = device.serial().text();
    return isPretend(device)
        ? Message.of("device.pretend", serial)
        : Message.of("device.plugged", serial);
  }

  /** Whether it exists in a program only. */
  public boolean isPretend(DeviceInfo device) {
    // Which root a chain ends in does not depend on the day.
    return device.certificates().verdict(TrustAnchors.known(), LocalDate.EPOCH).origin()
        == Origin.SIMULATED;
  }
}
