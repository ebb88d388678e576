// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import org.keyrite.core.problem.FileProblem.RecordNotOfRestoration;
import org.keyrite.core.problem.ProblemException;

/**
 * What the record of a {@link KeyBackup} that came to its end says: which list was written.
 *
 * @param list SHA-256 of the list of backed-up keys, as hex
 */
record BackupRecord(String list) {
  /**
   * Reads what a record says.
   *
   * @throws ProblemException {@link RecordNotOfRestoration} if no list was written; {@code
   *     JournalChanged}
   */
  static BackupRecord of(FinishedRecord record) throws ProblemException {
    return new BackupRecord(
        record
            .facts(new KeyBackup())
            .find(KeyBackupSteps.MANIFEST_HASH)
            .orElseThrow(() -> new RecordNotOfRestoration(record.path().toString()).asException()));
  }

  /** Whether this is the list that was written. */
  boolean lists(KeySource source) {
    return source.seen().chosen().equals(list);
  }
}
