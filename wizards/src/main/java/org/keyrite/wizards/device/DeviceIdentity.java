// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.ChipAuthentication;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.ProblemException;

/**
 * Which device it is, wherever it is plugged in. Anybody can make a certificate with the name of
 * another device, so the certificate counts too.
 *
 * @param serial what it is called
 * @param fingerprint SHA-256 of its certificate
 * @param proven whether it proved that it has the key of its certificate, which can be copied
 */
public record DeviceIdentity(String serial, Bytes fingerprint, boolean proven) {
  /** That of a device that has just told who it is, which is asked to prove it. */
  public static DeviceIdentity of(SmartCardHsm hsm, DeviceInfo device) throws ProblemException {
    return of(device, ChipAuthentication.proves(hsm, device));
  }

  /** That of a device. */
  static DeviceIdentity of(DeviceInfo device, boolean proven) {
    return new DeviceIdentity(device.serial().text(), device.certificates().fingerprint(), proven);
  }

  /** Whether a device has this name and this certificate. */
  boolean isShownBy(DeviceInfo device) {
    return device.serial().text().equals(serial)
        && device.certificates().fingerprint().equals(fingerprint);
  }

  /** Whether a device can be this one: a device that proved itself once must do so every time. */
  public boolean isSameAs(DeviceIdentity later) {
    return later.serial.equals(serial)
        && later.fingerprint.equals(fingerprint)
        && (later.proven || !proven);
  }
}
