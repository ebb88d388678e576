// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.keyrite.core.work.Progress;

/** Work that starts before its turn, behind other screens. */
final class EarlyWorks implements AutoCloseable {
  private final Executor background;
  private final BiFunction<Perform, Progress, Desk> desks;
  private final Map<StepId, Started> started = new LinkedHashMap<>();

  EarlyWorks(Executor background, BiFunction<Perform, Progress, Desk> desks) {
    this.background = background;
    this.desks = desks;
  }

  /** Work and the public values that it was started with. */
  private record Started(Work work, Facts with) {}

  /**
   * Stops work whose step is open no more or has other needs by now; start it anew with {@link
   * #start}. What it made is wiped.
   */
  void dropStale(CeremonyState state) {
    started
        .values()
        .removeIf(early -> {
          Perform step = early.work().step();
          boolean stale = !canStart(step, state) || !needed(step, state).equals(early.with());
          if (stale) {
            early.work().discard();
          }
          return stale;
        });
  }

  /** Starts what can be started. A step whose turn it is already waits for whoever performs it. */
  void start(CeremonyState state, Vault vault) {
    Optional<StepId> current = state.current().map(Step::id);
    for (Agenda.Row row : state.agenda().rows()) {
      if (row.step() instanceof Perform step
          && step.ahead()
          && !current.equals(Optional.of(step.id()))
          && !started.containsKey(step.id())
          && canStart(step, state)
          && state.liveSecrets().stream().filter(step.needs()::contains).allMatch(vault::holds)) {
        Work work = new Work(step, progress -> desks.apply(step, progress));
        started.put(step.id(), new Started(work, needed(step, state)));
        background.execute(work);
      }
    }
  }

  /** The work of a step, started or not; the caller's from now on. */
  Work take(Perform step) {
    Started early = started.remove(step.id());
    return early != null ? early.work() : new Work(step, progress -> desks.apply(step, progress));
  }

  /** Stops everything and wipes what it made. */
  @Override
  public void close() {
    started.values().forEach(early -> early.work().stop());
    started.values().forEach(early -> early.work().discard());
    started.clear();
  }

  private static boolean canStart(Perform step, CeremonyState state) {
    return state.phase() == CeremonyState.Phase.RUNNING
        && !state.isDone(step.id())
        && state.isReady(step)
        && step.needs().stream()
            .allMatch(need ->
                !(need instanceof SecretSlot secret) || state.liveSecrets().contains(secret));
  }

  private static Facts needed(Perform step, CeremonyState state) {
    Facts facts = Facts.NONE;
    for (Slot need : step.needs()) {
      if (need instanceof Fact<?> fact) {
        facts =
            facts.with(Facts.ofTexts(Map.of(fact.name(), state.facts().texts().get(fact.name()))));
      }
    }
    return facts;
  }
}
