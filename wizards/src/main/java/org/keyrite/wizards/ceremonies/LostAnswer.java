// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.Set;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.wizards.ceremony.Desk;

/**
 * Whether an earlier attempt at a step may have changed a device without our hearing of it. Only
 * then is what the device has now taken for the work of that attempt; after any other refusal,
 * somebody else did it.
 */
final class LostAnswer {
  private static final Set<String> LOSING =
      Set.of(
          new DeviceProblem.DeviceGone("").key(),
          new DeviceProblem.NotTransmitted("", "").key(),
          new DeviceProblem.ReaderServiceMissing().key(),
          new CeremonyProblem.LeftInDoubt().key());

  private LostAnswer() {}

  /** Whether there was such an attempt since the step was opened. */
  static boolean isPossible(Desk desk) {
    return desk.refusals().stream().anyMatch(LOSING::contains);
  }
}
