// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.cvc.CvCertificate;
import org.keyrite.core.problem.GroupProblem.CertificateRefusedByDevice;
import org.keyrite.core.problem.ProblemException;

/**
 * Has a device verify a certificate by the key that was selected just before: {@code 00 2A 00 BE Lc
 * 7F4E 5F37} (section 8.6 [2+]). Firmwares refuse it with 6A88, 6985, 6982 or 6300 [1].
 *
 * @param certificate of whom the device is to believe
 */
public record VerifyCertificate(CvCertificate certificate) implements Command<Done> {
  private static final String NAME = "VERIFY CERTIFICATE";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x2A, 0x00, 0xBE).put(certificate.content()).build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> Refusal.nothingElse(NAME, answer);
      case Refusal.REFERENCE_NOT_FOUND,
          Refusal.CONDITIONS,
          Refusal.NOT_LOGGED_IN,
          Refusal.VERIFICATION ->
          throw new CertificateRefusedByDevice(certificate.holder().text()).asException();
      default -> throw Refusal.of(NAME, answer.status());
    };
  }
}
