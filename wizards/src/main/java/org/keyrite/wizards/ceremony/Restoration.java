// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * Brings a ceremony that was stopped to where a new process can go on with it: finds out what
 * became of work that had begun, runs sections again whose results do not hold any more, and opens
 * what brings back secrets that went with the old process.
 */
final class Restoration {
  private final Ledger ledger;
  private final Workplace place;
  private final Function<Step, Desk> desks;
  private Left left = Left.EVERYTHING;

  Restoration(Ledger ledger, Workplace place, Function<Step, Desk> desks) {
    this.ledger = ledger;
    this.place = place;
    this.desks = desks;
  }

  /** What is still to be done. */
  private enum Left {
    EVERYTHING,
    ALL_BUT_DEVICES,
    LOOK_WITH_SECRETS,
    NOTHING
  }

  /** Whether something is left that waits for people. */
  boolean isPending() {
    return left != Left.NOTHING;
  }

  /** Has everything looked at again: nobody knows how far work had come. */
  void startOver() {
    left = Left.EVERYTHING;
  }

  /**
   * Restores what can be restored now: first devices are awaited again, and what was seen on them
   * is open again where work relies on it, then is looked what became of work, and what needs
   * secrets for that is looked at when they are there again.
   */
  void goOn() throws ProblemException {
    if (left == Left.EVERYTHING) {
      awaitAgain();
      left = Left.ALL_BUT_DEVICES;
    }
    if (left == Left.ALL_BUT_DEVICES && !isAwaiting()) {
      left = restore() ? Left.LOOK_WITH_SECRETS : Left.NOTHING;
    }
    Optional<StepId> current = ledger.state().current().map(Step::id);
    if (left == Left.LOOK_WITH_SECRETS && current.equals(ledger.state().inDoubt())) {
      look();
      left = Left.NOTHING;
    }
  }

  private void awaitAgain() throws ProblemException {
    if (ledger.state().phase() == CeremonyState.Phase.RUNNING) {
      reopen(new StaleLooks(ledger.state()).steps());
    }
    reopen(new DevicesInUse(ledger.state()).awaits());
  }

  private void reopen(Set<StepId> away) throws ProblemException {
    for (StepId step : away) {
      ledger.keep(new Entry.Reopened(now(), step, CeremonyRunner.REASON_AWAY));
    }
  }

  private boolean isAwaiting() {
    return ledger
        .state()
        .current()
        .filter(step -> step instanceof AwaitDevice && ledger.state().isReopened(step.id()))
        .isPresent();
  }

  /** Whether a step stays in doubt that can be looked at once its secrets are there again. */
  private boolean restore() throws ProblemException {
    // First of all: what has happened needs no secret any more.
    boolean lookAgain = look();
    if (ledger.state().phase() == CeremonyState.Phase.RUNNING) {
      redoChanged();
    }
    for (Optional<SecretSlot> lost = lost(); lost.isPresent(); lost = lost()) {
      ledger.keep(bringBack(ledger.state().agenda().origin(lost.get()).orElseThrow()));
    }
    return lookAgain && ledger.state().inDoubt().isPresent();
  }

  /**
   * Looks whether the step in doubt took effect, and keeps what was found.
   *
   * @return whether it needs secrets for that which are not held
   */
  private boolean look() throws ProblemException {
    Optional<StepId> doubt = ledger.state().inDoubt();
    if (doubt.isEmpty()) {
      return false;
    }
    Perform step = (Perform) ledger.state().agenda().row(doubt.get()).step();
    Desk desk = desks.apply(step);
    boolean owed = false;
    try {
      switch (step.doubt().look(desk)) {
        case HAPPENED -> {
          desk.requireComplete();
          String person = ledger.state().person(step.seat());
          ledger.owe(new Entry.Done(now(), step.id(), person, desk.made().texts()), desk);
          owed = true;
          ledger.payUp();
        }
        case DID_NOT_HAPPEN -> ledger.keep(leftInDoubt(step));
        case CANNOT_TELL -> {
          // Stays in doubt until people settle it.
        }
      }
    } catch (Desk.NotHeld e) {
      return true;
    } finally {
      if (!owed) {
        desk.close();
      }
    }
    return false;
  }

  private Instant now() {
    return place.clock().instant();
  }

  private Entry.Failed leftInDoubt(Step step) {
    return Entry.Failed.of(now(), step.id(), new CeremonyProblem.LeftInDoubt());
  }

  private void redoChanged() throws ProblemException {
    for (Agenda.Row row : ledger.state().agenda().rows()) {
      if (row.step() instanceof Perform step
          && step.postcondition() != Perform.Postcondition.NONE
          && ledger.state().isDone(step.id())
          && !holds(step)) {
        ledger.keep(redo(row, CeremonyRunner.REASON_CHANGED));
      }
    }
  }

  private boolean holds(Perform step) throws ProblemException {
    try (Desk desk = desks.apply(step)) {
      return step.postcondition().holds(desk);
    }
  }

  /** The outermost first: what an outer section makes again, the inner ones need. */
  private Optional<SecretSlot> lost() {
    return ledger.state().liveSecrets().stream()
        .filter(slot -> !ledger.vault().holds(slot))
        .min(Comparator.comparing(this::depth));
  }

  private int depth(SecretSlot slot) {
    return ledger.state().agenda().origin(slot).orElseThrow().path().size();
  }

  private Entry bringBack(Agenda.Row origin) {
    boolean running = ledger.state().phase() == CeremonyState.Phase.RUNNING;
    return running && origin.step() instanceof Perform made && !made.repeatable()
        ? redo(origin, CeremonyRunner.REASON_LOST)
        : new Entry.Reopened(now(), origin.step().id(), CeremonyRunner.REASON_LOST);
  }

  private Entry redo(Agenda.Row row, String reason) {
    return new Entry.Redone(now(), row.path().getLast().id(), reason);
  }
}
