// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.StatusWord;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.DeviceProblem.KeyDomainNotCreated;
import org.keyrite.core.problem.DeviceProblem.KeyDomainUnavailable;
import org.keyrite.core.problem.DeviceProblem.NoKeyDomains;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.ProblemException;

/**
 * What the variants of {@code 80 52 P1 domain} have in common: their header, their greatest answer
 * of 10 bytes and a UID, and these status words (section 9 [1]).
 */
final class KeyDomainCommand {
  static final int QUERY_OR_IMPORT = 0x00;
  static final int CREATE = 0x01;
  static final int CREATE_XKEK = 0x02;
  static final int DELETE = 0x03;
  static final int DELETE_KEY = 0x04;

  private KeyDomainCommand() {}

  static CommandApdu.Builder of(int function, KeyDomainIndex domain) {
    return CommandApdu.of(0x80, 0x52, function, domain.value());
  }

  static ProblemException refusal(String command, KeyDomainIndex domain, StatusWord status) {
    return switch (status.value()) {
      case Refusal.CONDITIONS -> new NotLoggedIn().asException();
      case Refusal.REFERENCE_NOT_FOUND -> new KeyDomainNotCreated(domain.value()).asException();
      case Refusal.WRONG_P1_P2 -> new KeyDomainUnavailable(domain.value()).asException();
      case Refusal.UNKNOWN_INSTRUCTION, Refusal.WRONG_P1_P2_TOO -> new NoKeyDomains().asException();
      default -> Refusal.of(command, status);
    };
  }
}
