// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which devices must be in a reader where a ceremony stands.
 *
 * @param state where it stands
 */
record DevicesInUse(CeremonyState state) {
  /**
   * The steps that awaited them last: of the device that was put in last, if it is needed before it
   * is awaited again, and of those that the current step needs.
   */
  Set<StepId> awaits() {
    Set<StepId> awaits = new LinkedHashSet<>();
    Optional<Step> current = state.current();
    if (current.isEmpty() || current.get() instanceof AwaitDevice) {
      return awaits;
    }
    List<AwaitDevice> done =
        state.agenda().rows().subList(0, state.agenda().row(current.get().id()).number()).stream()
            .map(Agenda.Row::step)
            .filter(step -> step instanceof AwaitDevice && state.isDone(step.id()))
            .map(AwaitDevice.class::cast)
            .toList()
            .reversed();
    done.stream()
        .limit(1)
        .filter(last -> isNeeded(last.serial()))
        .forEach(last -> awaits.add(last.id()));
    current.get().needs().stream()
        .flatMap(need -> done.stream().filter(await -> await.serial().equals(need)).limit(1))
        .forEach(await -> awaits.add(await.id()));
    return awaits;
  }

  /** Whether a step needs it before it is awaited again: else it might come out at once. */
  private boolean isNeeded(Fact<String> serial) {
    return state.agenda().rows().stream()
        .map(Agenda.Row::step)
        .filter(step -> !state.isDone(step.id()))
        .filter(step -> isAwaiting(step, serial) || step.needs().contains(serial))
        .findFirst()
        .filter(step -> !isAwaiting(step, serial))
        .isPresent();
  }

  private static boolean isAwaiting(Step step, Fact<String> serial) {
    return step instanceof AwaitDevice await && await.serial().equals(serial);
  }
}
