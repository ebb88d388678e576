// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;

/** A run of a ceremony that a test moves from step to step. Work in the background waits. */
final class ToyRun implements AutoCloseable {
  final ToyWorld world;
  final ToyShell shell;
  final Journal journal;
  final Ceremony ceremony;
  final Queue<Runnable> background = new ArrayDeque<>();
  CeremonyRunner runner;

  ToyRun() throws ProblemException {
    this(new ToyWorld());
  }

  ToyRun(ToyWorld world) throws ProblemException {
    this(world, Toy.ceremony(world), Journal.inMemory());
  }

  ToyRun(ToyWorld world, Ceremony ceremony, Journal journal) throws ProblemException {
    this.world = world;
    this.shell = new ToyShell(world);
    this.ceremony = ceremony;
    this.journal = journal;
    this.runner =
        CeremonyRunner.start(
            ceremony, "T-1", Bytes.EMPTY, journal, ToyWorld.place(), background::add);
  }

  /** Ends the process and begins a new one. */
  ToyRun stopAndResume() throws ProblemException {
    runner.close();
    background.clear();
    if (journal instanceof FaultyJournal faulty) {
      faulty.closed = false;
    }
    return resume(background::add);
  }

  ToyRun resume(Executor executor) throws ProblemException {
    runner = CeremonyRunner.resume(ceremony, journal, ToyWorld.place(), executor);
    return this;
  }

  /** Does every step before this one. */
  ToyRun to(StepId step) throws ProblemException {
    while (!current().equals(step)) {
      advance();
    }
    return this;
  }

  void advance() throws ProblemException {
    CeremonyState state = runner.state();
    switch (state.current().orElseThrow()) {
      case Ask ask -> runner.answer(shell.ask(ask, state));
      case AwaitDevice await -> runner.present(shell.await(await, state));
      case Attest attest -> runner.attest(true, "");
      case Perform perform -> runner.perform(Progress.NONE);
    }
  }

  void runBackground() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  StepId current() {
    return runner.state().current().orElseThrow().id();
  }

  /** Answers the current ask, whose only field is this secret. */
  void answer(SecretSlot slot) throws ProblemException {
    runner.answer(new Answers(Facts.NONE, Map.of(slot, world.secret("typed by hand"))));
  }

  /** The last entries, by name. */
  List<String> last(int count) {
    List<Entry> entries = journal.entries();
    return entries.subList(entries.size() - count, entries.size()).stream()
        .map(entry -> entry.getClass().getSimpleName())
        .toList();
  }

  /** How many secrets of this slot are still readable. */
  long alive(String text) {
    return world.alive().stream()
        .filter(secret -> secret.use(bytes -> new String(bytes).startsWith(text)))
        .count();
  }

  @Override
  public void close() {
    runner.close();
  }
}
