// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"dkekQuorum.show", "dkekQuorum.show[1]", "a.b[99]"})
  void readsWhatItWrites(String text) {
    assertEquals(text, StepId.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "show",
        "a.",
        ".b",
        "a.b[",
        "a.b[]",
        "a.b[0]",
        "a.b[01]",
        "a.b[-1]",
        "a.b[1",
        "a.b[1]x",
        "a.b[99999999999]",
        "a.b.c",
        "A.b",
        "a.B",
        "a.b\n"
      })
  void refusesWhatNoStepIsCalled(String text) {
    assertThrows(IllegalArgumentException.class, () -> StepId.parse(text));
  }

  @Test
  void readsSeatsBack() {
    assertEquals(Optional.of(Seat.custodian(12)), Seat.parse("custodian[12]"));
    assertEquals(Optional.of(Seat.WITNESS), Seat.parse("witness"));
    assertEquals(Optional.empty(), Seat.parse("king"));
    assertEquals(Optional.empty(), Seat.parse("custodian[0]"));
    assertEquals(Optional.empty(), Seat.parse("custodian[1"));
  }
}
