// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;

class AbortTest {
  private final ToyWorld world = new ToyWorld();

  @Test
  void endsAtOnceWhereNothingIsToBeCleanedUp() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      run.runner.abort("fire alarm");
      assertEquals(List.of("Aborting", "Aborted"), run.last(2));
      assertEquals(List.of(), world.alive());
    }
  }

  @Test
  void cleansUpFirst() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.CLEAR)) {
      run.runner.abort("fire alarm");
      assertEquals(Toy.CLEAR, run.current());
      assertEquals(CeremonyState.Phase.ABORTING, run.runner.state().phase());
      run.advance();
      assertEquals(1, world.cleared);
      assertEquals(List.of("Began", "Done", "Aborted"), run.last(3));
      assertEquals(List.of(), world.alive());
    }
  }

  @Test
  void cleansUpAfterARestartWithASecretAskedAgain() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.CLEAR)) {
      run.runner.abort("fire alarm");
      run.stopAndResume();
      assertEquals(List.of("Resumed", "Reopened"), run.last(2));
      assertEquals(Toy.ENTER, run.current());
      run.answer(Toy.PIN);
      assertEquals(Toy.CLEAR, run.current());
      run.advance();
      assertEquals(1, world.cleared);
      assertEquals(CeremonyState.Phase.ABORTED, run.runner.state().phase());
      assertEquals(List.of(), world.alive());
    }
  }

  @Test
  void canLeaveOutACleanUpThatCannotBeDone() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.CLEAR)) {
      run.runner.abort("fire alarm");
      world.disturbance =
          step -> {
            throw ToyWorld.refusal();
          };
      assertThrows(ProblemException.class, run::advance);
      assertEquals(Toy.CLEAR, run.current());
      run.runner.abort("the device is broken");
      assertEquals(List.of("Failed", "Aborting", "Aborted"), run.last(3));
    }
  }

  @Test
  void isOverWhenWhatItLeavesInDoubtCleansNothingUp() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.PRINT)) {
      world.disturbance =
          step -> {
            throw new IllegalStateException("a defect");
          };
      assertThrows(IllegalStateException.class, run::advance);
      run.runner.abort("it does not work");
      assertEquals(CeremonyState.Phase.ABORTED, run.runner.state().phase());
    }
  }

  @Test
  void asksAboutACleanUpThatIsInDoubt() throws ProblemException {
    world.finding = Perform.Doubt.Finding.CANNOT_TELL;
    try (ToyRun run = new ToyRun(world).to(Toy.CLEAR)) {
      world.disturbance =
          step -> {
            throw new IllegalStateException("a defect");
          };
      assertThrows(IllegalStateException.class, run::advance);
      run.runner.abort("it does not work");
      assertEquals(Toy.CLEAR, run.runner.doubtful().orElseThrow().id());
      run.runner.settle(true);
      assertEquals(List.of("Aborting", "Done", "Aborted"), run.last(3));
    }
  }

  @Test
  void takesNoBackAndNoRedo() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.CLEAR)) {
      run.runner.abort("fire alarm");
      assertThrows(IllegalStateException.class, run.runner::back);
      assertEquals(List.of(), run.runner.redoable());
    }
  }

  @Test
  void waitsForWorkThatIsUnderWay() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      world.whileDeriving =
          desk -> {
            assertThrows(IllegalStateException.class, () -> run.runner.abort("now"));
            assertThrows(IllegalStateException.class, () -> run.runner.settle(true));
            assertThrows(
                IllegalStateException.class, () -> run.runner.redo(Toy.SET_SECTION, "now"));
            assertThrows(IllegalStateException.class, () -> run.runner.perform(Progress.NONE));
          };
      run.advance();
      assertEquals(Toy.USE, run.current());
    }
  }

  @Test
  void takesNothingOnceItIsOver() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      run.runner.abort("fire alarm");
      assertThrows(IllegalStateException.class, () -> run.runner.note("Olga", "too late"));
      assertThrows(IllegalStateException.class, () -> run.runner.abort("again"));
    }
  }
}
