// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/** Leads a {@link Shell} through a ceremony. */
public final class Walk {
  private final CeremonyRunner runner;
  private final Shell shell;

  /** A walk through what is left of this ceremony. */
  public Walk(CeremonyRunner runner, Shell shell) {
    this.runner = runner;
    this.shell = shell;
  }

  /**
   * Goes on to the end, or until the shell stops.
   *
   * @return the state at the end; not ended if the shell stopped
   * @throws ProblemException if the shell could not be asked how to go on
   */
  public CeremonyState toTheEnd() throws ProblemException {
    if (shell.isUnattended() && !runner.state().ended()) {
      runner.note("", CeremonyRunner.NOTE_UNATTENDED);
    } else if (shell.hasAnswersFile() && !runner.state().ended()) {
      runner.note("", CeremonyRunner.NOTE_ANSWERS);
    }
    Optional<Problem> refused = Optional.empty();
    while (!runner.state().ended() && !runner.isClosed()) {
      Shell.Way way =
          refused.isPresent() ? shell.refused(refused.get(), ways()) : new Shell.Way.Again();
      if (way instanceof Shell.Way.Stop) {
        break;
      }
      try {
        refused = go(way, refused.map(Problem::key).orElse(""));
      } catch (ProblemException e) {
        refused = Optional.of(e.problem());
      } catch (IllegalStateException e) {
        // Whoever closed the runner from elsewhere, at the end of the process, has told people so.
        if (!runner.isClosed()) {
          throw e;
        }
      }
    }
    return runner.state();
  }

  private Optional<Problem> go(Shell.Way way, String reason) throws ProblemException {
    // A disk that was full has left something to catch up with.
    runner.proceed();
    switch (way) {
      case Shell.Way.Again _ -> {
        return runner.state().current().isEmpty() ? Optional.empty() : step();
      }
      case Shell.Way.Back _ -> runner.back();
      case Shell.Way.Redo redo -> runner.redo(redo.section().id(), reason);
      case Shell.Way.Abort abort -> runner.abort(abort.reason());
      case Shell.Way.Stop _ -> throw new IllegalStateException("stopped");
    }
    return Optional.empty();
  }

  private Optional<Problem> step() throws ProblemException {
    Optional<Step> doubtful = runner.doubtful();
    if (doubtful.isPresent()) {
      runner.settle(shell.happened(doubtful.get()));
      return Optional.empty();
    }
    CeremonyState state = runner.state();
    Step current = state.current().orElseThrow();
    shell.entering(state.agenda().row(current.id()), state);
    switch (current) {
      case Ask ask -> runner.answer(shell.ask(ask, state));
      case AwaitDevice await -> runner.present(shell.await(await, state));
      case Attest attest -> {
        Shell.Verdict verdict = shell.attest(attest, state, runner::reveal);
        Optional<Problem> doubted = runner.barred().isEmpty() ? runner.doubted() : Optional.empty();
        runner.attest(
            verdict.agreed(),
            verdict.agreed() && verdict.remark().isBlank() && doubted.isPresent()
                ? shell.reason(doubted.get())
                : verdict.remark());
      }
      case Perform perform -> {
        if (!runner.perform(shell.watch(perform, state))) {
          return Optional.of(new CeremonyProblem.WorkStopped());
        }
      }
    }
    return Optional.empty();
  }

  private List<Shell.Way> ways() {
    List<Shell.Way> ways = new ArrayList<>();
    ways.add(new Shell.Way.Again());
    if (runner.state().backTarget().isPresent()) {
      // Work refuses what was entered before it as often as it is tried: entering anew is first.
      boolean work = runner.state().current().filter(Perform.class::isInstance).isPresent();
      ways.add(work ? 0 : 1, new Shell.Way.Back());
    }
    runner.redoable().forEach(section -> ways.add(new Shell.Way.Redo(section)));
    ways.add(new Shell.Way.Stop());
    ways.add(new Shell.Way.Abort(""));
    return ways;
  }
}
