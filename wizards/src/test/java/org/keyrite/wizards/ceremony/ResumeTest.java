// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.ProblemException;

class ResumeTest {
  private final ToyWorld world = new ToyWorld();

  @Test
  void asksAgainForASecretThatAPersonKnows() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.WRITE).stopAndResume()) {
      assertEquals(List.of("Resumed", "Reopened"), run.last(2));
      assertEquals(Toy.ENTER, run.current());
    }
  }

  @Test
  void asksOnlyForTheSecretAndKeepsTheRest() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.WRITE).stopAndResume()) {
      Ask ask = (Ask) run.runner.state().current().orElseThrow();
      assertEquals(
          List.of(Toy.PIN), run.runner.state().fields(ask).stream().map(Field::slot).toList());
      assertEquals("two", run.runner.state().facts().get(Toy.LABEL));
      run.runner.answer(
          new Answers(
              Facts.ofTexts(Map.of("label", "other")), Map.of(Toy.PIN, world.secret("pin two"))));
      assertEquals("two", run.runner.state().facts().get(Toy.LABEL));
      run.to(Toy.CONDUCTED);
      assertEquals("two on device", run.runner.state().facts().get(Toy.DEVICE));
    }
  }

  @Test
  void doesTheSectionAgainThatMadeALostSecret() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.COMPARE).stopAndResume()) {
      assertEquals(
          List.of("Resumed", "Redone", "Reopened"),
          run.last(3),
          "the set, and the PIN that is needed later");
      assertEquals(
          List.of(
              new CeremonyState.Voided("set.id", "set-1"),
              new CeremonyState.Voided("sheet.number", "1")),
          run.runner.state().voided());
      run.to(Toy.DERIVE);
      assertEquals("set-2", run.runner.state().facts().get(Toy.SET));
      assertEquals(List.of(1, 2), world.sheets);
    }
  }

  @Test
  void keepsWhatHappenedThoughNobodyWroteItDown() throws ProblemException {
    FaultyJournal journal = crashAt(Toy.WRITE, FaultyJournal.Fault.CRASH_BEFORE, 2);
    try (ToyRun run = new ToyRun(world, Toy.ceremony(world), journal)) {
      assertThrows(FaultyJournal.Crash.class, () -> run.to(Toy.CLEAR));
      run.stopAndResume();
      assertTrue(run.runner.state().isDone(Toy.WRITE));
      assertEquals(List.of("Resumed", "Done", "Reopened"), run.last(3), "clearing needs the PIN");
      run.to(Toy.CONDUCTED);
      assertEquals(1, world.written);
    }
  }

  @Test
  void opensAStepAgainThatDidNotTakeEffect() throws ProblemException {
    FaultyJournal journal = crashAt(Toy.WRITE, FaultyJournal.Fault.CRASH_AFTER, 1);
    try (ToyRun run = new ToyRun(world, Toy.ceremony(world), journal)) {
      assertThrows(FaultyJournal.Crash.class, () -> run.to(Toy.CLEAR));
      run.stopAndResume();
      assertEquals(List.of("Resumed", "Failed", "Reopened"), run.last(3));
      assertEquals(Optional.empty(), run.runner.doubtful());
      run.to(Toy.CONDUCTED);
      assertEquals(1, world.written);
    }
  }

  @Test
  void asksPeopleWhereNothingCanBeSeen() throws ProblemException {
    world.finding = Perform.Doubt.Finding.CANNOT_TELL;
    FaultyJournal journal = crashAt(Toy.WRITE, FaultyJournal.Fault.CRASH_AFTER, 1);
    try (ToyRun run = new ToyRun(world, Toy.ceremony(world), journal)) {
      assertThrows(FaultyJournal.Crash.class, () -> run.to(Toy.CLEAR));
      run.stopAndResume();
      assertEquals(Toy.WRITE, run.runner.doubtful().orElseThrow().id());
      assertEquals(Toy.ENTER, run.current(), "the PIN is asked for all the same");
      run.runner.settle(false);
      assertEquals(Optional.empty(), run.runner.doubtful());
      assertThrows(IllegalStateException.class, () -> run.runner.settle(false));
      run.to(Toy.CONDUCTED);
      assertEquals(1, world.written);
    }
  }

  @Test
  void looksOnceMoreWhenTheSecretsForLookingAreThere() throws ProblemException {
    ToyWorld locked = new ToyWorld();
    Perform write =
        (Perform) Agenda.of(List.of(Toy.ceremony(locked).first())).row(Toy.WRITE).step();
    Perform withPin =
        write.inDoubt(desk -> {
          desk.get(Toy.PIN).use(pin -> pin.length);
          return locked.look(desk);
        });
    Ceremony ceremony =
        new Ceremony(
            "locked",
            List.of(),
            Facts.NONE,
            Part.last(
                Section.of(
                    "locked.all",
                    Ask.of(
                        StepId.of("locked.enter"),
                        Seat.OPERATOR,
                        List.of(),
                        new Field(Toy.LABEL, new Editor.Text(1, 9)),
                        new Field(Toy.PIN, new Editor.KnownPassphrase())),
                    withPin)));
    FaultyJournal journal =
        new FaultyJournal(Journal.inMemory(), 4, FaultyJournal.Fault.CRASH_BEFORE);
    try (ToyRun run = new ToyRun(locked, ceremony, journal)) {
      run.advance();
      assertThrows(FaultyJournal.Crash.class, run::advance);
      run.stopAndResume();
      assertEquals(Optional.empty(), run.runner.doubtful(), "people are not asked yet");
      assertEquals("locked.enter", run.current().toString());
      run.answer(Toy.PIN);
      assertEquals(CeremonyState.Phase.FINISHED, run.runner.state().phase());
      assertEquals(1, locked.written);
    }
  }

  @Test
  void doesTheSectionAgainWhoseResultDoesNotHold() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.CONDUCTED)) {
      world.device = false;
      run.stopAndResume();
      assertEquals(
          new Entry.Redone(
              ToyWorld.place().clock().instant(),
              Toy.DEVICE_SECTION,
              CeremonyRunner.REASON_CHANGED),
          run.journal.entries().get(run.journal.entries().size() - 2));
      run.to(Toy.CONDUCTED);
      assertEquals(2, world.written);
    }
  }

  @Test
  void canBeTriedAgainWhenLookingIsRefused() throws ProblemException {
    FaultyJournal journal = crashAt(Toy.WRITE, FaultyJournal.Fault.CRASH_AFTER, 1);
    ToyRun run = new ToyRun(world, Toy.ceremony(world), journal);
    assertThrows(FaultyJournal.Crash.class, () -> run.to(Toy.CLEAR));
    run.runner.close();
    journal.closed = false;
    world.disturbance =
        step -> {
          if (step.equals("look")) {
            throw ToyWorld.refusal();
          }
        };
    assertThrows(ProblemException.class, () -> run.resume(Runnable::run));
    assertFalse(journal.closed, "the journal is still the caller's");
    world.disturbance = step -> {};
    run.resume(Runnable::run).to(Toy.CONDUCTED);
    run.close();
    assertEquals(List.of(), world.alive());
  }

  @Test
  void refusesTheJournalOfAnotherPlan() throws ProblemException {
    ToyRun run = new ToyRun(world).to(Toy.SHOW);
    run.close();
    Ceremony other = new Ceremony("other", List.of(), Facts.NONE, run.ceremony.first());
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> CeremonyRunner.resume(other, run.journal, ToyWorld.place(), Runnable::run));
    assertInstanceOf(CeremonyProblem.JournalOfAnotherPlan.class, refused.problem());
  }

  @Test
  void refusesACeremonyThatIsOver() throws ProblemException {
    ToyRun run = new ToyRun(world).to(Toy.MORE);
    run.advance();
    run.close();
    ProblemException refused = assertThrows(ProblemException.class, run::stopAndResume);
    assertInstanceOf(CeremonyProblem.NothingToResume.class, refused.problem());
  }

  @Test
  void refusesACeremonyThatWasNeverBegun() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                CeremonyRunner.resume(
                    Toy.ceremony(world), Journal.inMemory(), ToyWorld.place(), Runnable::run));
    assertInstanceOf(CeremonyProblem.NothingToResume.class, refused.problem());
  }

  /** A journal that fails at the n-th entry of a step, counted in a run that nothing disturbs. */
  private FaultyJournal crashAt(StepId step, FaultyJournal.Fault fault, int nth)
      throws ProblemException {
    ToyRun usual = new ToyRun(new ToyWorld()).to(Toy.MORE);
    usual.close();
    List<Entry> entries = usual.journal.entries();
    int began = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Entry.Began at && at.step().equals(step)) {
        began = i + 1;
      }
    }
    return new FaultyJournal(Journal.inMemory(), began + nth - 1, fault);
  }
}
