// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.ProblemException;

/**
 * Forgets the key encryption key of a key domain, DKEK or XKEK; the domain and its keys stay:
 * {@code 80 52 04 domain}, after log-in (section 9 [2+]). All shares must then be imported again
 * [1]. The answer may hold the status, which is checked and left for {@link QueryKeyDomain} to
 * tell.
 *
 * @param domain the index
 */
public record ClearKeyEncryptionKey(KeyDomainIndex domain) implements Command<Done> {
  private static final String NAME = "DELETE KEY ENCRYPTION KEY";

  @Override
  public CommandApdu encode() {
    return KeyDomainCommand.of(KeyDomainCommand.DELETE_KEY, domain).build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    if (!answer.status().isOk()) {
      throw KeyDomainCommand.refusal(NAME, domain, answer.status());
    }
    if (answer.size() > 0) {
      KeyDomainStatus.parse(answer.data());
    }
    return Done.DONE;
  }
}
