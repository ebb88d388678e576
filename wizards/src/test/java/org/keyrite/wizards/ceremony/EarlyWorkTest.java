// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

class EarlyWorkTest {
  private final ToyWorld world = new ToyWorld();

  @Test
  void startsWhenItsNeedsAreKnown() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.GENERATE)) {
      assertEquals(0, run.background.size());
      run.advance();
      assertEquals(1, run.background.size());
    }
  }

  @Test
  void isWrittenDownAtItsPlace() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      run.runBackground();
      assertEquals(1, world.derived);
      assertFalse(run.journal.entries().stream().anyMatch(EarlyWorkTest::isOfDerive));
      run.to(Toy.USE);
      assertEquals(1, world.derived, "not done again");
      assertEquals(List.of("Began", "Done"), run.last(2));
      assertTrue(run.runner.state().isDone(Toy.DERIVE));
    }
  }

  private static boolean isOfDerive(Entry entry) {
    return entry instanceof Entry.Began began && began.step().equals(Toy.DERIVE);
  }

  @Test
  void isDoneByWhoeverComesFirst() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.USE)) {
      run.runBackground();
      assertEquals(1, world.derived);
    }
  }

  @Test
  void tellsItsProgressWhenItWaitedForAFreeProcessor() throws ProblemException {
    List<String> reports = new ArrayList<>();
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      run.runner.perform(watching(reports));
      assertEquals(List.of("1 of 2"), reports);
    }
  }

  private static Progress watching(List<String> reports) {
    return new Progress() {
      @Override
      public void report(long done, long total) {
        reports.add(done + " of " + total);
      }

      @Override
      public void checkpoint() {}
    };
  }

  @Test
  void isThrownAwayWhenItsSectionIsDoneAgain() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      run.runBackground();
      assertEquals(1, run.alive("key"));
      run.runner.redo(Toy.SET_SECTION, "again");
      assertEquals(0, run.alive("key"));
      run.to(Toy.USE);
      assertEquals("set-2 derived", run.runner.state().facts().get(Toy.DERIVED));
      assertEquals(2, world.derived);
    }
  }

  @Test
  void survivesARedoThatDoesNotTouchItsNeeds() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      run.runBackground();
      run.runner.redo(Toy.CUSTODIAN_SECTION, "spoiled sheet");
      run.to(Toy.USE);
      assertEquals(1, world.derived);
    }
  }

  @Test
  void doesNotBeginOnceItIsThrownAway() throws ProblemException {
    ToyRun run = new ToyRun(world).to(Toy.SHOW);
    run.close();
    run.runBackground();
    assertEquals(0, world.derived);
  }

  @Test
  void failsAtItsPlaceAndIsTriedThere() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.GENERATE)) {
      world.disturbance =
          step -> {
            if (step.equals("derive")) {
              throw ToyWorld.refusal();
            }
          };
      run.advance();
      run.runBackground();
      run.to(Toy.DERIVE);
      assertThrows(ProblemException.class, run::advance);
      assertEquals(List.of("Began", "Failed"), run.last(2));
      assertEquals(0, run.background.size(), "not started behind people's backs");
      world.disturbance = step -> {};
      run.advance();
      assertEquals(Toy.USE, run.current());
    }
  }

  @Test
  void isNotStartedAgainOnceAPersonStoppedIt() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      world.whileDeriving = desk -> run.runner.cancel();
      run.background.clear();
      assertFalse(run.runner.perform(Progress.NONE));
      assertEquals(List.of("Began", "Cancelled"), run.last(2));
      assertEquals(0, run.background.size());
      assertEquals(Toy.DERIVE, run.current());
      world.whileDeriving = desk -> {};
      assertTrue(run.runner.perform(Progress.NONE));
    }
  }

  @Test
  void isThrownAwayWhenTheCeremonyIsGivenUp() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      run.runBackground();
      run.runner.abort("enough");
      assertEquals(0, run.alive("key"));
    }
  }

  @Test
  void isStartedAnewWithWhatIsKnownNow() throws ProblemException {
    Fact<String> greeting = Fact.text("greeting");
    Ceremony ceremony =
        new Ceremony(
            "early",
            List.of(),
            Facts.NONE,
            Part.last(
                Section.of(
                    "early.all",
                    Ask.of(
                        StepId.of("early.roll"),
                        Seat.OFFICER,
                        List.of(),
                        new Field(Seat.WITNESS.person(), new Editor.Text(1, 9))),
                    Attest.of(StepId.of("early.wait"), Seat.WITNESS, List.of()),
                    new Perform(
                        StepId.of("early.greet"),
                        Seat.OPERATOR,
                        List.of(),
                        Set.of(Seat.WITNESS.person()),
                        Set.of(greeting),
                        desk -> desk.put(greeting, desk.get(Seat.WITNESS.person())),
                        Perform.Trait.AHEAD))));
    try (ToyRun run = new ToyRun(world, ceremony, Journal.inMemory())) {
      run.advance();
      run.runBackground();
      run.runner.seat(Seat.WITNESS, "Vera", "Wim is ill");
      run.runBackground();
      run.advance();
      run.advance();
      assertEquals("Vera", run.runner.state().facts().get(greeting));
    }
  }

  /** Closing waits for work in another thread, and leaves nothing that it made. */
  @Test
  void letsGoOfWhatItWasLentBeforeItIsWiped() throws Exception {
    CountDownLatch atWork = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    world.whileDeriving =
        desk -> {
          desk.put(Toy.KEY, world.secret("key half made"));
          atWork.countDown();
          try {
            while (true) {
              desk.get(Toy.SEED).use(seed -> seed.length);
              desk.progress().checkpoint();
              Thread.onSpinWait();
            }
          } finally {
            ended.countDown();
          }
        };
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      CeremonyRunner runner =
          CeremonyRunner.start(
              Toy.ceremony(world),
              "T-1",
              Bytes.EMPTY,
              Journal.inMemory(),
              ToyWorld.place(),
              thread);
      ToyShell shell = new ToyShell(world);
      for (StepId step : List.of(Toy.ROLL_CALL, Toy.ENTER)) {
        runner.answer(shell.ask((Ask) runner.state().agenda().row(step).step(), runner.state()));
      }
      runner.perform(Progress.NONE);
      atWork.await();
      assertTimeoutPreemptively(Duration.ofSeconds(20), runner::close);
      assertEquals(0, ended.getCount());
      assertEquals(List.of(), world.alive());
    }
  }

  @Test
  void canBeThrownAwayTwice() {
    Work work = new Work(step(), progress -> desk());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          work.discard();
          work.discard();
          assertThrows(Cancelled.class, () -> work.await(Progress.NONE));
        });
  }

  private Perform step() {
    return (Perform) Agenda.of(List.of(Toy.ceremony(world).first())).row(Toy.DERIVE).step();
  }

  private Desk desk() {
    return new Desk(
        step(),
        ToyWorld.place(),
        Progress.NONE,
        CeremonyState.before(Toy.ceremony(world)),
        Map.of());
  }

  @Test
  void isAFirstAttemptThatHasNoNumberYet() {
    assertEquals(1, desk().attempt());
    assertThrows(IllegalStateException.class, () -> desk().runningNumber());
  }
}
