// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is open again when a section is done again: its steps, and every later step that used
 * something they yield.
 *
 * @param section the section
 * @param steps all steps that are open again
 * @param outsideSecrets secrets that these steps need and that were made by others: without them
 *     the section cannot be done again alone
 */
public record Redo(StepId section, Set<StepId> steps, Set<SecretSlot> outsideSecrets) {
  /** Computes the redo of a section. */
  public static Redo of(CeremonyState state, StepId section) {
    Set<StepId> steps = new LinkedHashSet<>();
    Set<String> remade = new HashSet<>();
    for (Agenda.Row row : state.agenda().rows()) {
      boolean uses = row.step().needs().stream().anyMatch(need -> remade.contains(need.name()));
      if (row.in(section) || uses) {
        steps.add(row.step().id());
        row.step().yields().forEach(slot -> remade.add(slot.name()));
      }
    }
    Set<SecretSlot> outside = new LinkedHashSet<>();
    for (StepId id : steps) {
      for (Slot need : state.agenda().row(id).step().needs()) {
        if (need instanceof SecretSlot secret
            && !remade.contains(secret.name())
            && isMade(state, secret)) {
          outside.add(secret);
        }
      }
    }
    return new Redo(section, steps, outside);
  }

  /** What is still to be made is not missed. */
  private static boolean isMade(CeremonyState state, SecretSlot secret) {
    return state.agenda().origin(secret).filter(row -> state.isDone(row.step().id())).isPresent();
  }

  /**
   * The sections with something in them that can be done again: those around the current step, and
   * those before it in the same outer section; the innermost and latest first.
   */
  static List<Section> offers(CeremonyState state) {
    if (state.phase() != CeremonyState.Phase.RUNNING || state.inDoubt().isPresent()) {
      return List.of();
    }
    List<Section> outer =
        state.current().map(step -> state.agenda().row(step.id()).path()).orElse(List.of());
    if (outer.isEmpty()) {
      return List.of();
    }
    List<Section> offers = new ArrayList<>();
    for (Item item : outer.getFirst().items()) {
      if (item instanceof Section inner && touched(state, inner)) {
        offers.addFirst(inner);
      }
    }
    if (touched(state, outer.getFirst())) {
      offers.add(outer.getFirst());
    }
    return offers;
  }

  private static boolean touched(CeremonyState state, Section section) {
    return section.steps().stream().anyMatch(step -> state.isDone(step.id()));
  }
}
