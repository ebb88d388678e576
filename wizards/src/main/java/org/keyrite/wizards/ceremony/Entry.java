// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.Problem;

/** One line of a journal: something that happened, at a time, in UTC. Never holds a secret. */
public sealed interface Entry {
  /** When it happened. */
  Instant at();

  /**
   * The ceremony began.
   *
   * @param ceremonyId what this run is called
   * @param kind id in the catalogue
   * @param practice whether it is a rehearsal
   * @param plan what was planned
   * @param agenda hash of the agenda
   * @param product program and version
   * @param before last hash of the visit before, empty where there was none
   */
  record Started(
      Instant at,
      String ceremonyId,
      String kind,
      boolean practice,
      Map<String, String> plan,
      Bytes agenda,
      String product,
      Bytes before)
      implements Entry {
    /** Keeps its own copy of the plan. */
    public Started {
      plan = sorted(plan);
    }
  }

  /** Another person took a seat. */
  record Seated(Instant at, String seat, String person, String reason) implements Entry {}

  /** Work began; written before anything is touched. */
  record Began(Instant at, StepId step) implements Entry {}

  /** A step is done; these facts are known now. */
  record Done(Instant at, StepId step, String person, Map<String, String> facts) implements Entry {
    /** Keeps its own copy of the facts. */
    public Done {
      facts = sorted(facts);
    }
  }

  /** A person confirmed a step's sentence, or did not and said why. */
  record Attested(Instant at, StepId step, String person, boolean agreed, String remark)
      implements Entry {}

  /** A step was refused; what happened as the key and arguments of a problem. */
  record Failed(Instant at, StepId step, String problem, List<String> arguments) implements Entry {
    /** Keeps its own copy of the arguments. */
    public Failed {
      arguments = List.copyOf(arguments);
    }

    static Failed of(Instant at, StepId step, Problem problem) {
      return new Failed(
          at, step, problem.key(), problem.arguments().stream().map(String::valueOf).toList());
    }
  }

  /** A person stopped the work of a step. */
  record Cancelled(Instant at, StepId step) implements Entry {}

  /** A person went back to a step, which is open again. */
  record SteppedBack(Instant at, StepId to) implements Entry {}

  /** Somebody noted an exception. */
  record Noted(Instant at, String by, String text) implements Entry {}

  /** A section is done again; what it had made is void. */
  record Redone(Instant at, StepId section, String reason) implements Entry {}

  /** A step is open again because what it yielded is gone or does not hold. */
  record Reopened(Instant at, StepId step, String reason) implements Entry {}

  /** The next part was made from what is known. */
  record Extended(Instant at, Bytes part) implements Entry {}

  /** The ceremony goes on in a new process. */
  record Resumed(Instant at, String product) implements Entry {}

  /** The ceremony is being given up; steps that clean up are still to be done. */
  record Aborting(Instant at, String reason) implements Entry {}

  /** The ceremony was given up. */
  record Aborted(Instant at) implements Entry {}

  /** The ceremony is complete. */
  record Finished(Instant at) implements Entry {}

  /** In the order in which a journal writes them, so that what was read equals what was written. */
  private static Map<String, String> sorted(Map<String, String> texts) {
    return Collections.unmodifiableMap(new TreeMap<>(texts));
  }
}
