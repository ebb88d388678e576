// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.StepId;

/**
 * The rows of the rail: sections and the sections in them, folded where there would be more than
 * {@value #MOST}.
 */
final class Milestones {
  static final int MOST = 10;

  private final CeremonyState state;
  private final List<Section> here;

  private Milestones(CeremonyState state) {
    this.state = state;
    here = state.current().map(step -> state.agenda().row(step.id()).path()).orElse(List.of());
  }

  /** The rows where a ceremony stands. */
  static List<Milestone> of(CeremonyState state) {
    Milestones milestones = new Milestones(state);
    List<Milestone> all = milestones.rows(false);
    return all.size() > MOST ? milestones.rows(true) : all;
  }

  /** The rows of a ceremony that is only planned. */
  static List<Milestone> planned(CeremonyState before) {
    List<Milestone> rows = new ArrayList<>();
    rows.add(new Milestone(Message.of("window.plan.rail"), Milestone.State.NOW));
    of(before).forEach(row -> rows.add(new Milestone(row.text(), Milestone.State.TO_COME)));
    return rows;
  }

  private List<Milestone> rows(boolean folded) {
    List<Milestone> rows = new ArrayList<>();
    List<StepId> seen = new ArrayList<>();
    for (Agenda.Row row : state.agenda().rows()) {
      Section outer = row.path().getFirst();
      if (!seen.contains(outer.id())) {
        seen.add(outer.id());
        rows.add(new Milestone(outer.title(), state(outer)));
        List<Section> inner = inner(outer);
        if (folded && inner.size() > 1) {
          Section shown = foldedInto(inner);
          rows.add(new Milestone(shown.title(), state(shown)));
        } else {
          inner.forEach(section -> rows.add(new Milestone(section.title(), state(section))));
        }
      }
    }
    return rows;
  }

  private static List<Section> inner(Section outer) {
    return outer.items().stream()
        .filter(Section.class::isInstance)
        .map(Section.class::cast)
        .toList();
  }

  /** Of several alike, the one where we are, else the first that is not done, else the last. */
  private Section foldedInto(List<Section> inner) {
    Optional<Section> open =
        inner.stream().filter(section -> state(section) == Milestone.State.NOW).findFirst();
    return open.or(() ->
            inner.stream().filter(section -> state(section) != Milestone.State.DONE).findFirst())
        .orElse(inner.getLast());
  }

  /** A section is done while no step of its own waits before the place where we are. */
  private Milestone.State state(Section section) {
    if (!here.isEmpty() && here.getLast().id().equals(section.id())) {
      return Milestone.State.NOW;
    }
    int at =
        state
            .current()
            .map(step -> state.agenda().row(step.id()).number())
            .orElse(Integer.MAX_VALUE);
    boolean begun = false;
    for (Step step : section.steps()) {
      Agenda.Row row = state.agenda().row(step.id());
      if (row.number() < at && state.isDone(step.id())) {
        begun = true;
      }
    }
    return begun ? Milestone.State.DONE : Milestone.State.TO_COME;
  }
}
