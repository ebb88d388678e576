// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.PinProblem.PinAbsent;
import org.keyrite.core.problem.PinProblem.PinToBeChanged;
import org.keyrite.core.problem.ProblemException;

/**
 * Unlocks a device until it is reset, taken out or selected again: {@code 00 20 00 81} with the PIN
 * (section 4 [2+]).
 *
 * @param pin the user PIN, lent
 */
public record VerifyPin(UserPin pin) implements Command<Done> {
  private static final String NAME = "VERIFY";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x20, 0x00, PinReference.USER.code()).put(pin.content()).build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> Refusal.nothingElse(NAME, answer);
      case Refusal.TO_BE_CHANGED -> throw new PinToBeChanged().asException();
      case Refusal.REFERENCE_NOT_FOUND -> throw new PinAbsent().asException();
      default -> throw Refusal.ofPin(NAME, answer.status());
    };
  }
}
