// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.OptionalInt;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.problem.ProblemException;

/**
 * Asks about a PIN without costing a try: {@code 00 20 00 81} or {@code 88} with nothing behind it
 * (section 1.5 and 4 [2+]).
 *
 * @param pin which one
 */
public record PinStatus(PinReference pin) implements Command<PinState> {
  private static final String NAME = "VERIFY status";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x20, 0x00, pin.code()).build();
  }

  @Override
  public PinState decode(ResponseApdu answer) throws ProblemException {
    Refusal.nothingElse(NAME, answer);
    OptionalInt tries = answer.status().triesLeft();
    if (tries.isPresent()) {
      return tries.getAsInt() > 0
          ? new PinState.Unverified(tries.getAsInt())
          : new PinState.Blocked();
    }
    return switch (answer.status().value()) {
      case Refusal.OK -> new PinState.Verified();
      case Refusal.BLOCKED -> new PinState.Blocked();
      case Refusal.TO_BE_CHANGED -> new PinState.ToBeChanged();
      case Refusal.REFERENCE_NOT_FOUND -> new PinState.Absent();
      default -> throw Refusal.of(NAME, answer.status());
    };
  }
}
