// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.RecordNotOfRestoration;
import org.keyrite.core.problem.FileProblem.RecordOfPractice;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.Replay;

/**
 * The record of a ceremony that came to its end, as a {@link KeyDelete} takes it for a proof.
 *
 * @param path of the record
 * @param started its first line
 * @param finished its last line
 * @param entries all of its lines
 */
record FinishedRecord(
    Path path, Entry.Started started, Entry.Finished finished, List<Entry> entries) {
  private static final byte[] FIRST_LINE = "{\"n\":1,".getBytes(StandardCharsets.US_ASCII);

  /** Keeps its own copy. */
  FinishedRecord {
    entries = List.copyOf(entries);
  }

  /** Whether a file says that it is a record. */
  static boolean isOne(Bytes content) {
    return content.size() > FIRST_LINE.length
        && content.slice(0, FIRST_LINE.length).equals(Bytes.of(FIRST_LINE));
  }

  /**
   * Reads a record, line by line.
   *
   * @param content what was read from its file
   * @param kinds the ids of the ceremonies of which it may be
   * @param asking what the ceremony that asks counts for
   * @throws ProblemException {@link RecordNotOfRestoration} if it is of another ceremony or did not
   *     come to its end; {@link RecordOfPractice} where that proves nothing; {@code JournalChanged}
   */
  static FinishedRecord read(Path path, Bytes content, Set<String> kinds, Practice asking)
      throws ProblemException {
    List<Entry> entries = JournalCheck.of(path, content).entries();
    if (entries.isEmpty()
        || !(entries.getFirst() instanceof Entry.Started started)
        || !kinds.contains(started.kind())
        || !(entries.getLast() instanceof Entry.Finished finished)) {
      throw new RecordNotOfRestoration(path.toString()).asException();
    }
    if (!Practice.of(entries).provesIn(asking)) {
      throw new RecordOfPractice(path.toString()).asException();
    }
    return new FinishedRecord(path, started, finished, entries);
  }

  /**
   * What was known at its end.
   *
   * @param kind the ceremony that its first line names
   * @throws ProblemException {@code JournalChanged} if it cannot have gone so
   */
  Facts facts(CeremonyKind kind) throws ProblemException {
    Replay replay = new Replay(path);
    return replay.of(replay.planned(kind, started), entries).facts();
  }
}
