// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import org.keyrite.core.problem.ProblemException;

/** Where entries are kept. What was appended is on the disk when the call returns. */
public interface Journal extends AutoCloseable {
  /** All entries so far, in order. */
  List<Entry> entries();

  /**
   * Keeps one more entry.
   *
   * @throws ProblemException if it could not be kept; then nothing was kept
   */
  void append(Entry entry) throws ProblemException;

  /** Lets others use the journal. */
  @Override
  void close();

  /** A journal that lasts as long as the process, for tests and previews. */
  static Journal inMemory() {
    return new Journal() {
      private final List<Entry> entries = new java.util.concurrent.CopyOnWriteArrayList<>();

      @Override
      public List<Entry> entries() {
        return List.copyOf(entries);
      }

      @Override
      public void append(Entry entry) {
        entries.add(entry);
      }

      @Override
      public void close() {
        // nothing is held
      }
    };
  }
}
