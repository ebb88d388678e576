// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/** Assertions about refusals. */
public final class Problems {
  private Problems() {}

  /** The work must be refused with exactly this problem. */
  public static void assertRefused(Problem expected, Executable work) {
    assertEquals(expected, assertThrows(ProblemException.class, work).problem());
  }
}
