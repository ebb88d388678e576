// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.PinProblem.PinAbsent;
import org.keyrite.core.problem.ProblemException;

/**
 * Gives a device another user PIN: {@code 00 24 00 81} with the old and the new one, nothing
 * between them (section 4 [2+]). The device knows how long the old one is.
 *
 * @param present the PIN it has, lent
 * @param chosen the PIN it shall have, lent
 */
public record ChangePin(UserPin present, UserPin chosen) implements Command<Done> {
  private static final String NAME = "CHANGE REFERENCE DATA";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x24, 0x00, PinReference.USER.code())
        .put(present.content())
        .put(chosen.content())
        .build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> Refusal.nothingElse(NAME, answer);
      case Refusal.REFERENCE_NOT_FOUND -> throw new PinAbsent().asException();
      default -> throw Refusal.ofPin(NAME, answer.status());
    };
  }
}
