// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * How ceremonies end: the last sheets, the emptying of the printer queue that they went through, a
 * search for what is left of them, and each person says whether it was conducted as recorded.
 */
final class Closing {
  private Closing() {}

  static Section section(Facts plan, int custodians, Perform... sheets) {
    return section(
        plan,
        Stream.concat(
                Opening.custodians(custodians),
                Stream.of(Seat.OPERATOR, Seat.WITNESS, Seat.OFFICER))
            .toList(),
        sheets);
  }

  /** With these people only. */
  static Section section(Facts plan, List<Seat> seats, Perform... sheets) {
    List<Item> steps = new ArrayList<>(List.of(Printing.closing(plan, sheets)));
    steps.add(Preflight.after());
    for (int i = 0; i < seats.size(); i++) {
      steps.add(
          new Attest(
              new StepId("closing.conducted", i + 1),
              seats.get(i),
              List.of(seats.get(i).title()),
              List.of(),
              true));
    }
    return new Section(StepId.of("closing.end"), List.of(), steps);
  }
}
