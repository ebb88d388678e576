// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

/**
 * Several derivations at once, one a core. The caller waits; its {@link Progress} hears the sum of
 * all, one call at a time, from the threads that work. When it cancels, or the caller's thread is
 * interrupted, all stop and {@link Cancelled} is thrown.
 */
public final class Derivations {
  private Derivations() {}

  /** One of several derivations. */
  @FunctionalInterface
  public interface Task<T> {
    /** Derives, reports to this progress and stops when it says so. */
    T run(Progress progress) throws ProblemException;
  }

  /** How a task ended: one of the two is there. */
  private record Outcome<T>(T result, Exception failure) {}

  /**
   * The results of all tasks, in their order. If one has none, the others are stopped.
   *
   * @param discard closes a result that came to nothing, because another task has none
   * @throws ProblemException the first problem in the order of tasks
   */
  public static <T> List<T> all(
      List<? extends Task<T>> tasks, Consumer<T> discard, Progress progress)
      throws ProblemException {
    SharedProgress shared = new SharedProgress(progress, tasks.size());
    List<Outcome<T>> outcomes = run(tasks, shared, outcome -> outcome.failure() != null);
    List<T> results = outcomes.stream().map(Outcome::result).filter(Objects::nonNull).toList();
    if (results.size() < tasks.size()) {
      results.forEach(discard);
      throw failure(outcomes, shared);
    }
    return results;
  }

  /**
   * The result of the first task that has one; the others are stopped.
   *
   * @param discard closes the result of a task that was as quick as another
   * @throws ProblemException the problem of the first task, if none has a result
   */
  public static <T> T any(List<? extends Task<T>> tasks, Consumer<T> discard, Progress progress)
      throws ProblemException {
    SharedProgress shared = new SharedProgress(progress, tasks.size());
    List<Outcome<T>> outcomes =
        run(tasks, shared, outcome -> !(outcome.failure() instanceof ProblemException));
    List<T> results = outcomes.stream().map(Outcome::result).filter(Objects::nonNull).toList();
    if (results.isEmpty()) {
      throw failure(outcomes, shared);
    }
    results.subList(1, results.size()).forEach(discard);
    return results.getFirst();
  }

  private static <T> List<Outcome<T>> run(
      List<? extends Task<T>> tasks, SharedProgress shared, Predicate<Outcome<T>> stops) {
    int threads = Math.min(tasks.size(), Runtime.getRuntime().availableProcessors());
    List<Future<Outcome<T>>> running = new ArrayList<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("derive-", 0).factory())) {
      for (int i = 0; i < tasks.size(); i++) {
        Task<T> task = tasks.get(i);
        Progress piece = shared.piece(i);
        running.add(
            workers.submit(() -> {
              Outcome<T> outcome = attempt(task, piece, shared);
              if (stops.test(outcome)) {
                shared.stop();
              }
              return outcome;
            }));
      }
      return await(running, shared);
    }
  }

  private static <T> Outcome<T> attempt(Task<T> task, Progress piece, SharedProgress shared) {
    try {
      if (shared.isStopped()) {
        throw new Cancelled();
      }
      return new Outcome<>(task.run(piece), null);
    } catch (ProblemException | RuntimeException e) {
      return new Outcome<>(null, e);
    }
  }

  private static <T> List<Outcome<T>> await(
      List<Future<Outcome<T>>> running, SharedProgress shared) {
    boolean interrupted = false;
    List<Outcome<T>> outcomes = new ArrayList<>();
    while (outcomes.size() < running.size()) {
      try {
        outcomes.add(running.get(outcomes.size()).get());
      } catch (InterruptedException e) {
        interrupted = true;
        shared.cancel();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return outcomes;
  }

  /** A defect before a cancellation, that before a problem. */
  private static <T> ProblemException failure(List<Outcome<T>> outcomes, SharedProgress shared) {
    ProblemException problem = null;
    for (Outcome<T> outcome : outcomes) {
      Exception failure = outcome.failure();
      if (failure instanceof RuntimeException defect && !(failure instanceof Cancelled)) {
        throw defect;
      }
      if (problem == null && failure instanceof ProblemException refused) {
        problem = refused;
      }
    }
    if (shared.isCancelled() || problem == null) {
      throw new Cancelled();
    }
    return problem;
  }
}
