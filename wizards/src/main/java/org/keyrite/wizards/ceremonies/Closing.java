// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.StepId;

/** How ceremonies end: each says whether it was conducted as recorded. */
final class Closing {
  private Closing() {}

  static Section section(int custodians, Step... before) {
    return section(
        Stream.concat(
                Opening.custodians(custodians),
                Stream.of(Seat.OPERATOR, Seat.WITNESS, Seat.OFFICER))
            .toList(),
        before);
  }

  /** With these people only. */
  static Section section(List<Seat> seats, Step... before) {
    List<Item> steps = new ArrayList<>(List.of(before));
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
