// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;

/** Where finished sheets go: a printer, or a folder when the plan allows it. */
public interface PaperSink {

  /**
   * Hands over one document and comes back when it is out; it stays the caller's, who closes it.
   *
   * @param jobName what it is called where it goes; letters, digits, hyphens; never a secret. One
   *     with {@code -copy-} and a number in it is the only paper with that number
   * @param pdf the document
   * @param progress asked again and again whether to go on
   * @throws ProblemException if it did not come out, or nobody knows; the sentences say which
   */
  Printed send(String jobName, Secret pdf, Progress progress) throws ProblemException;

  /** What it is called: a queue, or a folder. */
  String name();

  /** Has it forget what it was given, and looks whether it did. */
  Left clear();
}
