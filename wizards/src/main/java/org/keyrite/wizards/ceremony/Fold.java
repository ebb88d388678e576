// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyrite.wizards.ceremony.CeremonyState.Phase;

/**
 * Which entry may stand where, and what follows from it.
 *
 * @param state where the ceremony stands
 * @param standing what of it entries change
 * @param entry what happened next
 */
record Fold(CeremonyState state, Standing standing, Entry entry) {

  CeremonyState next() {
    require(state.phase() == Phase.NOT_STARTED == entry instanceof Entry.Started);
    require(!state.ended());
    return switch (entry) {
      case Entry.Started started -> {
        require(started.agenda().equals(state.ceremony().agendaHash()));
        yield now(
            standing
                .in(Phase.RUNNING)
                .knowing(Facts.NONE.with(CeremonyState.CEREMONY_ID, started.ceremonyId())));
      }
      case Entry.Seated seated -> {
        require(state.seats().stream().anyMatch(seat -> seat.toString().equals(seated.seat())));
        yield now(
            standing.knowing(Facts.ofTexts(Map.of("seat." + seated.seat(), seated.person()))));
      }
      case Entry.Began began -> {
        require(standing.inDoubt().isEmpty());
        current(began.step(), Perform.class);
        yield now(standing.beginning(began.step()).timed(standing.times().beginning(began.at())));
      }
      case Entry.Done done -> done(done);
      case Entry.Attested attested -> {
        Attest attest = current(attested.step(), Attest.class);
        require(attested.agreed() || attest.remarkAllowed());
        yield now(standing.closing(attested.step()));
      }
      case Entry.Failed failed -> failed(failed.step(), failed.problem());
      case Entry.Cancelled cancelled -> {
        require(standing.inDoubt().filter(cancelled.step()::equals).isPresent());
        yield now(standing.doubting(Optional.empty()));
      }
      case Entry.SteppedBack back -> {
        require(state.backTarget().filter(step -> step.id().equals(back.to())).isPresent());
        yield now(standing.opening(Set.of(back.to()), factsOf(Set.of(back.to()))));
      }
      case Entry.Reopened reopened -> {
        require(state.isDone(reopened.step()));
        yield now(standing.reopening(reopened.step()));
      }
      case Entry.Redone redone -> redone(redone);
      case Entry.Extended extended -> extended(extended);
      case Entry.Aborting _ -> aborting();
      case Entry.Aborted _ -> {
        require(state.phase() == Phase.ABORTING);
        yield now(standing.in(Phase.ABORTED));
      }
      case Entry.Finished _ -> {
        require(isThrough() && state.nextPart().isEmpty());
        yield now(standing.in(Phase.FINISHED));
      }
      case Entry.Resumed _ -> now(standing.timed(standing.times().interrupted()));
      case Entry.Noted _ -> state;
    };
  }

  private CeremonyState done(Entry.Done over) {
    Step step = state.agenda().find(over.step()).orElseThrow(this::refused).step();
    // Work that had begun took effect wherever the ceremony stands by now: an ask before it may be
    // open again because the secret that it took was lost.
    require(
        step instanceof Perform
            ? standing.inDoubt().filter(step.id()::equals).isPresent()
            : !(step instanceof Attest) && isCurrent(step.id()));
    require(over.facts().keySet().equals(factNames(step)));
    require(
        !standing.reopened().contains(step.id())
            || standing.facts().with(Facts.ofTexts(over.facts())).equals(standing.facts()));
    Standing next = standing.knowing(Facts.ofTexts(over.facts())).closing(over.step());
    return now(
        step instanceof Perform
            ? next.timed(standing.times().ending(over.step(), over.at()))
            : next);
  }

  /** Work that gives what people entered one try only has them enter it again. */
  private CeremonyState failed(StepId step, String problem) {
    require(standing.inDoubt().filter(step::equals).isPresent());
    Standing next = standing.doubting(Optional.empty()).refusing(step, problem);
    if (state.agenda().row(step).step() instanceof Perform work && work.oneTry()) {
      for (Slot need : work.needs()) {
        if (need instanceof SecretSlot secret
            && state.agenda().origin(secret).orElseThrow().step() instanceof Ask ask
            && state.isDone(ask.id())) {
          next = next.reopening(ask.id());
        }
      }
    }
    return now(next);
  }

  private CeremonyState redone(Entry.Redone redone) {
    require(state.phase() == Phase.RUNNING && !state.agenda().in(redone.section()).isEmpty());
    Set<StepId> open = new LinkedHashSet<>(Redo.of(state, redone.section()).steps());
    List<Part> parts = new ArrayList<>(state.parts());
    // What followed from a part that is open again may be something else the next time.
    while (parts.subList(0, parts.size() - 1).stream().anyMatch(part -> part.touches(open))) {
      Part gone = parts.removeLast();
      gone.steps().forEach(step -> open.add(step.id()));
    }
    Set<String> names = factsOf(open);
    return state.standing(parts, standing.voiding(names).opening(open, names));
  }

  private CeremonyState extended(Entry.Extended extended) {
    require(isThrough());
    Part next = state.nextPart().orElseThrow(this::refused);
    require(next.hash().equals(extended.part()));
    List<Part> parts = new ArrayList<>(state.parts());
    parts.add(next);
    new Wiring(state.ceremony().plan()).check(parts);
    return state.standing(parts, standing);
  }

  private CeremonyState aborting() {
    CeremonyState next = now(standing.in(Phase.ABORTING));
    // Whether work took effect that nobody goes on with matters only where it cleans up.
    Optional<StepId> doubt = standing.inDoubt().filter(step -> isCurrentIn(next, step));
    return state.standing(state.parts(), standing.in(Phase.ABORTING).doubting(doubt));
  }

  private CeremonyState now(Standing next) {
    return state.standing(state.parts(), next);
  }

  /** The public names that these steps have yielded. */
  private Set<String> factsOf(Set<StepId> steps) {
    return state.agenda().rows().stream()
        .map(Agenda.Row::step)
        .filter(step -> steps.contains(step.id()))
        .filter(step -> state.isDone(step.id()) || standing.reopened().contains(step.id()))
        .flatMap(step -> factNames(step).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> factNames(Step step) {
    return step.yields().stream()
        .filter(Fact.class::isInstance)
        .map(Slot::name)
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean isThrough() {
    return state.phase() == Phase.RUNNING && state.current().isEmpty();
  }

  private boolean isCurrent(StepId id) {
    return isCurrentIn(state, id);
  }

  private static boolean isCurrentIn(CeremonyState state, StepId id) {
    return state.current().filter(step -> step.id().equals(id)).isPresent();
  }

  private <S extends Step> S current(StepId id, Class<S> kind) {
    require(isCurrent(id));
    Step step = state.agenda().row(id).step();
    require(kind.isInstance(step));
    return kind.cast(step);
  }

  private void require(boolean possible) {
    if (!possible) {
      throw refused();
    }
  }

  private IllegalStateException refused() {
    return new IllegalStateException("cannot stand here: " + entry);
  }
}
