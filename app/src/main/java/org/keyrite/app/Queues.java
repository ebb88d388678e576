// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.print.Cups;
import org.keyrite.wizards.print.Queue;

/** The printer queues that the system has. */
@FunctionalInterface
interface Queues {
  /**
   * All of them, in the order of the system.
   *
   * @throws ProblemException if nobody can say which there are
   */
  List<Queue> all() throws ProblemException;

  /** What CUPS says. */
  static Queues ofSystem() {
    return () -> Cups.ofSystem().queues();
  }
}
