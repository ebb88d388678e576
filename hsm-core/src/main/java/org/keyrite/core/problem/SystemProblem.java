// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can be missing on or wrong with this machine. */
public sealed interface SystemProblem extends Problem {

  /** A source of randomness repeats itself. */
  record RandomnessStuck(String source) implements SystemProblem {}

  /** The process was started so that others can look into it; the options that let them. */
  record JvmOpen(String openings) implements SystemProblem {}

  /** A secret would be seen while it is typed. */
  record TypedInSight() implements SystemProblem {}
}
