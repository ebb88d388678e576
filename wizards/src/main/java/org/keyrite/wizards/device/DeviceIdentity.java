// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.DeviceInfo;

/**
 * Which device it is, wherever it is plugged in. Anybody can make a certificate with the name of
 * another device, so the certificate counts too.
 *
 * @param serial what it is called
 * @param fingerprint SHA-256 of its certificate
 */
public record DeviceIdentity(String serial, Bytes fingerprint) {
  /** That of a device. */
  public static DeviceIdentity of(DeviceInfo device) {
    return new DeviceIdentity(device.serial().text(), device.certificates().fingerprint());
  }
}
