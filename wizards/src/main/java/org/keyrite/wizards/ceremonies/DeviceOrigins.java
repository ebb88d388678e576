// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.Optional;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Fact;

/**
 * Control {@code DEVICE-ORIGIN}: a device whose certificates are forged gets nothing in any
 * ceremony; one that nobody vouches for, or that does not prove that it has the key of its
 * certificates, gets something outside of rehearsals only after the witness wrote down why it is
 * trusted. A simulated device is not refused: its ceremony is practice.
 *
 * @param serial of the device
 * @param origin where it comes from
 */
record DeviceOrigins(Fact<String> serial, Fact<String> origin) {
  /** The sentence with which the witness names the device. */
  Attest guard(Attest named) {
    return forged(named)
        .withReasonFor((known, practice) ->
            practice
                ? Optional.empty()
                : doubt(Origin.valueOf(known.get(origin)), known.get(serial)));
  }

  /** The same where a reason is asked for elsewhere. */
  Attest forged(Attest named) {
    return named.unless((known, practice) ->
        Origin.valueOf(known.get(origin)) == Origin.CONTRADICTED
            ? Optional.of(new DeviceProblem.DeviceForged(known.get(serial)))
            : Optional.empty());
  }

  private static Optional<Problem> doubt(Origin origin, String serial) {
    return switch (origin) {
      case UNPROVEN -> Optional.of(new DeviceProblem.DeviceUnproven(serial));
      case UNKNOWN -> Optional.of(new DeviceProblem.MakerUnknown(serial));
      case TEST -> Optional.of(new DeviceProblem.DeviceForTests(serial));
      case PICO_HSM -> Optional.of(new DeviceProblem.DeviceOfAnybody(serial));
      // A forged one is refused whatever anybody writes.
      case GENUINE, SIMULATED, CONTRADICTED -> Optional.empty();
    };
  }
}
