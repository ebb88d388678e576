// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Role;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.rehearsal.People;
import org.keyrite.wizards.view.look.Wording;

/**
 * What stands in the fields of a rehearsal from the start: a name, made-up people, and sheets that
 * are saved instead of printed.
 *
 * @param wording says the name of the set
 * @param people who sits where
 */
record Rehearsing(Wording wording, People people) implements UnaryOperator<String> {
  private static final List<Role> SINGLE =
      List.of(Role.OFFICER, Role.OPERATOR, Role.WITNESS, Role.AUDITOR);

  @Override
  public String apply(String slot) {
    for (Role role : SINGLE) {
      Seat seat = new Seat(role, 0);
      if (seat.person().name().equals(slot)) {
        return people.in(seat);
      }
    }
    Fact<String> fact = Fact.text(slot);
    if (fact.index() > 0 && Seat.custodian(fact.index()).person().equals(fact)) {
      return people.in(Seat.custodian(fact.index()));
    }
    return Map.of(
            "name", wording.messages().text("window.home.rehearsalName"),
            "output", "save",
            "language", wording.language().tag())
        .getOrDefault(slot, "");
  }
}
