// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Optional;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.preflight.Needs;

/** Where sheets come out. */
@FunctionalInterface
public interface Printer {
  /**
   * Puts a PDF on paper, or where the plan says instead.
   *
   * @param name what the job or file is called, without ending; never secret
   * @param pdf the document; stays the caller's
   * @return what the record says of it: a job, or a file name
   */
  String print(String name, Secret pdf) throws ProblemException;

  /**
   * The same, for a printer that takes its time: it asks again and again whether to go on.
   *
   * @param progress whom it asks
   */
  default String print(String name, Secret pdf, Progress progress) throws ProblemException {
    return print(name, pdf);
  }

  /** The queue that sheets go to, and whether it takes one now; empty where there is none. */
  default Optional<Needs.Queue> queue() {
    return Optional.empty();
  }

  /** Has whatever brought the sheets out forget them. What came out at once is not remembered. */
  default Cleared clear() {
    return new Cleared("", "saved");
  }

  /**
   * What is left of the sheets where they came out.
   *
   * @param where a queue, or a folder
   * @param left a word for the record
   */
  record Cleared(String where, String left) {}
}
