// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to be looked at again where a ceremony goes on: nobody knows who had the devices since.
 *
 * @param state where it stands
 */
record StaleLooks(CeremonyState state) {
  /**
   * The looks that work was about to rely on, and the devices that were awaited after each: what
   * was looked at is in the reader again when they are.
   */
  Set<StepId> steps() {
    Set<StepId> stale = new LinkedHashSet<>();
    for (Agenda.Row row : state.agenda().rows()) {
      if (row.step() instanceof Perform look
          && look.anewOnResume()
          && state.isDone(look.id())
          && isReliedOn(row.path().getLast())) {
        stale.add(look.id());
        List<Step> section = row.path().getLast().steps();
        section.subList(section.indexOf(look) + 1, section.size()).stream()
            .filter(step -> step instanceof AwaitDevice && state.isDone(step.id()))
            .forEach(step -> stale.add(step.id()));
      }
    }
    return stale;
  }

  /** Once nothing is left to do with an unlocked device, what a look saw has served. */
  private boolean isReliedOn(Section section) {
    return section.steps().stream()
        .filter(step -> !state.isDone(step.id()))
        .anyMatch(step -> step.needs().stream().anyMatch(SecretSlot.class::isInstance));
  }
}
