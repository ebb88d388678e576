// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;

class SecretLifetimeTest {
  private final ToyWorld world = new ToyWorld();

  @Test
  void wipesAnswersAtOnceAndKeepsACopy() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.ENTER)) {
      Secret pin = world.secret("pin typed");
      run.runner.answer(new Answers(Facts.ofTexts(Map.of("label", "one")), Map.of(Toy.PIN, pin)));
      assertTrue(pin.isWiped());
      run.to(Toy.CONDUCTED);
      assertEquals(1, world.written);
    }
  }

  @Test
  void wipesASecretAfterItsLastDeclaredReader() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.USE)) {
      assertEquals(0, run.alive("seed"), "read last when the key was derived");
      assertEquals(1, run.alive("key"));
      run.advance();
      assertEquals(0, run.alive("key"));
    }
  }

  @Test
  void keepsASecretUntilItsLastReaderIsDone() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      assertEquals(1, run.alive("seed"));
    }
  }

  @Test
  void wipesWhatABackOpensAgain() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.COMPARE)) {
      run.runner.back();
      assertEquals(Toy.TYPE_BACK, run.current());
      run.advance();
      run.advance();
      assertEquals(Toy.DERIVE, run.current());
    }
    assertEquals(List.of(), world.alive());
  }

  @Test
  void wipesASecretThatIsReplaced() {
    Vault vault = new Vault();
    Secret first = world.secret("first");
    Secret second = world.secret("second");
    vault.put("slot", first);
    vault.put("slot", second);
    assertTrue(first.isWiped());
    assertEquals(List.of(second), world.alive());
    vault.close();
    assertEquals(List.of(), world.alive());
  }

  @Test
  void wipesWhatASectionThatIsDoneAgainHadMade() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      run.runner.redo(Toy.SET_SECTION, "spoiled");
      assertEquals(0, run.alive("seed"));
    }
  }

  @Test
  void wipesEverythingOnClose() throws ProblemException {
    ToyRun run = new ToyRun(world).to(Toy.COMPARE);
    run.runBackground();
    assertTrue(world.alive().size() >= 2, "seed and key are held");
    run.close();
    assertEquals(List.of(), world.alive());
  }

  @Test
  void wipesEverythingButWhatCleaningUpNeedsOnAbort() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.COMPARE)) {
      run.runner.abort("enough");
      assertEquals(List.of(), world.alive());
      assertEquals(CeremonyState.Phase.ABORTED, run.runner.state().phase());
    }
  }

  @Test
  void wipesAnswersThatAreRefused() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.ENTER)) {
      Secret pin = world.secret("pin typed");
      Answers answers =
          new Answers(
              Facts.ofTexts(Map.of("label", "far too long for what fits there")),
              Map.of(Toy.PIN, pin));
      assertThrows(ProblemException.class, () -> run.runner.answer(answers));
      assertTrue(pin.isWiped());
      assertEquals(Toy.ENTER, run.current());
    }
  }

  @Test
  void wipesAnswersThatBelongElsewhere() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.ENTER)) {
      Answers answers = new Answers(Facts.NONE, Map.of(Toy.TYPED, world.secret("typed")));
      assertThrows(IllegalStateException.class, () -> run.runner.answer(answers));
      assertEquals(List.of(), world.alive());
    }
  }

  @Test
  void wipesAnswersThatCouldNotBeKept() throws ProblemException {
    FaultyJournal journal = new FaultyJournal(Journal.inMemory(), 3, FaultyJournal.Fault.DISK_FULL);
    try (ToyRun run = new ToyRun(world, Toy.ceremony(world), journal).to(Toy.ENTER)) {
      assertThrows(ProblemException.class, run::advance);
      assertEquals(List.of(), world.alive());
      run.advance();
      assertEquals(Toy.GENERATE, run.current());
    }
  }

  @Test
  void wipesWhatWorkHadMadeWhenItIsRefused() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.DERIVE)) {
      world.whileDeriving =
          desk -> {
            desk.put(Toy.KEY, world.secret("key that nobody gets"));
            throw new IllegalStateException("a defect");
          };
      assertThrows(IllegalStateException.class, run::advance);
      assertEquals(0, run.alive("key"));
    }
    assertEquals(List.of(), world.alive());
  }

  @Test
  void wipesWorkThatCouldNotBeWrittenDownOnClose() throws ProblemException {
    FaultyJournal journal = new FaultyJournal(Journal.inMemory(), 5, FaultyJournal.Fault.DISK_FULL);
    ToyRun run = new ToyRun(world, Toy.ceremony(world), journal).to(Toy.GENERATE);
    assertThrows(ProblemException.class, run::advance);
    assertEquals(1, run.alive("seed"), "owed, not lost");
    run.close();
    assertEquals(List.of(), world.alive());
  }

  @Test
  void givesNoSecretAwayOnceClosed() throws ProblemException {
    ToyRun run = new ToyRun(world).to(Toy.SHOW);
    run.close();
    assertThrows(IllegalStateException.class, () -> run.runner.reveal(Toy.SEED_SHOWN));
  }

  @Test
  void showsNothingThatTheStepDoesNotShow() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.SHOW)) {
      assertThrows(
          IllegalStateException.class,
          () -> run.runner.reveal(new Attest.Shown.WhileHeld(Toy.PIN, Toy.SEED_SHOWN.lines())));
    }
  }

  @Test
  void neverWritesASecretDown() throws ProblemException {
    try (ToyRun run = new ToyRun(world).to(Toy.CONDUCTED)) {
      assertTrue(run.journal.entries().toString().contains("preset") || world.born.size() > 3);
      run.journal
          .entries()
          .forEach(entry ->
              assertTrue(
                  !entry.toString().contains("typed") && !entry.toString().contains("seed "),
                  entry::toString));
    }
  }
}
