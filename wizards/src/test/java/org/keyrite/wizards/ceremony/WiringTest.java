// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;

class WiringTest {
  private static final Fact<String> A = Fact.text("a");
  private static final Fact<String> B = Fact.text("b");
  private static final SecretSlot MADE = new SecretSlot("made");

  private static Perform work(String name, Set<Slot> needs, Set<Slot> yields) {
    return new Perform(
        StepId.of("wiring." + name), Seat.OPERATOR, List.of(), needs, yields, desk -> {});
  }

  private static Ask ask(String name, Slot slot) {
    return Ask.of(
        StepId.of("wiring." + name),
        Seat.OPERATOR,
        List.of(),
        new Field(slot, new Editor.Text(0, 9)));
  }

  private static Ceremony of(Section... sections) {
    return new Ceremony("wiring", List.of(), Facts.NONE, Part.last(sections));
  }

  private static void refuses(String why, Section... sections) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> of(sections));
    assertTrue(refused.getMessage().contains(why), refused::getMessage);
  }

  @Test
  void takesAStepThatNeedsWhatOneBeforeItYields() {
    assertDoesNotThrow(
        () -> of(Section.of("wiring.one", ask("enter", A), work("use", Set.of(A), Set.of(B)))));
  }

  @Test
  void takesAStepThatNeedsWhatThePlanKnows() {
    assertDoesNotThrow(() ->
        new Ceremony(
            "wiring",
            List.of(),
            Facts.NONE.with(A, "planned"),
            Part.last(Section.of("wiring.one", work("use", Set.of(A), Set.of())))));
  }

  @Test
  void refusesANeedThatIsOnlyYieldedLater() {
    refuses(
        "wiring.use needs a",
        Section.of("wiring.one", work("use", Set.of(A), Set.of()), ask("enter", A)));
  }

  @Test
  void refusesASlotThatIsYieldedTwice() {
    refuses("a is yielded twice", Section.of("wiring.one", ask("enter", A), ask("enterAgain", A)));
  }

  @Test
  void refusesASecretWithTheNameOfAFact() {
    refuses(
        "yielded twice",
        Section.of("wiring.one", ask("enter", A), ask("again", new SecretSlot("a"))));
  }

  @Test
  void refusesAStepThatStandsTwice() {
    refuses(
        "wiring.use stands twice",
        Section.of("wiring.one", work("use", Set.of(), Set.of()), work("use", Set.of(), Set.of())));
  }

  @Test
  void refusesASectionThatIsCalledLikeAStep() {
    refuses(
        "wiring.use stands twice",
        Section.of("wiring.one", work("use", Set.of(), Set.of())),
        Section.of("wiring.use", work("other", Set.of(), Set.of())));
  }

  @Test
  void refusesAMadeSecretThatIsReadOutsideItsSection() {
    refuses(
        "wiring.use needs made",
        Section.of("wiring.one", work("make", Set.of(), Set.of(MADE))),
        Section.of("wiring.two", work("use", Set.of(MADE), Set.of())));
  }

  @Test
  void refusesAMadeSecretThatIsReadOutsideItsInnerSection() {
    Section inner = Section.of("wiring.inner", work("make", Set.of(), Set.of(MADE)));
    refuses(
        "wiring.use needs made",
        Section.of("wiring.outer", inner, work("use", Set.of(MADE), Set.of())));
  }

  @Test
  void takesAMadeSecretThatIsReadInAnInnerSection() {
    Section inner = Section.of("wiring.inner", work("use", Set.of(MADE), Set.of()));
    assertDoesNotThrow(
        () -> of(Section.of("wiring.outer", work("make", Set.of(), Set.of(MADE)), inner)));
  }

  @Test
  void takesAnEnteredSecretThatIsReadOutsideItsSection() {
    assertDoesNotThrow(() ->
        of(
            Section.of("wiring.one", ask("enter", MADE)),
            Section.of("wiring.two", work("use", Set.of(MADE), Set.of()))));
  }

  @Test
  void refusesSectionsThatAreNestedTooDeep() {
    Section innermost = Section.of("wiring.three", work("use", Set.of(), Set.of()));
    Section middle = Section.of("wiring.two", innermost);
    assertThrows(IllegalArgumentException.class, () -> Section.of("wiring.one", middle));
  }

  @Test
  void refusesASectionWithoutSteps() {
    assertThrows(IllegalArgumentException.class, () -> Section.of("wiring.one"));
  }

  @Test
  void checksALaterPartWithWhatTheEarlierOnesYield() {
    Part second = Part.last(Section.of("wiring.two", work("use", Set.of(B), Set.of())));
    Ceremony ceremony =
        new Ceremony(
            "wiring",
            List.of(),
            Facts.NONE,
            new Part(
                List.of(Section.of("wiring.one", ask("enter", A))), facts -> Optional.of(second)));
    assertThrows(
        IllegalArgumentException.class,
        () -> {
          try (ToyRun run = new ToyRun(new ToyWorld(), ceremony, Journal.inMemory())) {
            run.runner.answer(Answers.of(Facts.NONE.with(A, "here")));
          }
        });
  }

  private static void refusedOnTheDesk(Perform.Action action) throws ProblemException {
    Ceremony ceremony =
        of(
            Section.of(
                "wiring.one",
                ask("enter", A),
                new Perform(
                        StepId.of("wiring.act"),
                        Seat.OPERATOR,
                        List.of(),
                        Set.of(),
                        Set.of(B, MADE),
                        action)
                    .inDoubt(Perform.Doubt.ASK_PEOPLE)));
    ToyWorld world = new ToyWorld();
    try (ToyRun run = new ToyRun(world, ceremony, Journal.inMemory())) {
      run.runner.answer(Answers.of(Facts.NONE.with(A, "here")));
      assertThrows(IllegalStateException.class, () -> run.runner.perform(Progress.NONE));
      assertEquals("wiring.act", run.runner.doubtful().orElseThrow().id().toString());
    }
  }

  @Test
  void givesNoFactThatIsNotDeclared() throws ProblemException {
    refusedOnTheDesk(desk -> desk.get(A));
  }

  @Test
  void takesNoFactThatIsNotDeclared() throws ProblemException {
    refusedOnTheDesk(desk -> desk.put(A, "changed"));
  }

  @Test
  void givesNoSecretThatIsNotDeclared() throws ProblemException {
    refusedOnTheDesk(desk -> desk.get(new SecretSlot("other")));
  }

  @Test
  void refusesWorkThatLeavesAFactOut() throws ProblemException {
    ToyWorld world = new ToyWorld();
    refusedOnTheDesk(desk -> desk.put(MADE, world.secret("made")));
    assertEquals(List.of(), world.alive());
  }

  @Test
  void refusesWorkThatLeavesASecretOut() throws ProblemException {
    refusedOnTheDesk(desk -> desk.put(B, "made"));
  }

  @Test
  void wipesASecretThatIsNotDeclared() throws ProblemException {
    ToyWorld world = new ToyWorld();
    refusedOnTheDesk(desk -> desk.put(new SecretSlot("other"), world.secret("other")));
    assertEquals(List.of(), world.alive());
  }
}
