// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Optional;
import org.keyrite.core.problem.LaptopProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.preflight.Finding;
import org.keyrite.wizards.preflight.Needs;
import org.keyrite.wizards.preflight.Point;

/**
 * Whether the laptop is still apart from others, each time before work begins that makes a secret
 * or needs one. A cable that is plugged in, or a radio that is turned on, stops that work with the
 * sentence of the fault until it is gone. What was found at the beginning and confirmed by the
 * witness stops nothing, and nothing stops a rehearsal, or the cleaning up of a ceremony that was
 * given up.
 *
 * @param step the work
 * @param state the ceremony, which knows what was found at the beginning
 * @param place what looks at the laptop
 */
record StillQuiet(Step step, CeremonyState state, Workplace place) {
  /** What may change within a moment, and is read within one. */
  private static final List<Point> WATCHED = List.of(Point.NETWORK, Point.RADIO);

  /**
   * Looks at the laptop, if the work has to do with secrets.
   *
   * @throws ProblemException if there is a fault that nobody has confirmed
   */
  void require() throws ProblemException {
    if (place.practice() || state.phase() == CeremonyState.Phase.ABORTING || !hasSecrets()) {
      return;
    }
    Needs needs = new Needs(place.clock().instant(), place.folder(), Optional.empty(), false);
    for (Point point : WATCHED) {
      Finding found = place.inspection().before(point, needs);
      if (found instanceof Finding.Fault(LaptopProblem fault)
          && !found.text().equals(state.facts().texts().get(point.factName()))) {
        throw fault.asException();
      }
    }
  }

  private boolean hasSecrets() {
    return step.needs().stream().anyMatch(SecretSlot.class::isInstance)
        || step.yields().stream().anyMatch(SecretSlot.class::isInstance);
  }
}
