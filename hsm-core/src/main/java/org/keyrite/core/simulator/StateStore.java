// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.problem.ProblemException;

/** Where a simulated device keeps its state when power goes. */
@FunctionalInterface
public interface StateStore {
  /** Nowhere but in the running program. */
  StateStore MEMORY = state -> {};

  /**
   * Keeps this state instead of the one before.
   *
   * @throws ProblemException if that was not possible; then the one before is still there
   */
  void save(SimulatedState state) throws ProblemException;
}
