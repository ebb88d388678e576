// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.device.DeviceIdentity;

/**
 * Somebody who sits through a ceremony from its first step to its last, one question at a time: a
 * terminal, or made-up people in a rehearsal. {@link Walk} asks; a window, which waits for events
 * instead, uses the runner itself.
 */
public interface Shell {
  /**
   * Whether nobody sits there: a file or another program answers and confirms. Then the record must
   * say so, since it names people.
   */
  default boolean isUnattended() {
    return false;
  }

  /**
   * Whether answers of people who sit there may come from a file. Then the record must say so,
   * since it cannot tell them from what was typed.
   */
  default boolean hasAnswersFile() {
    return false;
  }

  /** A step is about to be shown; the seat may have changed. */
  void entering(Agenda.Row row, CeremonyState state) throws ProblemException;

  /** Enters the values of an ask. The answers are the caller's from then on. */
  Answers ask(Ask ask, CeremonyState state) throws ProblemException;

  /** Puts the awaited device in and tells which one it is. */
  DeviceIdentity await(AwaitDevice await, CeremonyState state) throws ProblemException;

  /** Looks at what is shown and confirms the sentence, or does not. */
  Verdict attest(Attest attest, CeremonyState state, Revealer revealer) throws ProblemException;

  /** Says why a sentence is confirmed all the same; empty where nobody does. */
  default String reason(Problem doubted) throws ProblemException {
    return "";
  }

  /** Watches the work of a step. */
  Progress watch(Perform perform, CeremonyState state);

  /** Learns what was refused, and says how to go on. */
  Way refused(Problem problem, List<Way> ways) throws ProblemException;

  /** Whether the step in doubt took effect. */
  boolean happened(Step doubtful) throws ProblemException;

  /**
   * What a person says to a sentence.
   *
   * @param agreed whether it is so
   * @param remark what else is to be said; needed where it is not so
   */
  record Verdict(boolean agreed, String remark) {}

  /** Shows a secret of the current step. */
  @FunctionalInterface
  interface Revealer {
    /** The lines, newly made; the caller wipes them. */
    List<char[]> lines(Attest.Shown.WhileHeld shown);
  }

  /** A way to go on after something was refused. */
  sealed interface Way {
    /** The same step once more. */
    record Again() implements Way {}

    /** The step before. */
    record Back() implements Way {}

    /** A section once more; what it had made is void. */
    record Redo(Section section) implements Way {}

    /** Stop here; the ceremony can be resumed. */
    record Stop() implements Way {}

    /** Give the ceremony up. */
    record Abort(String reason) implements Way {}
  }
}
