// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.preflight.Finding;
import org.keyrite.wizards.preflight.Needs;
import org.keyrite.wizards.preflight.Place;
import org.keyrite.wizards.preflight.Point;
import org.keyrite.wizards.preflight.Search;

/**
 * Control {@code LAPTOP-FIT}: the laptop is looked at before a ceremony, and a fault stops it
 * unless it is a rehearsal, or the plan lets the witness take it down. It is looked at again when a
 * ceremony is resumed; if something is different then, the section is done again. At the end what
 * is left on the laptop is looked at, and stops nobody.
 */
final class Preflight {
  private Preflight() {}

  /** What was found at a point. */
  static Fact<String> at(Point point) {
    return Fact.text(point.factName());
  }

  /** What was found in a place. */
  static Fact<String> in(Place place) {
    return Fact.text(place.factName());
  }

  /** Looks at the laptop; the witness confirms what is found. */
  static Section before(Facts plan) {
    List<Fact<String>> facts = Arrays.stream(Point.values()).map(Preflight::at).toList();
    Perform look =
        new Perform(
                StepId.of("opening.look"),
                Seat.OPERATOR,
                List.of(),
                Set.of(),
                Set.copyOf(facts),
                desk -> found(desk).forEach(desk::put))
            .ensuring(Preflight::isTheSame);
    Attest seen =
        Attest.of(StepId.of("opening.looked"), Seat.WITNESS, List.of(), openly(facts))
            .unless((known, practice) -> practice ? Optional.empty() : bar(plan, known));
    return Section.of("opening.laptop", look, seen);
  }

  private static Attest.Shown[] openly(List<? extends Fact<?>> facts) {
    return facts.stream().map(Attest.Shown.Openly::new).toArray(Attest.Shown[]::new);
  }

  /** The first fault, which its sentences tell; the others stand beside it in the list. */
  private static Optional<Problem> bar(Facts plan, Facts known) {
    if (plan.get(PlanFields.LAPTOP_FAULTS).equals(PlanFields.WITNESSED)) {
      return Optional.empty();
    }
    return Arrays.stream(Point.values())
        .flatMap(point -> Finding.faultIn(known.get(at(point))).stream())
        .map(Problem.class::cast)
        .findFirst();
  }

  private static Map<Fact<String>, String> found(Desk desk) {
    Needs needs = needs(desk);
    return Arrays.stream(Point.values())
        .collect(
            Collectors.toMap(
                Preflight::at,
                point -> desk.place().inspection().before(point, needs).text(),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static Needs needs(Desk desk) {
    boolean devices =
        desk.agenda().rows().stream().map(Agenda.Row::step).anyMatch(AwaitDevice.class::isInstance);
    return new Needs(
        desk.place().clock().instant(),
        desk.place().folder(),
        desk.place().printer().queue(),
        devices && !desk.place().practice());
  }

  /** What is fine may be fine in another way by now, such as the time. */
  private static boolean isTheSame(Desk desk) {
    return found(desk).entrySet().stream()
        .allMatch(now -> word(now.getValue()).equals(word(desk.get(now.getKey()))));
  }

  private static String word(String finding) {
    return Finding.faultIn(finding).isPresent() ? finding : finding.split(" ", 2)[0];
  }

  /** Looks for what is left of the sheets; the officer sees to it. */
  static Section after() {
    List<Fact<String>> facts = Arrays.stream(Place.values()).map(Preflight::in).toList();
    Perform search =
        new Perform(
            StepId.of("closing.search"),
            Seat.OPERATOR,
            List.of(),
            Set.<Slot>of(CeremonyState.CEREMONY_ID),
            Set.copyOf(facts),
            Preflight::search,
            Perform.Trait.LASTLY);
    return Section.of(
        "closing.laptop",
        search,
        Attest.of(StepId.of("closing.searched"), Seat.OFFICER, List.of(), openly(facts)));
  }

  private static void search(Desk desk) {
    Search search =
        new Search(desk.get(CeremonyState.CEREMONY_ID), began(desk), desk.place().folder());
    for (Place place : Place.values()) {
      desk.put(in(place), desk.place().inspection().after(place, search).text());
    }
  }

  /** Where there is no journal on the disk, everything is looked at. */
  private static Instant began(Desk desk) {
    try {
      return new CeremonyFolder(desk.place().folder()).started().at();
    } catch (ProblemException e) {
      return Instant.EPOCH;
    }
  }
}
