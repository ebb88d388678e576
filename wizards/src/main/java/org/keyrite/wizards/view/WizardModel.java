// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

// Long because every verb of the people in front of the window stands here.

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.Answers;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.device.DeviceIdentity;

/**
 * What the window shows of a running ceremony, derived from the runner's state, and the verbs of
 * the people in front of it. Lives on the FX thread; whatever the runner does, it does elsewhere.
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
  private final Acts acts;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<Showing> showing = new ReadOnlyObjectWrapper<>();
  private final CoalescingProgress progress;
  private final List<Perform> justDone = new ArrayList<>();
  private Acts.Seen seen;
  private Seat keyboard = Seat.OPERATOR;
  private boolean stopped;

  /**
   * A model that shows nothing until {@link #begin}.
   *
   * @param runner nobody else uses it
   * @param work where the runner does what it is asked; not the FX thread outside of tests
   * @param ui the FX thread
   */
  public WizardModel(CeremonyRunner runner, Executor work, Executor ui) {
    this.runner = runner;
    this.ui = ui;
    acts = new Acts(runner, work, ui);
    seen = Acts.Seen.of(runner);
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

  /** Whether something that a person did is under way; what he does meanwhile is not done. */
  ReadOnlyBooleanProperty busyProperty() {
    return acts.busyProperty();
  }

  /** Whether nothing but a note and stopping here is possible now. */
  boolean isAtWork() {
    return acts.busyProperty().get();
  }

  /** How far the work of the current step is. */
  CoalescingProgress progress() {
    return progress;
  }

  /** Where the ceremony stands. */
  public CeremonyState state() {
    return seen.state();
  }

  /** The steps that were done since a person last had something to do. */
  List<Perform> justDone() {
    return List.copyOf(justDone);
  }

  /** What keeps people from confirming the current sentence, if anything does. */
  Optional<Problem> barred() {
    return seen.barred();
  }

  /** What people must write a reason for to confirm the current sentence, if there is anything. */
  Optional<Problem> doubted() {
    return seen.doubted();
  }

  /** Sections that can be done again now. */
  List<Section> redoable() {
    return isAtWork() ? List.of() : seen.redoable();
  }

  /**
   * The lines of a secret that is shown while a key is held; the caller wipes them. None while
   * something is under way: the runner may be at a device.
   */
  List<char[]> reveal(Attest attest) {
    List<char[]> lines = new ArrayList<>();
    for (Attest.Shown shown : attest.shown()) {
      if (shown instanceof Attest.Shown.WhileHeld held && !isAtWork()) {
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
    CeremonyState state = seen.state();
    if (state.ended()) {
      show(new Showing.Ended());
      return;
    }
    if (state.current().isEmpty()) {
      attempt(runner::proceed);
      return;
    }
    Step step = state.current().get();
    Seat holder = keyboardOf(step.seat());
    if (seen.doubtful().isPresent()) {
      show(new Showing.Doubtful(seen.doubtful().get()));
    } else if (!holder.equals(keyboard)) {
      show(new Showing.HandOver(holder));
    } else if (step instanceof Perform perform && startsByItself(perform)) {
      perform();
    } else {
      show(new Showing.AtStep(step));
    }
  }

  /** A screen that is the same as before is made anew as well. */
  private void show(Showing what) {
    showing.set(null);
    showing.set(what);
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
   * @param refused told what is refused; the screen stays
   */
  public void answer(Answers answers, Consumer<Problem> refused) {
    boolean taken =
        act(
            () -> runner.answer(answers),
            () -> {
              justDone.clear();
              next();
            },
            refused);
    if (!taken) {
      answers.close();
    }
  }

  /** Confirms the current sentence, or does not and says why. */
  public void attest(boolean agreed, String remark) {
    act(
        () -> runner.attest(agreed, remark),
        () -> {
          justDone.clear();
          next();
        },
        this::refuse);
  }

  /** The awaited device is there. */
  public void present(DeviceIdentity device) {
    attempt(() -> runner.present(device));
  }

  /** Starts the work of the current step. */
  public void perform() {
    if (isAtWork()) {
      return;
    }
    Perform step = (Perform) seen.state().current().orElseThrow();
    boolean[] done = new boolean[1];
    progress.reset();
    show(new Showing.Working(step));
    act(
        () -> done[0] = runner.perform(progress),
        () -> {
          if (done[0]) {
            justDone.add(step);
            next();
          } else {
            show(new Showing.AtStep(step));
          }
        },
        this::refuse);
  }

  /** Stops the work that runs, at its next checkpoint. */
  public void cancel() {
    runner.cancel();
  }

  /** Goes on after a refusal: what could not be kept is kept now, then the same step once more. */
  public void again() {
    attempt(runner::proceed);
  }

  /** Whether a person may go back. */
  public boolean canGoBack() {
    return seen.state().backTarget().isPresent();
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
   * Notes an exception in the record, whatever is under way.
   *
   * @param told whether it could be kept
   */
  public void note(String text, Consumer<Optional<Problem>> told) {
    String by = seen.state().current().map(step -> person(step.seat())).orElse("");
    acts.beside(() -> runner.note(by, text), told);
  }

  /**
   * Seats another person.
   *
   * @param refused told why this person may not sit there
   */
  public void seat(Seat seat, String person, String reason, Consumer<Problem> refused) {
    act(() -> runner.seat(seat, person, reason), this::next, refused);
  }

  /** Who sits in a seat, empty before the roll call. */
  String person(Seat seat) {
    return seen.state().person(seat);
  }

  /**
   * Stops here; the ceremony can be resumed. Nothing more is shown of what still runs.
   *
   * @param then called on the FX thread when the ceremony was let go of
   */
  public void stop(Runnable then) {
    if (stopped) {
      return;
    }
    stopped = true;
    acts.beside(runner::close, refused -> then.run());
  }

  /** Does something that may be refused, and shows what follows. */
  private void attempt(Acts.Verb verb) {
    act(verb, this::next, this::refuse);
  }

  private void refuse(Problem problem) {
    show(new Showing.Refused(seen.state().current().orElse(null), problem));
  }

  /** What an act comes to after people left is shown to nobody: another screen is there by now. */
  private boolean act(Acts.Verb verb, Runnable done, Consumer<Problem> refused) {
    return acts.alone(
        verb,
        (after, problem) -> {
          if (!stopped) {
            seen = after;
            problem.ifPresentOrElse(refused, done);
          }
        });
  }
}
