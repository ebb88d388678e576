// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can be wrong with the plan of a ceremony, found before anything is done. */
public sealed interface PlanProblem extends Problem {

  /** A key in the file that no plan knows, with its line. */
  record UnknownPlanKey(String path, int line, String name) implements PlanProblem {}
}
