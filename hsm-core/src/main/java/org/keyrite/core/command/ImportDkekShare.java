// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.DeviceProblem.ShareCountExceeded;
import org.keyrite.core.problem.ProblemException;

/**
 * Gives a share to a key domain: {@code 80 52 00 domain 20 share 00} (section 5.4 [2+]). No log-in
 * is needed for the first domain; a device that wants one says so. A share given twice cancels
 * itself, and the device does not notice: the status says how many are missing, never which.
 *
 * @param domain where it goes
 * @param share the share, lent
 */
public record ImportDkekShare(KeyDomainIndex domain, DkekShare share)
    implements Command<KeyDomainStatus> {
  private static final String NAME = "IMPORT DKEK SHARE";

  @Override
  public CommandApdu encode() {
    return share
        .use(KeyDomainCommand.of(KeyDomainCommand.QUERY_OR_IMPORT, domain)::put)
        .expecting(256)
        .build();
  }

  @Override
  public KeyDomainStatus decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> KeyDomainStatus.parse(answer.data());
      case Refusal.NOT_ALLOWED -> throw new ShareCountExceeded(domain.value()).asException();
      default -> throw KeyDomainCommand.refusal(NAME, domain, answer.status());
    };
  }
}
