// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** Carries a {@link Problem} to the person in front of the screen. */
public final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** An exception for this problem. */
  public ProblemException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** What happened. */
  public Problem problem() {
    return problem;
  }
}
