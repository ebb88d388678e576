// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.time.Clock;
import java.util.Optional;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.paper.SheetFrame;
import org.keyrite.wizards.paper.SheetPdf;
import org.keyrite.wizards.paper.TestSheet;

/**
 * A page without anything secret, to see what a printer makes of it.
 *
 * @param product program and version
 * @param clock tells the time
 * @param messages the language of the page
 */
record TestPage(String product, Clock clock, Messages messages) {
  /** Prints it on the paper that the plan names, and tells what went wrong, if anything. */
  Optional<Problem> print(Ceremony ceremony, Queues queues, String queue) {
    SheetFrame frame =
        new SheetFrame(messages.text("paper.test.title"), "-", clock.instant(), product, false);
    try (Secret pdf =
        new SheetPdf(messages, Printing.paper(ceremony)).render(new TestSheet(frame, queue))) {
      queues.sink(queue).send("keyrite-test-page", pdf, Progress.NONE);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }
}
