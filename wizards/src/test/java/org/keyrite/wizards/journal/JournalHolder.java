// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.io.IOException;
import java.nio.file.Path;
import org.keyrite.core.problem.ProblemException;

/** A process of its own that opens a journal, says whether it could, and holds it. */
final class JournalHolder {
  private JournalHolder() {}

  /** Holds the journal at this path until its input ends. */
  public static void main(String[] args) throws IOException {
    try (JournalFile journal = JournalFile.open(Path.of(args[0]))) {
      System.out.println(journal.entries().isEmpty() ? "empty" : "held");
      System.in.read();
    } catch (ProblemException e) {
      System.out.println(e.problem().getClass().getSimpleName());
    }
  }
}
