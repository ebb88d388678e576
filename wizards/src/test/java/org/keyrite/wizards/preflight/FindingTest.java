// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.LaptopProblem;

class FindingTest {
  static Class<?>[] problems() {
    return LaptopProblem.class.getPermittedSubclasses();
  }

  private static LaptopProblem made(Class<?> problem, String seen) throws Exception {
    return (LaptopProblem) problem.getDeclaredConstructor(String.class).newInstance(seen);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void aFaultComesBackFromTheJournal(Class<?> problem) throws Exception {
    for (String seen : new String[] {"", "eth0", "eth0,\u00a0wlan0"}) {
      LaptopProblem fault = made(problem, seen);
      assertEquals(Optional.of(fault), Finding.faultIn(new Finding.Fault(fault).text()));
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void whatWasSeenIsOneValueOfTheJournal(Class<?> problem) throws Exception {
    String text = new Finding.Fault(made(problem, "a reader, and\tanother")).text();
    assertEquals(2, text.split("[ \t\n]").length, text);
    assertFalse(text.contains(", "), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "fine", "fine 12", "noted", "notNeeded", "problem", "problem.WrongPin 1"})
  void nothingElseIsAFault(String text) {
    assertEquals(Optional.empty(), Finding.faultIn(text));
  }

  @Test
  void theJournalHasTheWordAndWhatWasSeen() {
    assertEquals("fine", new Finding.Fine("").text());
    assertEquals("fine 12\u00a0GB", new Finding.Fine("12 GB").text());
    assertEquals("noted", new Finding.Noted("").text());
    assertEquals("notNeeded", new Finding.NotNeeded().text());
    assertEquals(
        "problem.NetworkUp eth0", new Finding.Fault(new LaptopProblem.NetworkUp("eth0")).text());
  }
}
