// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.DeviceProblem.KeyDomainHasKeys;
import org.keyrite.core.problem.ProblemException;

/**
 * Removes a key domain that holds no keys: {@code 80 52 03 domain}, after log-in (section 9 [2+]).
 * pico-hsm answers 6A88 when it succeeds, since then there is no such domain.
 *
 * @param domain the index
 */
public record DeleteKeyDomain(KeyDomainIndex domain) implements Command<Done> {
  private static final String NAME = "DELETE KEY DOMAIN";

  @Override
  public CommandApdu encode() {
    return KeyDomainCommand.of(KeyDomainCommand.DELETE, domain).build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK, Refusal.REFERENCE_NOT_FOUND -> Refusal.nothingElse(NAME, answer);
      case Refusal.EXISTS -> throw new KeyDomainHasKeys(domain.value()).asException();
      default -> throw KeyDomainCommand.refusal(NAME, domain, answer.status());
    };
  }
}
