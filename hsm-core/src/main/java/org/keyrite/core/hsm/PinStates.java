// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import org.keyrite.core.command.PinState;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.ProblemException;

/**
 * What a device tells about both its PINs.
 *
 * @param user the one that unlocks it; may be absent on an initialised device that other devices
 *     unlock
 * @param so the one that initialises it; absent only on a device that was never initialised (byte
 *     reference, section 1.5 [2+])
 */
public record PinStates(PinState user, PinState so) {

  /** Whether the device was ever initialised. */
  public boolean isInitialised() {
    return !(so instanceof PinState.Absent);
  }

  /**
   * Refuses a device that was never initialised.
   *
   * @throws ProblemException {@link NotInitialised}
   */
  public void requireInitialised() throws ProblemException {
    if (!isInitialised()) {
      throw new NotInitialised().asException();
    }
  }
}
