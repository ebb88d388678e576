// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/** A journal in memory that fails at one of its lines. */
public final class FaultyJournal implements Journal {
  private final Journal kept;
  private int line;
  private final int bad;
  private final Fault fault;
  boolean closed;

  /** How it fails. */
  public enum Fault {
    DISK_FULL,
    CRASH_BEFORE,
    CRASH_AFTER
  }

  /** The process ended. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A journal whose line {@code bad}, counted from here, fails. */
  public FaultyJournal(Journal kept, int bad, Fault fault) {
    this.kept = kept;
    this.bad = bad;
    this.fault = fault;
  }

  @Override
  public List<Entry> entries() {
    return kept.entries();
  }

  @Override
  public void append(Entry entry) throws ProblemException {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    line++;
    if (line == bad && fault == Fault.DISK_FULL) {
      throw new FileProblem.FileNotWritten("journal", "full").asException();
    }
    if (line == bad && fault == Fault.CRASH_BEFORE) {
      throw new Crash();
    }
    kept.append(entry);
    if (line == bad) {
      throw new Crash();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
