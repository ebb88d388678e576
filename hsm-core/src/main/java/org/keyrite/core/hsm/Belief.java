// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import org.keyrite.core.command.SelectPublicKey;
import org.keyrite.core.command.VerifyCertificate;
import org.keyrite.core.cvc.CvCertificate;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.problem.GroupProblem.CertificateRefusedByDevice;
import org.keyrite.core.problem.ProblemException;

/**
 * Leads a device to believe another by its certificates (byte reference, section 8.6 [2+]).
 *
 * @param hsm the device that is to believe
 */
record Belief(SmartCardHsm hsm) {

  /**
   * Goes up until the device knows somebody, and down again to the other device, which is then
   * selected for the next command, and only for that.
   *
   * @throws ProblemException {@link CertificateRefusedByDevice}
   */
  void in(DeviceId other) throws ProblemException {
    CvCertificate device = other.device();
    if (hsm.send(new SelectPublicKey(device.holder()))) {
      return;
    }
    if (!hsm.send(new SelectPublicKey(device.issuer()))) {
      select(other.issuer());
      hsm.send(new VerifyCertificate(other.issuer()));
      select(device);
    }
    hsm.send(new VerifyCertificate(device));
    if (!hsm.send(new SelectPublicKey(device.holder()))) {
      throw new CertificateRefusedByDevice(device.holder().text()).asException();
    }
  }

  /** Selects who issued this certificate. */
  private void select(CvCertificate issued) throws ProblemException {
    if (!hsm.send(new SelectPublicKey(issued.issuer()))) {
      throw new CertificateRefusedByDevice(issued.holder().text()).asException();
    }
  }
}
