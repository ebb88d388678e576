// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.nio.file.Path;
import java.util.List;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Slot;

/**
 * What a record says, gone through once more. A chain that holds proves only that nobody changed a
 * line afterwards; whoever writes a whole record anew can put anything in it. So what its lines say
 * is foreign: whatever the ceremony makes of a value that it never wrote, the line is named.
 *
 * @param journal the file, for the sentence
 */
public record Replay(Path journal) {
  private static final int FIRST = 1;

  /**
   * The ceremony as the first line plans it.
   *
   * @throws ProblemException {@code JournalChanged} if no ceremony is planned so; what the plan
   *     itself refuses
   */
  public Ceremony planned(CeremonyKind kind, Entry.Started started) throws ProblemException {
    try {
      return kind.plan(Facts.ofTexts(started.plan())).ceremony();
    } catch (RuntimeException e) {
      throw changed(FIRST);
    }
  }

  /**
   * Where the ceremony stands after these entries.
   *
   * @throws ProblemException {@code JournalChanged} naming the first line that cannot follow those
   *     before it, or whose values cannot be read
   */
  public CeremonyState of(Ceremony ceremony, List<Entry> entries) throws ProblemException {
    CeremonyState state = CeremonyState.before(ceremony);
    for (int i = 0; i < entries.size(); i++) {
      try {
        state = state.apply(entries.get(i));
        if (entries.get(i) instanceof Entry.Done done) {
          read(state, done);
        }
      } catch (RuntimeException e) {
        throw changed(i + 1);
      }
    }
    return state;
  }

  /**
   * Goes through a record that somebody wants to go on with, before anything is done. One that was
   * planned otherwise, as another version of the program may have, is left to whoever resumes it:
   * nobody changed it.
   *
   * @throws ProblemException as {@link #of} does
   */
  public void beforeResuming(Ceremony ceremony, List<Entry> entries) throws ProblemException {
    if (entries.getFirst() instanceof Entry.Started started
        && !started.agenda().equals(ceremony.agendaHash())) {
      return;
    }
    of(ceremony, entries);
  }

  /** Values are read when somebody needs them; here all are, while their line is known. */
  private static void read(CeremonyState state, Entry.Done done) {
    Facts facts = Facts.ofTexts(done.facts());
    for (Slot slot : state.agenda().row(done.step()).step().yields()) {
      if (slot instanceof Fact<?> fact) {
        facts.find(fact);
      }
    }
  }

  private ProblemException changed(int line) {
    return new CeremonyProblem.JournalChanged(journal.toString(), line).asException();
  }
}
