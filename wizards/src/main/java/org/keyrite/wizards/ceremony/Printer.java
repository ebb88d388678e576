// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;

/** Where sheets come out. */
public interface Printer {
  /**
   * Puts a PDF on paper, or where the plan says instead.
   *
   * @param name what the job or file is called, without ending; never secret
   * @param pdf the document; stays the caller's
   * @return what the record says of it: a queue and job, or a file name
   */
  String print(String name, Secret pdf) throws ProblemException;
}
