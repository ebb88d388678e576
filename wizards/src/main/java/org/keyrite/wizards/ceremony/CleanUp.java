// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Optional;

/**
 * What is still offered when a ceremony is given up: steps that clean up and can do so with what is
 * known, each after the asks for secrets, such as a PIN, without which it cannot.
 *
 * @param state where the ceremony stands
 */
record CleanUp(CeremonyState state) {

  Optional<Step> next() {
    return state.agenda().rows().stream()
        .map(Agenda.Row::step)
        .filter(step -> !state.isDone(step.id()))
        .filter(step -> isDue(step) || serves(step))
        .findFirst();
  }

  /** Whether this step cleans up something that is there. */
  boolean isDue(Step step) {
    return step.lastly()
        && !state.isDone(step.id())
        && state.isReady(step)
        && step.needs().stream()
            .allMatch(need -> !(need instanceof SecretSlot secret) || canBeHad(secret));
  }

  /** A secret that was made and lost cannot be had again; one that a person knows can. */
  private boolean canBeHad(SecretSlot secret) {
    return state
        .agenda()
        .origin(secret)
        .map(Agenda.Row::step)
        .filter(step -> step instanceof Ask || state.isDone(step.id()))
        .isPresent();
  }

  private boolean serves(Step step) {
    return step instanceof Ask
        && state.agenda().rows().stream()
            .map(Agenda.Row::step)
            .filter(this::isDue)
            .flatMap(later -> later.needs().stream())
            .anyMatch(need -> need instanceof SecretSlot && step.yields().contains(need));
  }
}
