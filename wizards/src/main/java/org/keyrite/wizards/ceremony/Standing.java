// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What entries change: everything in a {@link CeremonyState} but the ceremony itself.
 *
 * @param phase how far the ceremony is
 * @param done the steps that are done
 * @param reopened asks that were done and whose secrets are to be entered once more, devices that
 *     are awaited once more, and looks at them; what else was entered there stays
 * @param inDoubt the step that began and of which nothing more is known
 * @param facts what is known
 * @param voided what was known and does not hold any more
 * @param begun every beginning of work, in order
 * @param refused what work was refused with since its step was opened, in order
 * @param times how long work took
 */
record Standing(
    CeremonyState.Phase phase,
    Set<StepId> done,
    Set<StepId> reopened,
    Optional<StepId> inDoubt,
    Facts facts,
    List<CeremonyState.Voided> voided,
    List<StepId> begun,
    List<Refused> refused,
    Times times) {

  /** Work of this step ended with the problem of this key. */
  record Refused(StepId step, String problem) {}

  /**
   * How long work took.
   *
   * @param since when the work that is under way began; nothing once its process ended
   * @param took from the beginning to the end of the work of each step, the last time it was done
   */
  record Times(Optional<Instant> since, Map<StepId, Duration> took) {
    static final Times NONE = new Times(Optional.empty(), Map.of());

    Times {
      took = Map.copyOf(took);
    }

    Times beginning(Instant at) {
      return new Times(Optional.of(at), took);
    }

    /** A new process began: what was under way says nothing about how long work takes. */
    Times interrupted() {
      return new Times(Optional.empty(), took);
    }

    Times ending(StepId step, Instant at) {
      // Whoever sets the clock of the laptop back meanwhile makes no work quicker.
      if (since.isEmpty() || at.isBefore(since.get())) {
        return interrupted();
      }
      Map<StepId, Duration> more = new HashMap<>(took);
      more.put(step, Duration.between(since.get(), at));
      return new Times(Optional.empty(), more);
    }
  }

  Standing {
    done = Set.copyOf(done);
    reopened = Set.copyOf(reopened);
    voided = List.copyOf(voided);
    begun = List.copyOf(begun);
    refused = List.copyOf(refused);
  }

  static Standing before(Ceremony ceremony) {
    return new Standing(
        CeremonyState.Phase.NOT_STARTED,
        Set.of(),
        Set.of(),
        Optional.empty(),
        ceremony.plan(),
        List.of(),
        List.of(),
        List.of(),
        Times.NONE);
  }

  /** The same, with the times at which work began and ended. */
  Standing timed(Times next) {
    return new Standing(phase, done, reopened, inDoubt, facts, voided, begun, refused, next);
  }

  Standing in(CeremonyState.Phase next) {
    return new Standing(next, done, reopened, inDoubt, facts, voided, begun, refused, times);
  }

  Standing doubting(Optional<StepId> step) {
    return new Standing(phase, done, reopened, step, facts, voided, begun, refused, times);
  }

  Standing knowing(Facts more) {
    return new Standing(
        phase, done, reopened, inDoubt, facts.with(more), voided, begun, refused, times);
  }

  Standing beginning(StepId step) {
    List<StepId> more = new ArrayList<>(begun);
    more.add(step);
    return new Standing(
        phase, done, reopened, Optional.of(step), facts, voided, more, refused, times);
  }

  /** The step is done; if it was in doubt, it is not any more. */
  Standing closing(StepId step) {
    Set<StepId> more = new HashSet<>(done);
    more.add(step);
    return new Standing(
        phase,
        more,
        without(reopened, Set.of(step)),
        inDoubt.filter(doubt -> !doubt.equals(step)),
        facts,
        voided,
        begun,
        refused,
        times);
  }

  /** Work of the step was refused with the problem of this key. */
  Standing refusing(StepId step, String problem) {
    List<Refused> more = new ArrayList<>(refused);
    more.add(new Refused(step, problem));
    return new Standing(phase, done, reopened, inDoubt, facts, voided, begun, more, times);
  }

  /** The secrets that an ask had taken are gone; what else was entered stays. */
  Standing reopening(StepId step) {
    Set<StepId> more = new HashSet<>(reopened);
    more.add(step);
    return new Standing(
        phase, without(done, Set.of(step)), more, inDoubt, facts, voided, begun, refused, times);
  }

  /** These steps are open again, and these facts unknown. */
  Standing opening(Set<StepId> steps, Set<String> unknown) {
    return new Standing(
        phase,
        without(done, steps),
        without(reopened, steps),
        inDoubt.filter(doubt -> !steps.contains(doubt)),
        facts.without(unknown),
        voided,
        begun,
        refused.stream().filter(one -> !steps.contains(one.step())).toList(),
        times);
  }

  /** The record remembers what these facts were. */
  Standing voiding(Set<String> names) {
    List<CeremonyState.Voided> more = new ArrayList<>(voided);
    names.forEach(name -> more.add(new CeremonyState.Voided(name, facts.texts().get(name))));
    return new Standing(phase, done, reopened, inDoubt, facts, more, begun, refused, times);
  }

  private static Set<StepId> without(Set<StepId> all, Set<StepId> some) {
    Set<StepId> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
