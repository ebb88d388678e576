// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Step;

/**
 * Does what people do where steps work, because any act may look at a device: it is never done on
 * the FX thread, on which everything else here lives. One act at a time; what comes meanwhile is
 * not done.
 */
final class Acts {
  private final CeremonyRunner runner;
  private final Executor work;
  private final Executor ui;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  Acts(CeremonyRunner runner, Executor work, Executor ui) {
    this.runner = runner;
    this.work = work;
    this.ui = ui;
  }

  /** Something that may be refused. */
  @FunctionalInterface
  interface Verb {
    void act() throws ProblemException;
  }

  /**
   * Where a ceremony stood after an act. The window asks this and not the runner, which may be at a
   * device just then.
   *
   * @param state the state
   * @param doubtful the step of which people must say whether it took effect
   * @param redoable the sections that could be done again
   * @param barred what keeps people from confirming the current sentence
   * @param doubted what they must write a reason for to confirm it
   */
  record Seen(
      CeremonyState state,
      Optional<Step> doubtful,
      List<Section> redoable,
      Optional<Problem> barred,
      Optional<Problem> doubted) {
    static Seen of(CeremonyRunner runner) {
      CeremonyState state = runner.state();
      boolean closed = state.ended() || runner.isClosed();
      return new Seen(
          state,
          runner.doubtful(),
          closed ? List.of() : runner.redoable(),
          runner.barred(),
          runner.doubted());
    }
  }

  /** Whether an act is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /**
   * Does it, unless another act is under way.
   *
   * @param then told on the FX thread where the ceremony stands, and what was refused
   * @return whether it is done
   */
  boolean alone(Verb verb, BiConsumer<Seen, Optional<Problem>> then) {
    if (busy.get()) {
      return false;
    }
    busy.set(true);
    work.execute(() -> {
      Optional<Problem> refused = tried(verb);
      Seen after = Seen.of(runner);
      ui.execute(() -> {
        busy.set(false);
        then.accept(after, refused);
      });
    });
    return true;
  }

  /** Does something that may be done while other things are under way. */
  void beside(Verb verb, Consumer<Optional<Problem>> then) {
    work.execute(() -> {
      Optional<Problem> refused = tried(verb);
      ui.execute(() -> then.accept(refused));
    });
  }

  private Optional<Problem> tried(Verb verb) {
    try {
      verb.act();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    } catch (IllegalStateException e) {
      // Whoever closed the runner meanwhile shows another screen.
      if (!runner.isClosed()) {
        throw e;
      }
    }
    return Optional.empty();
  }
}
