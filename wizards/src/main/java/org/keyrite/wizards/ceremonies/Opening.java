// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.SeatRules;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/** How ceremonies begin: who sits where, what time it is, and what laptop it is. */
final class Opening {
  /** Seconds by which the laptop's clock is ahead of the witness's. */
  static final Fact<Integer> CLOCK_OFFSET = Fact.number("clock.offset");

  /** Where the printed agenda came out. */
  static final Fact<String> AGENDA = Fact.text("agenda.output");

  private static final int HALF_A_DAY = 43_200;

  private Opening() {}

  static Section section(Facts plan, int custodians) {
    List<Seat> seats =
        Stream.concat(Stream.of(Seat.OFFICER, Seat.OPERATOR, Seat.WITNESS), custodians(custodians))
            .toList();
    return section(plan, seats);
  }

  /** With these people only; the first of them opens the ceremony. */
  static Section section(Facts plan, List<Seat> seats) {
    Seat lead = seats.getFirst();
    List<Field> people =
        seats.stream().map(seat -> new Field(seat.person(), PlanFields.printed(1, 60))).toList();
    return Section.of(
        "opening.begin",
        new Perform(
            StepId.of("opening.agenda"),
            lead,
            List.of(),
            Set.of(CeremonyState.CEREMONY_ID),
            Set.of(AGENDA),
            desk -> desk.put(AGENDA, new Sheets(plan, desk).agenda())),
        new Ask(
            StepId.of("opening.rollCall"), lead, List.of(), Set.of(), people, SeatRules::refuses),
        new Ask(
            StepId.of("opening.clock"),
            Seat.WITNESS,
            List.of(),
            Set.of(),
            List.of(
                new Field(CLOCK_OFFSET, new Editor.Number(-HALF_A_DAY, HALF_A_DAY)).preset("0")),
            entered -> Optional.empty()),
        Preflight.before(plan));
  }

  static Stream<Seat> custodians(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Seat::custodian);
  }
}
