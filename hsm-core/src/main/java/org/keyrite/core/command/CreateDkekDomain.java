// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.DeviceProblem.KeyDomainUnavailable;
import org.keyrite.core.problem.ProblemException;

/**
 * Sets a key domain up for a DKEK of so many shares: {@code 80 52 01 domain 01 shares 00}, after
 * log-in (section 9 [2+]). A domain that is set up already is refused with 6A86 by pico-hsm, and
 * with 6A89, which says exactly that, maybe by others [inf].
 *
 * @param domain the index, of a device that was initialised with key domains
 * @param shares 1 to 255
 */
public record CreateDkekDomain(KeyDomainIndex domain, int shares)
    implements Command<KeyDomainStatus> {
  private static final String NAME = "CREATE KEY DOMAIN";

  /**
   * So many shares.
   *
   * @throws IllegalArgumentException if there cannot be so many
   */
  public CreateDkekDomain {
    if (shares < 1 || shares > 255) {
      throw new IllegalArgumentException(shares + " shares");
    }
  }

  @Override
  public CommandApdu encode() {
    return KeyDomainCommand.of(KeyDomainCommand.CREATE, domain).put(shares).expecting(256).build();
  }

  @Override
  public KeyDomainStatus decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> KeyDomainStatus.parse(answer.data());
      case Refusal.EXISTS -> throw new KeyDomainUnavailable(domain.value()).asException();
      default -> throw KeyDomainCommand.refusal(NAME, domain, answer.status());
    };
  }
}
