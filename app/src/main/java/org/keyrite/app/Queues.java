// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.print.Cups;
import org.keyrite.wizards.print.PaperSink;
import org.keyrite.wizards.print.PrintQueue;
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

  /**
   * The queue with this name, to print on.
   *
   * @throws ProblemException if this computer cannot print
   */
  default PaperSink sink(String queue) throws ProblemException {
    return new PrintQueue(Cups.ofSystem(), queue);
  }

  /** What CUPS says. */
  static Queues ofSystem() {
    return () -> Cups.ofSystem().queues();
  }
}
