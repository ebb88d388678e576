// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;

/** Where finished sheets go: a printer, or a folder when the plan allows it. */
public interface PaperSink {

  /**
   * Hands over one document; it stays the caller's, who closes it.
   *
   * @param jobName what it is called where it goes; letters, digits, hyphens; never a secret
   * @param pdf the document
   * @throws ProblemException if it was not taken; nothing of it is left behind then
   */
  Printed send(String jobName, Secret pdf) throws ProblemException;
}
