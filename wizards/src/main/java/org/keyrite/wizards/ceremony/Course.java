// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;

/**
 * What follows by itself from where a ceremony stands: secrets are wiped, work starts early, parts
 * and the end are entered. Not thread-safe.
 */
final class Course implements AutoCloseable {
  private final Ledger ledger;
  private final Workplace place;
  private final EarlyWorks early;
  private final Restoration restoration;
  private boolean closed;

  Course(CeremonyState state, Journal journal, Workplace place, Executor background) {
    this.ledger = new Ledger(state, journal);
    this.place = place;
    this.early = new EarlyWorks(background, this::deskFor);
    this.restoration = new Restoration(ledger, place, step -> deskFor(step, Progress.NONE));
  }

  private Desk deskFor(Step step, Progress progress) {
    return new Desk(step, place, progress, ledger.state(), ledger.vault().lend(step.needs()));
  }

  CeremonyState state() {
    return ledger.state();
  }

  Vault vault() {
    return ledger.vault();
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether this is a rehearsal. */
  boolean practice() {
    return place.practice();
  }

  /** The current step, which must be of this kind. */
  <S extends Step> S current(Class<S> kind) {
    Step step = state().current().orElseThrow(() -> new IllegalStateException("no step is open"));
    if (!kind.isInstance(step)) {
      throw new IllegalStateException(step.id() + " is no " + kind.getSimpleName());
    }
    return kind.cast(step);
  }

  /** The entry for work that has done what it should. */
  Entry.Done done(Step step, Desk desk) {
    return new Entry.Done(now(), step.id(), state().person(step.seat()), desk.made().texts());
  }

  Instant now() {
    return place.clock().instant();
  }

  void keep(Entry entry) throws ProblemException {
    keep(entry, Map.of());
  }

  /** Keeps an entry; the secrets belong to somebody else only if it was kept. */
  void keep(Entry entry, Map<String, Secret> secrets) throws ProblemException {
    ledger.keep(entry, secrets);
  }

  /** Begins here, or goes on from where an earlier process had stopped. */
  void enter(Entry first) throws ProblemException {
    boolean entered = false;
    try {
      keep(first);
      proceed();
      entered = true;
    } finally {
      if (!entered) {
        close();
      }
    }
  }

  /** The step of which only people can say whether it took effect. */
  Optional<Step> doubtful() {
    return ledger.owes() || restoration.isPending()
        ? Optional.empty()
        : state().inDoubt().map(step -> state().agenda().row(step).step());
  }

  /** The work of the step that begins now; the caller's. */
  Work take(Perform step) {
    return early.take(step);
  }

  /** Takes over how work ended; it is kept with the next act. */
  void owe(Entry end, Desk desk) {
    ledger.owe(end, desk);
  }

  /** Keeps how work ended, if that is still to be done, and tells it. */
  Optional<Entry> catchUp() throws ProblemException {
    requireOpen();
    Optional<Entry> kept = ledger.payUp();
    if (kept.isPresent()) {
      proceed();
    }
    return kept;
  }

  /** Looks what became of the step that is in doubt, as if another process went on here. */
  void lookAfterDefect() throws ProblemException {
    restoration.startOver();
    proceed();
  }

  void proceed() throws ProblemException {
    requireOpen();
    boolean more = true;
    while (more) {
      ledger.payUp();
      restoration.goOn();
      early.dropStale(state());
      ledger.wipeUnneeded();
      Optional<Entry> next = following();
      more = next.isPresent();
      if (more) {
        keep(next.get());
      }
    }
    early.start(state(), ledger.vault());
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
  }

  private Optional<Entry> following() {
    if (state().ended() || state().current().isPresent()) {
      return Optional.empty();
    }
    if (state().phase() == CeremonyState.Phase.ABORTING) {
      return Optional.of(new Entry.Aborted(now()));
    }
    return Optional.of(
        state()
            .nextPart()
            .<Entry>map(part -> new Entry.Extended(now(), part.hash()))
            .orElseGet(() -> new Entry.Finished(now())));
  }

  /** Stops early work and wipes every secret. */
  @Override
  public void close() {
    closed = true;
    early.close();
    ledger.close();
  }
}
