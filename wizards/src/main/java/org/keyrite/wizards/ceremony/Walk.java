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
   */
  public CeremonyState toTheEnd() throws ProblemException {
    while (!runner.state().ended()) {
      try {
        if (!step()) {
          return runner.state();
        }
      } catch (ProblemException e) {
        if (!goOn(e.problem())) {
          return runner.state();
        }
      }
    }
    return runner.state();
  }

  private boolean step() throws ProblemException {
    CeremonyState state = runner.state();
    Optional<Step> current = state.current();
    if (current.isEmpty()) {
      runner.proceed();
      return true;
    }
    if (state.inDoubt().isPresent()) {
      runner.settle(shell.happened(current.get()));
      return true;
    }
    shell.entering(state.agenda().row(current.get().id()), state);
    switch (current.get()) {
      case Ask ask -> runner.answer(shell.ask(ask, state));
      case AwaitDevice await -> runner.present(shell.await(await, state));
      case Attest attest -> {
        Shell.Verdict verdict = shell.attest(attest, state, runner::reveal);
        runner.attest(verdict.agreed(), verdict.remark());
      }
      case Perform perform -> {
        return runner.perform(shell.watch(perform, state))
            || goOn(new CeremonyProblem.WorkStopped());
      }
    }
    return true;
  }

  private boolean goOn(Problem problem) throws ProblemException {
    switch (shell.refused(problem, ways())) {
      case Shell.Way.Again _ -> {
        return true;
      }
      case Shell.Way.Back _ -> runner.back();
      case Shell.Way.Redo redo -> runner.redo(redo.section().id(), problem.key());
      case Shell.Way.Stop _ -> {
        return false;
      }
      case Shell.Way.Abort abort -> runner.abort(abort.reason());
    }
    return true;
  }

  private List<Shell.Way> ways() {
    List<Shell.Way> ways = new ArrayList<>();
    ways.add(new Shell.Way.Again());
    if (runner.state().backTarget().isPresent()) {
      ways.add(new Shell.Way.Back());
    }
    runner.redoable().forEach(section -> ways.add(new Shell.Way.Redo(section)));
    ways.add(new Shell.Way.Stop());
    ways.add(new Shell.Way.Abort(""));
    return ways;
  }
}
