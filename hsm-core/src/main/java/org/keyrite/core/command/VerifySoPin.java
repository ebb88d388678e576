// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.ProblemException;

/**
 * Gives a device its SO-PIN to find out whether it is the right one: {@code 00 20 00 88} with its 8
 * bytes (section 4 [2+]). A wrong one costs one of 15 tries.
 *
 * @param pin the SO-PIN, lent
 */
public record VerifySoPin(SoPin pin) implements Command<Done> {
  private static final String NAME = "VERIFY";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x20, 0x00, PinReference.SO.code()).put(pin.content()).build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> Refusal.nothingElse(NAME, answer);
      case Refusal.REFERENCE_NOT_FOUND -> throw new NotInitialised().asException();
      default -> throw Refusal.ofSoPin(NAME, answer.status());
    };
  }
}
