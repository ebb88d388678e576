// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import org.keyrite.core.problem.LaptopProblem;

/** Whether the queue that sheets go to takes one, where they go to a queue. */
public record PrinterCheck() implements Check {
  @Override
  public Finding look(Needs needs) {
    return needs
        .queue()
        .<Finding>map(queue ->
            queue.ready()
                ? new Finding.Fine(queue.name())
                : new Finding.Fault(new LaptopProblem.PrinterNotReady(Finding.whole(queue.name()))))
        .orElseGet(Finding.NotNeeded::new);
  }
}
