// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;

class PerformanceTest {
  private final ToyWorld world = new ToyWorld();

  @Test
  void writesDownThatItBeginsBeforeAnythingIsTouched() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.GENERATE)) {
      world.disturbance = step -> assertEquals(List.of("Began"), run.last(1));
      run.advance();
      assertEquals(List.of("Began", "Done"), run.last(2));
    }
  }

  @Test
  void leavesAStepOpenThatAPersonStopped() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      world.whileDeriving = desk -> run.runner.cancel();
      assertFalse(run.runner.perform(Progress.NONE));
      assertEquals(List.of("Began", "Cancelled"), run.last(2));
      assertEquals(Toy.DERIVE, run.current());
      assertEquals(Optional.empty(), run.runner.doubtful());
    }
  }

  @Test
  void doesNotStopWorkThatMustNotBeStopped() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.PRINT)) {
      world.disturbance = step -> run.runner.cancel();
      assertTrue(run.runner.perform(Progress.NONE));
    }
  }

  @Test
  void leavesAStepOpenThatWasRefused() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.PRINT)) {
      world.disturbance =
          step -> {
            throw ToyWorld.refusal();
          };
      assertThrows(ProblemException.class, () -> run.runner.perform(Progress.NONE));
      Entry.Failed failed = (Entry.Failed) run.journal.entries().getLast();
      assertEquals("problem.PassphraseDiffers", failed.problem());
      assertEquals(Toy.PRINT, run.current());
    }
  }

  @Test
  void tellsTheRefusalAlsoWhenItCannotBeWrittenDown() throws ProblemException {
    world.disturbance =
        step -> {
          throw ToyWorld.refusal();
        };
    FaultyJournal journal = new FaultyJournal(Journal.inMemory(), 5, FaultyJournal.Fault.DISK_FULL);
    try (ToyRun run = new ToyRun(world, Toy.ceremony(world), journal).to(Toy.GENERATE)) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> run.runner.perform(Progress.NONE));
      assertInstanceOf(CeremonyProblem.PassphraseDiffers.class, refused.problem());
      assertInstanceOf(
          FileProblem.FileNotWritten.class,
          ((ProblemException) refused.getSuppressed()[0]).problem());
      assertEquals(Optional.empty(), run.runner.doubtful());
      run.runner.proceed();
      assertEquals(List.of("Began", "Failed"), run.last(2));
    }
  }

  @Test
  void isInDoubtAfterADefectAndCanBeClosed() throws ProblemException {
    world.finding = Perform.Doubt.Finding.CANNOT_TELL;
    ToyRun run = new ToyRun(world).to(Toy.WRITE);
    world.disturbance = defectAt("write");
    assertThrows(IllegalStateException.class, () -> run.runner.perform(Progress.NONE));
    assertEquals(Toy.WRITE, run.runner.doubtful().orElseThrow().id());
    run.close();
    assertEquals(List.of(), world.alive());
  }

  @Test
  void isLookedAtAfterADefectBeforeAnybodyIsAsked() throws ProblemException {
    for (String at : List.of("write", "written")) {
      ToyWorld each = new ToyWorld();
      try (ToyRun run = new ToyRun(each).to(Toy.WRITE)) {
        each.disturbance = defectAt(at);
        assertThrows(IllegalStateException.class, () -> run.runner.perform(Progress.NONE));
        assertEquals(Optional.empty(), run.runner.doubtful());
        boolean happened = at.equals("written");
        assertEquals(List.of("Began", happened ? "Done" : "Failed"), run.last(2));
        assertEquals(happened ? Toy.CLEAR : Toy.WRITE, run.current());
      }
    }
  }

  @Test
  void staysInDoubtWhenLookingAfterADefectIsRefused() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.WRITE)) {
      world.disturbance =
          step -> {
            defectAt("write").at(step);
            if (step.equals("look")) {
              throw ToyWorld.refusal();
            }
          };
      IllegalStateException defect =
          assertThrows(IllegalStateException.class, () -> run.runner.perform(Progress.NONE));
      assertInstanceOf(ProblemException.class, defect.getSuppressed()[0]);
      assertEquals(List.of("Began"), run.last(1));
      world.disturbance = step -> {};
      run.runner.proceed();
      assertEquals(List.of("Began", "Failed"), run.last(2), "it is looked at again");
    }
  }

  private static ToyWorld.Disturbance defectAt(String where) {
    return step -> {
      if (step.equals(where)) {
        throw new IllegalStateException("a defect");
      }
    };
  }

  @Test
  void isNotDoneAgainWhenOnlyItsEndIsMissing() throws ProblemException {
    FaultyJournal journal = new FaultyJournal(Journal.inMemory(), 5, FaultyJournal.Fault.DISK_FULL);
    try (ToyRun run = new ToyRun(world, Toy.ceremony(world), journal).to(Toy.GENERATE)) {
      assertThrows(ProblemException.class, () -> run.runner.perform(Progress.NONE));
      assertEquals(Optional.empty(), run.runner.doubtful(), "nobody needs to be asked");
      assertTrue(run.runner.perform(Progress.NONE));
      assertEquals(1, world.generated);
      assertEquals(Toy.SHOW, run.current());
    }
  }

  @Test
  void writesNothingOnceClosed() throws ProblemException {
    ToyRun run = new ToyRun(world).to(Toy.DERIVE);
    int lines = run.journal.entries().size();
    world.whileDeriving = desk -> run.runner.close();
    assertFalse(run.runner.perform(Progress.NONE));
    assertEquals(lines + 1, run.journal.entries().size(), "that it began, and no more");
    assertEquals(List.of(), world.alive());
    assertThrows(IllegalStateException.class, () -> run.runner.perform(Progress.NONE));
    assertThrows(IllegalStateException.class, run.runner::proceed);
  }

  @Test
  void takesANoteMeanwhile() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      world.disturbance = step -> run.runner.note("Wim", "the light went out");
      run.advance();
      assertEquals(List.of("Began", "Noted", "Done"), run.last(3));
    }
  }

  @Test
  void refusesANoteThatSaysNothing() throws ProblemException {
    try (ToyRun run = new ToyRun(world)) {
      assertThrows(ProblemException.class, () -> run.runner.note("Wim", " "));
    }
  }

  @Test
  void takesARemarkWhereTheCeremonyGoesOnWithout() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.CONDUCTED)) {
      assertThrows(ProblemException.class, () -> run.runner.attest(false, " "), "says not why");
      run.runner.attest(false, "the clock was wrong");
      assertEquals(Toy.MORE, run.current());
    }
  }

  @Test
  void staysAtASentenceThatWasNotConfirmed() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> run.runner.attest(false, "too dark"));
      assertEquals(new CeremonyProblem.NotConfirmed(4), refused.problem());
      assertEquals(List.of("Noted"), run.last(1));
      assertEquals(Toy.SHOW, run.current());
    }
  }

  @Test
  void showsTheLinesOfASecret() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      assertArrayEquals(new char["seed 1".length()], run.runner.reveal(Toy.SEED_SHOWN).getFirst());
    }
  }

  @Test
  void foldGivesTheSameStateForTheSameEntry() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      CeremonyState state = run.runner.state();
      assertSame(state, state.apply(new Entry.Noted(null, "Wim", "dark")));
      assertThrows(
          IllegalStateException.class, () -> state.apply(new Entry.Began(null, Toy.PRINT)));
      assertThrows(IllegalStateException.class, () -> state.apply(new Entry.Began(null, Toy.SHOW)));
      assertThrows(
          IllegalStateException.class,
          () -> state.apply(new Entry.Attested(null, Toy.SHOW, "Clara", false, "no")));
      assertThrows(
          IllegalStateException.class,
          () -> state.apply(new Entry.Failed(null, Toy.SHOW, "", List.of())));
      assertThrows(IllegalStateException.class, () -> state.apply(new Entry.Finished(null)));
      assertThrows(IllegalStateException.class, () -> state.apply(new Entry.Aborted(null)));
      assertThrows(
          IllegalStateException.class,
          () -> state.apply(new Entry.Seated(null, "custodian[2]", "Carl", "")));
      assertThrows(
          IllegalStateException.class,
          () -> state.apply(new Entry.Redone(null, StepId.of("no.section"), "")));
    }
  }

  @Test
  void walksNoFurtherOnceSomebodyClosedTheRunner() throws ProblemException {
    try (ToyRun run = new ToyRun(world)) {
      world.disturbance =
          step -> {
            if (step.equals("print")) {
              run.runner.close();
            }
          };
      CeremonyState end = new Walk(run.runner, run.shell).toTheEnd();
      assertFalse(end.ended());
      assertEquals(List.of("Began"), run.last(1));
      assertEquals(List.of(), world.alive());
    }
  }
}
