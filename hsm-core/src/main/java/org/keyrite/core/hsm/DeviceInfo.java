// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import org.keyrite.core.command.AppletInfo;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.problem.DeviceProblem.AnotherDevice;
import org.keyrite.core.problem.DeviceProblem.FirmwareTooOld;
import org.keyrite.core.problem.ProblemException;

/**
 * Which device it is and what it can do.
 *
 * @param applet firmware and options, as they were when the program was selected
 * @param certificates what it keeps about itself
 */
public record DeviceInfo(AppletInfo applet, CertificateChain certificates) {

  /** What the device is called. */
  public DeviceSerial serial() {
    return new DeviceSerial(certificates.device().holder().holder());
  }

  /** Whether its firmware can do this. */
  public boolean supports(Feature feature) {
    return feature.isIn(applet.firmware());
  }

  /**
   * Refuses a device that cannot do this.
   *
   * @throws ProblemException {@link FirmwareTooOld}
   */
  public void require(Feature feature) throws ProblemException {
    if (!supports(feature)) {
      throw new FirmwareTooOld(applet.firmware().toString(), feature.since().toString())
          .asException();
    }
  }

  /**
   * Refuses another device than the one that is meant ({@code DEVICE-MATCH}).
   *
   * @throws ProblemException {@link AnotherDevice}
   */
  public void require(DeviceSerial expected) throws ProblemException {
    if (!serial().equals(expected)) {
      throw new AnotherDevice(expected.text(), serial().text()).asException();
    }
  }
}
