// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;

class CrashEverywhereTest {
  /** What depends on how often a secret was made. */
  private static final Set<String> OF_THE_SET =
      Set.of(Toy.SET.name(), Toy.SHEET.name(), Toy.DERIVED.name());

  private final ToyWorld world = new ToyWorld();
  private final ToyShell shell = new ToyShell(world);

  private static Stream<Arguments> everywhere() throws ProblemException {
    int lines = new CrashEverywhereTest().undisturbed().size();
    return Stream.of(FaultyJournal.Fault.CRASH_BEFORE, FaultyJournal.Fault.CRASH_AFTER)
        .flatMap(fault -> IntStream.rangeClosed(2, lines).mapToObj(k -> Arguments.of(k, fault)));
  }

  private static Stream<Arguments> everyLine() throws ProblemException {
    return IntStream.rangeClosed(1, new CrashEverywhereTest().undisturbed().size())
        .mapToObj(Arguments::of);
  }

  private List<Entry> undisturbed() throws ProblemException {
    Journal journal = Journal.inMemory();
    try (CeremonyRunner runner = start(journal)) {
      new Walk(runner, shell).toTheEnd();
    }
    return journal.entries();
  }

  private CeremonyRunner start(Journal journal) throws ProblemException {
    return CeremonyRunner.start(
        Toy.ceremony(world), "T-1", Bytes.EMPTY, journal, ToyWorld.place(), Runnable::run);
  }

  private Facts facts(List<Entry> entries) {
    return CeremonyState.after(Toy.ceremony(world), entries).facts();
  }

  private static void crash(CeremonyRunner runner, ToyShell shell) {
    assertThrows(FaultyJournal.Crash.class, () -> new Walk(runner, shell).toTheEnd());
    runner.close();
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void comesToTheSameEndWhereverItWasStopped(int line, FaultyJournal.Fault fault)
      throws ProblemException {
    Facts expected = facts(new CrashEverywhereTest().undisturbed());
    Journal kept = Journal.inMemory();
    CeremonyRunner first = start(new FaultyJournal(kept, line, fault));
    crash(first, shell);
    List<Entry> before = kept.entries();
    if (!CeremonyState.after(Toy.ceremony(world), before).ended()) {
      try (CeremonyRunner second =
          CeremonyRunner.resume(Toy.ceremony(world), kept, ToyWorld.place(), Runnable::run)) {
        new Walk(second, shell).toTheEnd();
      }
    }
    Facts reached = facts(kept.entries());
    assertEquals(expected.without(OF_THE_SET), reached.without(OF_THE_SET));
    assertTrue(reached.texts().keySet().containsAll(OF_THE_SET));
    assertEquals(1, world.written, "written to the device once");
    assertEquals(
        world.sheets.size(), new HashSet<>(world.sheets).size(), "no sheet number given twice");
    assertEquals(List.of(), world.alive());
    assertEquals(before, kept.entries().subList(0, before.size()));
  }

  @ParameterizedTest
  @MethodSource("everyLine")
  void losesNothingAndDoesNothingTwiceWhenTheDiskIsFull(int line) throws ProblemException {
    List<Entry> expected = new CrashEverywhereTest().undisturbed();
    Journal kept = Journal.inMemory();
    FaultyJournal journal = new FaultyJournal(kept, line, FaultyJournal.Fault.DISK_FULL);
    if (line == 1) {
      assertThrows(ProblemException.class, () -> start(journal));
    }
    try (CeremonyRunner runner = start(journal)) {
      new Walk(runner, shell).toTheEnd();
    }
    assertEquals(expected, kept.entries());
    assertEquals(line == 1 ? 0 : 1, shell.refusals.size());
    assertEquals(
        List.of(1, 1, 1, 1), List.of(world.generated, world.derived, world.written, world.cleared));
    assertEquals(List.of(1), world.sheets);
    assertEquals(List.of(), world.alive());
  }

  @Test
  void foldsEntriesAsItWentThroughThem() throws ProblemException {
    Journal journal = Journal.inMemory();
    try (CeremonyRunner runner = start(journal)) {
      CeremonyState state = CeremonyState.before(runner.state().ceremony());
      new Walk(runner, shell).toTheEnd();
      for (Entry entry : journal.entries()) {
        state = state.apply(entry);
      }
      assertEquals(runner.state().facts(), state.facts());
      assertEquals(CeremonyState.Phase.FINISHED, state.phase());
      assertEquals(runner.state().voided(), state.voided());
    }
  }

  @Test
  void goesThroughTheStepsInOrder() throws ProblemException {
    undisturbed();
    assertEquals(
        Stream.of(
                Toy.ROLL_CALL,
                Toy.ENTER,
                Toy.GENERATE,
                Toy.SHOW,
                Toy.PRINT,
                Toy.TYPE_BACK,
                Toy.COMPARE,
                Toy.DERIVE,
                Toy.USE,
                Toy.WRITE,
                Toy.CLEAR,
                Toy.CONDUCTED,
                Toy.MORE)
            .map(StepId::toString)
            .toList(),
        shell.entered);
  }
}
