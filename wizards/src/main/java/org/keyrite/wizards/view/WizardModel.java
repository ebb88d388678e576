// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

// Long because every verb of the people in front of the window stands here.

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Answers;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Step;

/**
 * What the window shows of a running ceremony, derived from the runner's state, and the verbs of
 * the people in front of it. Lives on the FX thread; only the work of a step runs elsewhere.
 */
public final class WizardModel {
  /** One screen. */
  public sealed interface Showing {
    /** The keyboard goes to another person. */
    record HandOver(Seat to) implements Showing {}

    /** A person has something to do. */
    record AtStep(Step step) implements Showing {}

    /** The program works. */
    record Working(Perform step) implements Showing {}

    /** Something was refused and takes the place of the step. */
    record Refused(Step step, Problem problem) implements Showing {}

    /** Only people know whether the step took effect. */
    record Doubtful(Step step) implements Showing {}

    /** The ceremony is over. */
    record Ended() implements Showing {}
  }

  private final CeremonyRunner runner;
  private final Executor work;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<Showing> showing = new ReadOnlyObjectWrapper<>();
  private final CoalescingProgress progress;
  private final List<Perform> justDone = new ArrayList<>();
  private Seat keyboard = Seat.OPERATOR;
  private boolean stopped;

  /**
   * A model that shows nothing until {@link #begin}.
   *
   * @param work where steps work; not the FX thread outside of tests
   * @param ui the FX thread
   */
  public WizardModel(CeremonyRunner runner, Executor work, Executor ui) {
    this.runner = runner;
    this.work = work;
    this.ui = ui;
    progress = new CoalescingProgress(ui);
  }

  /** Shows where the ceremony stands. */
  public void begin() {
    next();
  }

  /** What is shown. */
  public ReadOnlyObjectProperty<Showing> showingProperty() {
    return showing.getReadOnlyProperty();
  }

  /** How far the work of the current step is. */
  CoalescingProgress progress() {
    return progress;
  }

  /** Where the ceremony stands. */
  public CeremonyState state() {
    return runner.state();
  }

  /** The steps that were done since a person last had something to do. */
  List<Perform> justDone() {
    return List.copyOf(justDone);
  }

  /** Sections that can be done again now. */
  List<Section> redoable() {
    return runner.state().ended() ? List.of() : runner.redoable();
  }

  /** The lines of a secret that is shown while a key is held; the caller wipes them. */
  List<char[]> reveal(Attest attest) {
    List<char[]> lines = new ArrayList<>();
    for (Attest.Shown shown : attest.shown()) {
      if (shown instanceof Attest.Shown.WhileHeld held) {
        lines.addAll(runner.reveal(held));
      }
    }
    return lines;
  }

  /** Whoever sits at the keyboard when this seat has its turn: others have the operator press. */
  static Seat keyboardOf(Seat seat) {
    return seat.isPrivate() ? seat : Seat.OPERATOR;
  }

  private void next() {
    CeremonyState state = runner.state();
    if (state.ended()) {
      showing.set(new Showing.Ended());
      return;
    }
    if (state.current().isEmpty()) {
      attempt(runner::proceed);
      return;
    }
    Step step = state.current().get();
    Seat holder = keyboardOf(step.seat());
    if (state.inDoubt().isPresent()) {
      showing.set(new Showing.Doubtful(step));
    } else if (!holder.equals(keyboard)) {
      showing.set(new Showing.HandOver(holder));
    } else if (step instanceof Perform perform && startsByItself(perform)) {
      perform();
    } else {
      showing.set(new Showing.AtStep(step));
    }
  }

  /** Work whose effect only people can see, such as printing, waits until they are ready. */
  private static boolean startsByItself(Perform perform) {
    return perform.doubt() != Perform.Doubt.ASK_PEOPLE;
  }

  /** The person whom the keyboard went to sits down. */
  public void sitDown() {
    if (showing.get() instanceof Showing.HandOver(Seat to)) {
      keyboard = to;
      next();
    }
  }

