// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.ProblemException;

/**
 * Asks what is at an index of the key domains: {@code 80 52 00 domain 00}, without log-in (sections
 * 5.4 and 9 [2+]). For index 0 this is the status of the DKEK. Index 0, 1, 2… are asked until the
 * device says that there are no more.
 *
 * @param domain the index
 */
public record QueryKeyDomain(KeyDomainIndex domain) implements Command<KeyDomainSlot> {
  private static final String NAME = "MANAGE KEY DOMAIN query";

  @Override
  public CommandApdu encode() {
    return KeyDomainCommand.of(KeyDomainCommand.QUERY_OR_IMPORT, domain).expecting(256).build();
  }

  @Override
  public KeyDomainSlot decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> new KeyDomainSlot.Defined(KeyDomainStatus.parse(answer.data()));
      case Refusal.REFERENCE_NOT_FOUND -> new KeyDomainSlot.Undefined();
      case Refusal.WRONG_P1_P2 -> new KeyDomainSlot.BeyondLast();
      // pico-hsm: no INITIALIZE yet for the first index, beyond its 16 for others.
      case Refusal.WRONG_P1_P2_TOO ->
          domain.equals(KeyDomainIndex.FIRST)
              ? new KeyDomainSlot.None()
              : new KeyDomainSlot.BeyondLast();
      case Refusal.UNKNOWN_INSTRUCTION -> new KeyDomainSlot.None();
      default -> throw Refusal.of(NAME, answer.status());
    };
  }
}
