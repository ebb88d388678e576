// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.Optional;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.PinProblem.ResetNotAllowed;
import org.keyrite.core.problem.ProblemException;

/**
 * Gives a user PIN all its tries back with the SO-PIN (section 4 [2+]): {@code 00 2C 00 81} with
 * SO-PIN and new PIN, or {@code 00 2C 01 81} with the SO-PIN alone, which leaves the PIN as it is.
 * Devices that were initialised without it answer 6986, some maybe 6985 [inf].
 *
 * @param soPin the SO-PIN, lent
 * @param chosen the PIN it shall have, lent; nothing to leave it as it is
 */
public record ResetRetryCounter(SoPin soPin, Optional<UserPin> chosen) implements Command<Done> {
  private static final String NAME = "RESET RETRY COUNTER";
  private static final int WITH_NEW_PIN = 0x00;
  private static final int UNBLOCK = 0x01;

  @Override
  public CommandApdu encode() {
    int variant = chosen.isPresent() ? WITH_NEW_PIN : UNBLOCK;
    CommandApdu.Builder apdu =
        CommandApdu.of(0x00, 0x2C, variant, PinReference.USER.code()).put(soPin.content());
    chosen.ifPresent(pin -> apdu.put(pin.content()));
    return apdu.build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> Refusal.nothingElse(NAME, answer);
      case Refusal.CONDITIONS, Refusal.NOT_ALLOWED -> throw new ResetNotAllowed().asException();
      case Refusal.REFERENCE_NOT_FOUND -> throw new NotInitialised().asException();
      default -> throw Refusal.ofSoPin(NAME, answer.status());
    };
  }
}
