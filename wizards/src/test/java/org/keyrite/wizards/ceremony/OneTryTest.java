// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.preflight.CalmLaptop;

/** Work that gives what people entered one try only, and what a step knows of its refusals. */
class OneTryTest {
  private static final Fact<String> DOOR = Fact.text("door");
  private static final Fact<Integer> ROOM = Fact.number("room");
  private static final SecretSlot PIN = new SecretSlot("pin");
  private static final SecretSlot KEY = new SecretSlot("key");
  private static final StepId ENTER = StepId.of("toy.enter");
  private static final StepId OPEN = StepId.of("toy.open");
  private static final StepId MAKE = StepId.of("toy.make");
  private static final StepId USE = StepId.of("toy.use");
  private static final StepId DOORS = StepId.of("toy.doors");

  private final Journal journal = Journal.inMemory();
  private final List<Secret> entered = new ArrayList<>();
  private final List<List<String>> refusals = new ArrayList<>();
  private final List<List<String>> voided = new ArrayList<>();
  private boolean refuse = true;
  private boolean stopped;
  private CeremonyRunner runner;

  @BeforeEach
  void start() throws ProblemException {
    runner = CeremonyRunner.start(ceremony(), "T-1", Bytes.EMPTY, journal, place(), Runnable::run);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private static Workplace place() {
    return new Workplace(
        "Keyrite 0.0",
        Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC),
        Path.of("nowhere"),
        null,
        DerivationCost.forTests(1),
        (name, pdf) -> name,
        null,
        new CalmLaptop(),
        true);
  }

  private Ceremony ceremony() {
    Perform open =
        new Perform(
            OPEN,
            Seat.OPERATOR,
            List.of(),
            Set.of(PIN),
            Set.of(ROOM),
            this::open,
            Perform.Trait.ONE_TRY,
            Perform.Trait.CANCELLABLE);
    return new Ceremony(
        "toy",
        List.of(),
        Facts.NONE,
        Part.last(
            Section.of(
                "toy.house",
                new Section(
                    DOORS,
                    List.of(),
                    List.of(
                        Ask.of(
                            ENTER,
                            Seat.OPERATOR,
                            List.of(),
                            new Field(DOOR, new Editor.Text(1, 9)),
                            new Field(PIN, new Editor.KnownPassphrase())),
                        open)),
                new Perform(
                    MAKE,
                    Seat.OPERATOR,
                    List.of(),
                    Set.of(),
                    Set.of(KEY),
                    desk -> desk.put(KEY, Secret.taking(new byte[1]))),
                new Perform(
                    USE, Seat.OPERATOR, List.of(), Set.of(PIN, KEY), Set.of(), desk -> {}))));
  }

  private void open(Desk desk) throws ProblemException {
    refusals.add(desk.refusals());
    voided.add(desk.voided(ROOM));
    if (stopped) {
      throw new Cancelled();
    }
    if (refuse) {
      throw new PinProblem.WrongPin(2).asException();
    }
    desk.put(ROOM, 7);
  }

  private void enter() throws ProblemException {
    Secret pin = Secret.taking(new byte[] {'1'});
    entered.add(pin);
    Facts door = runner.state().facts().has(DOOR) ? Facts.NONE : Facts.NONE.with(DOOR, "front");
    runner.answer(new Answers(door, Map.of(PIN, pin)));
  }

  private void refused() {
    assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE));
  }

  private StepId current() {
    return runner.state().current().orElseThrow().id();
  }

  @Test
  void hasASecretEnteredAgainThatWasRefused() throws ProblemException {
    enter();
    refused();
    assertEquals(ENTER, current());
    Ask ask = (Ask) runner.state().current().orElseThrow();
    assertEquals(List.of(PIN), runner.state().fields(ask).stream().map(Field::slot).toList());
    assertTrue(runner.state().facts().has(DOOR), "what else was entered stays");
    enter();
    refuse = false;
    assertTrue(runner.perform(Progress.NONE));
    assertEquals(2, entered.size());
  }

  @Test
  void holdsARefusedSecretNoLonger() throws ProblemException {
    enter();
    refused();
    assertEquals(Set.of(), runner.state().liveSecrets());
  }

  @Test
  void keepsASecretWhenAPersonStopsTheWork() throws ProblemException {
    enter();
    stopped = true;
    assertFalse(runner.perform(Progress.NONE));
    assertEquals(OPEN, current());
  }

  @Test
  void foldsToTheSameStateWhenItIsResumed() throws ProblemException {
    enter();
    refused();
    runner.close();
    runner = CeremonyRunner.resume(ceremony(), journal, place(), Runnable::run);
    assertEquals(ENTER, current());
    enter();
    assertEquals(OPEN, current());
  }

  @Test
  void knowsWithWhatItWasRefusedUntilItsSectionIsDoneAgain() throws ProblemException {
    enter();
    refused();
    enter();
    refused();
    enter();
    runner.redo(DOORS, "again");
    enter();
    refused();
    String wrong = new PinProblem.WrongPin(2).key();
    assertEquals(List.of(List.of(), List.of(wrong), List.of()), refusals);
  }

  @Test
  void knowsWhatAFactWasBefore() throws ProblemException {
    refuse = false;
    enter();
    runner.perform(Progress.NONE);
    runner.redo(DOORS, "again");
    enter();
    runner.perform(Progress.NONE);
    assertEquals(List.of(List.of(), List.of("7")), voided);
  }

  /** The key is needed together with the PIN, and is not made yet. */
  @Test
  void offersASectionAgainBeforeWhatLaterStepsNeedIsMade() throws ProblemException {
    refuse = false;
    enter();
    runner.perform(Progress.NONE);
    assertEquals(MAKE, current());
    assertEquals(DOORS, runner.redoable().getFirst().id());
  }

  @Test
  void tellsNothingOfRefusalsOfOtherSteps() throws ProblemException {
    enter();
    refused();
    assertEquals(List.of(), runner.state().refusals(USE));
    assertEquals(List.of(new PinProblem.WrongPin(2).key()), runner.state().refusals(OPEN));
  }
}