  /**
   * Answers the current ask.
   *
   * @throws ProblemException if something is refused; the screen stays
   */
  public void answer(Answers answers) throws ProblemException {
    runner.answer(answers);
    justDone.clear();
    next();
  }

  /** Confirms the current sentence, or does not and says why. */
  public void attest(boolean agreed, String remark) {
    attempt(() -> {
      runner.attest(agreed, remark);
      justDone.clear();
    });
  }

  /**
   * The awaited device is there. What became of earlier work may be looked at on it, so this is
   * done where steps work.
   */
  public void present(String serial) {
    Step step = runner.state().current().orElseThrow();
    work.execute(() -> {
      Showing after = presented(step, serial);
      ui.execute(() -> {
        if (!stopped && after != null) {
          showing.set(after);
        } else if (!stopped) {
          next();
        }
      });
    });
  }

  private Showing presented(Step step, String serial) {
    try {
      runner.present(serial);
      return null;
    } catch (ProblemException e) {
      return new Showing.Refused(step, e.problem());
    } catch (IllegalStateException e) {
      // Whoever closed the runner meanwhile shows another screen.
      if (runner.isClosed()) {
        return null;
      }
      throw e;
    }
  }

  /** Starts the work of the current step. */
  public void perform() {
    Perform step = (Perform) runner.state().current().orElseThrow();
    progress.reset();
    showing.set(new Showing.Working(step));
    work.execute(() -> {
      Showing after = work(step);
      ui.execute(() -> afterWork(step, after));
    });
  }

  /** What work comes to after people left is shown to nobody: another screen is there by now. */
  private void afterWork(Perform step, Showing after) {
    if (stopped) {
      return;
    }
    if (after == null) {
      justDone.add(step);
      next();
    } else {
      showing.set(after);
    }
  }

  /** What to show instead of going on, or nothing if the work is done. */
  private Showing work(Perform step) {
    try {
      boolean done = runner.perform(progress);
      return done ? null : new Showing.AtStep(step);
    } catch (ProblemException e) {
      return new Showing.Refused(step, e.problem());
    }
  }

  /** Stops the work that runs, at its next checkpoint. */
  public void cancel() {
    runner.cancel();
  }

  /** Goes on after a refusal: the same step once more. */
  public void again() {
    next();
  }

  /** Whether a person may go back. */
  public boolean canGoBack() {
    return runner.state().backTarget().isPresent();
  }

  /** Goes back to the step before. */
  public void back() {
    attempt(runner::back);
  }

  /** Says whether the step in doubt took effect. */
  public void settle(boolean happened) {
    attempt(() -> runner.settle(happened));
  }

  /** Does a section again; what it had made is void. */
  public void redo(Section section, String reason) {
    attempt(() -> runner.redo(section.id(), reason));
  }

  /** Gives the ceremony up. */
  public void abort(String reason) {
    attempt(() -> runner.abort(reason));
  }

  /**
   * Notes an exception in the record.
   *
   * @throws ProblemException if it could not be kept
   */
  public void note(String text) throws ProblemException {
    String by = runner.state().current().map(step -> person(step.seat())).orElse("");
    runner.note(by, text);
  }

  /**
   * Seats another person.
   *
   * @throws ProblemException if this person may not sit there
   */
  public void seat(Seat seat, String person, String reason) throws ProblemException {
    runner.seat(seat, person, reason);
    showing.set(null);
    next();
  }

  /** Who sits in a seat, empty before the roll call. */
  String person(Seat seat) {
    return runner.state().person(seat);
  }

  /** Stops here; the ceremony can be resumed. Nothing more is shown of work that still runs. */
  public void stop() {
    stopped = true;
    runner.close();
  }

  /** Does something that may be refused, and shows what follows. */
  private void attempt(Verb verb) {
    Step before = runner.state().current().orElse(null);
    try {
      verb.act();
    } catch (ProblemException e) {
      showing.set(new Showing.Refused(before, e.problem()));
      return;
    }
    next();
  }

  private interface Verb {
    void act() throws ProblemException;
  }
}
