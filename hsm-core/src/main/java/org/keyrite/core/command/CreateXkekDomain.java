// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.problem.DeviceProblem.KeyDomainUnavailable;
import org.keyrite.core.problem.GroupProblem.CertificateRefusedByDevice;
import org.keyrite.core.problem.GroupProblem.MembershipRefusedByDevice;
import org.keyrite.core.problem.ProblemException;

/**
 * Sets a key domain up for the group of a membership: {@code 80 52 02 domain Lc 7F21 42 5F37 54
 * Le}, after log-in and directly after the signer's device was selected (sections 9 and 10.5 [2+]).
 * The request is always sent in full; pico-hsm looks at the first and last part only [1]. Extended,
 * about 560 bytes.
 *
 * @param domain the index, where nothing is set up yet
 * @param membership for this device
 */
public record CreateXkekDomain(KeyDomainIndex domain, Membership membership)
    implements Command<KeyDomainStatus> {
  private static final String NAME = "CREATE XKEK DOMAIN";

  @Override
  public CommandApdu encode() {
    return KeyDomainCommand.of(KeyDomainCommand.CREATE_XKEK, domain)
        .put(membership.request().content())
        .put(membership.encodedSignature())
        .expecting(256)
        .build();
  }

  @Override
  public KeyDomainStatus decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> KeyDomainStatus.parse(answer.data());
      case Refusal.EXISTS -> throw new KeyDomainUnavailable(domain.value()).asException();
      case Refusal.REFERENCE_NOT_FOUND ->
          throw new CertificateRefusedByDevice(membership.device().holder().text()).asException();
      case Refusal.CONDITIONS, Refusal.VERIFICATION, Refusal.WRONG_DATA, Refusal.WRONG_LENGTH ->
          throw new MembershipRefusedByDevice(answer.status().toString()).asException();
      default -> throw KeyDomainCommand.refusal(NAME, domain, answer.status());
    };
  }
}
