// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.ProblemException;

class BackAndRedoTest {
  private final ToyWorld world = new ToyWorld();

  @Test
  void goesBackOverAnAskAndForgetsWhatWasEntered() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.GENERATE)) {
      run.runner.back();
      assertEquals(Toy.ENTER, run.current());
      assertFalse(run.runner.state().facts().has(Toy.LABEL));
      assertEquals(List.of(), world.alive());
      run.runner.back();
      assertEquals(Toy.ROLL_CALL, run.current());
      assertEquals("", run.runner.state().person(Seat.WITNESS));
    }
  }

  @Test
  void goesBackNowhereAtTheFirstStep() throws ProblemException {
    try (ToyRun run = new ToyRun(world)) {
      assertEquals(Optional.empty(), run.runner.state().backTarget());
      assertThrows(IllegalStateException.class, run.runner::back);
    }
  }

  @Test
  void goesNotBackOverWork() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      assertThrows(IllegalStateException.class, run.runner::back);
    }
  }

  @Test
  void goesNotBackOverAConfirmation() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.PRINT)) {
      assertThrows(IllegalStateException.class, run.runner::back);
    }
  }

  @Test
  void goesNotBackIntoAPartFromWhichThisOneFollowed() throws ProblemException {
    Ceremony ceremony =
        new Ceremony(
            "parts",
            List.of(),
            Facts.NONE,
            new Part(
                List.of(
                    Section.of(
                        "parts.one",
                        Ask.of(
                            StepId.of("parts.enter"),
                            Seat.OPERATOR,
                            List.of(),
                            new Field(Toy.LABEL, new Editor.Text(1, 9))))),
                facts ->
                    Optional.of(
                        Part.last(
                            Section.of(
                                "parts.two",
                                Ask.of(
                                    new StepId("parts.more", facts.get(Toy.LABEL).length()),
                                    Seat.OPERATOR,
                                    List.of(),
                                    new Field(Toy.EXTRA, new Editor.Text(1, 9))))))));
    try (ToyRun run = new ToyRun(world, ceremony, Journal.inMemory())) {
      run.advance();
      assertEquals("parts.more[3]", run.current().toString());
      assertThrows(IllegalStateException.class, run.runner::back);
    }
  }

  @Test
  void offersTheInnermostSectionFirst() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.COMPARE)) {
      assertEquals(
          List.of(Toy.CUSTODIAN_SECTION, Toy.SET_SECTION),
          run.runner.redoable().stream().map(Section::id).toList());
    }
  }

  @Test
  void offersNoSectionInWhichNothingIsDone() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.GENERATE)) {
      assertEquals(List.of(), run.runner.redoable());
      assertThrows(IllegalStateException.class, () -> run.runner.redo(Toy.SET_SECTION, "whatever"));
    }
  }

  @Test
  void offersASectionOnlyWhileTheSecretsFromOutsideAreHeld() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.USE)) {
      assertEquals(
          List.of(Toy.SET_SECTION),
          run.runner.redoable().stream().map(Section::id).toList(),
          "the seed that the custodian's turn needs is wiped");
    }
  }

  @Test
  void offersNothingWhileAStepIsInDoubt() throws ProblemException {
    world.finding = Perform.Doubt.Finding.CANNOT_TELL;
    try (ToyRun run = new ToyRun(world).to(Toy.PRINT)) {
      world.disturbance =
          step -> {
            throw new IllegalStateException("a defect");
          };
      assertThrows(IllegalStateException.class, run::advance);
      assertEquals(List.of(), run.runner.redoable());
    }
  }

  @Test
  void voidsWhatTheSectionHadMadeAndWhatUsedIt() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.USE)) {
      run.runner.redo(Toy.SET_SECTION, "spoiled");
      assertEquals(Toy.GENERATE, run.current());
      assertEquals(
          Map.of("set.id", "set-1", "sheet.number", "1", "derived", "set-1 derived"),
          run.runner.state().voided().stream()
              .collect(Collectors.toMap(CeremonyState.Voided::name, CeremonyState.Voided::text)));
      assertTrue(run.runner.state().isDone(Toy.ENTER));
    }
  }

  @Test
  void leavesWhatDoesNotDependOnTheSection() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      run.runner.redo(Toy.CUSTODIAN_SECTION, "spoiled sheet");
      assertEquals(Toy.SHOW, run.current());
      assertEquals("set-1", run.runner.state().facts().get(Toy.SET));
      run.to(Toy.DERIVE);
      assertEquals(2, run.runner.state().facts().get(Toy.SHEET));
    }
  }

  @Test
  void makesAPartAnewThatFollowedFromASectionDoneAgain() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.MORE)) {
      world.device = false;
      run.stopAndResume();
      assertEquals(List.of("Resumed", "Redone", "Reopened"), run.last(3));
      assertEquals(Optional.empty(), run.runner.state().agenda().find(Toy.MORE));
      run.shell.facts.put("extra", "again");
      run.to(Toy.MORE);
      run.advance();
      assertEquals(CeremonyState.Phase.FINISHED, run.runner.state().phase());
      assertEquals("again", run.runner.state().facts().get(Toy.EXTRA));
    }
  }

  @Test
  void seatsAnotherPersonWithoutChangingTheAgenda() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      run.runner.seat(Seat.custodian(1), "Carl", "Clara is ill");
      assertEquals("Carl", run.runner.state().person(Seat.custodian(1)));
      assertEquals(run.ceremony.agendaHash(), run.runner.state().ceremony().agendaHash());
    }
  }

  @Test
  void seatsNobodyInASeatThatIsNotThere() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      assertThrows(
          IllegalStateException.class, () -> run.runner.seat(Seat.custodian(2), "Carl", ""));
    }
  }

  @Test
  void seatsNobodyWhoSitsInAnotherSeat() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      assertThrows(
          ProblemException.class, () -> run.runner.seat(Seat.WITNESS, "  cLARA ", "jammed"));
      assertThrows(ProblemException.class, () -> run.runner.seat(Seat.WITNESS, " ", "nobody"));
    }
  }

  @Test
  void takesAnswersInOneWayOfWriting() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.ENTER)) {
      run.runner.answer(
          new Answers(
              Facts.ofTexts(Map.of("label", "  spaced ", "count", "+7")),
              Map.of(Toy.PIN, world.secret("long enough"))));
      assertEquals("spaced", run.runner.state().facts().texts().get("label"));
      assertEquals("7", run.runner.state().facts().texts().get("count"));
    }
  }
}
