// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.plan;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/** What a piece of code refuses. */
final class Refusal {
  private Refusal() {}

  static Problem of(Executable code) {
    return assertThrows(ProblemException.class, code).problem();
  }
}
