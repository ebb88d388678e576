// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.ProblemException;

/**
 * Gives a device another SO-PIN: {@code 00 24 00 88} with the old and the new one, 8 bytes each
 * (section 4 [2+]). A wrong one costs one of 15 tries that nothing brings back.
 *
 * @param present the SO-PIN it has, lent
 * @param chosen the SO-PIN it shall have, lent
 */
public record ChangeSoPin(SoPin present, SoPin chosen) implements Command<Done> {
  private static final String NAME = "CHANGE REFERENCE DATA";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x24, 0x00, PinReference.SO.code())
        .put(present.content())
        .put(chosen.content())
        .build();
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
