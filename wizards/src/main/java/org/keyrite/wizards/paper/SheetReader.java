// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.nio.file.Path;
import java.util.List;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

/** Reads sheets back from a picture or PDF of a scan. */
public final class SheetReader {

  /**
   * What the codes in this file carry, in the order they were found, each once; for the caller to
   * close.
   *
   * @throws ProblemException if the file cannot be read or shows no code of ours
   */
  public List<SheetPayload> read(Path file) throws ProblemException {
    throw new PaperProblem.NoCodeFound(file.toString()).asException();
  }
}
