// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.keyrite.core.problem.ProblemException;

/**
 * The one thread on which the device in a reader is used, one job after the other. There is no
 * timeout: generating a key takes minutes, and a command that was sent cannot be called back. The
 * thread does not keep the program alive.
 */
public final class CardWorker implements AutoCloseable {
  private final ExecutorService thread;

  /** A worker for the reader with this name. */
  public CardWorker(String reader) {
    thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("device in " + reader).factory());
  }

  /**
   * What is done with a device.
   *
   * @param <R> what comes of it
   */
  @FunctionalInterface
  public interface Job<R> {
    /** Does it. */
    R run() throws ProblemException;
  }

  /** Does a job after all that were given before; a refusal is the cause of the failed result. */
  public <R> CompletableFuture<R> submit(Job<R> job) {
    CompletableFuture<R> result = new CompletableFuture<>();
    thread.execute(() -> {
      try {
        result.complete(job.run());
      } catch (ProblemException | RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }

  /**
   * Does a job and waits for it. An interrupt does not end the waiting, because the device works
   * on; it is kept for the caller to see.
   */
  public <R> R call(Job<R> job) throws ProblemException {
    CompletableFuture<R> result = submit(job);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case ProblemException refused -> throw refused;
        case RuntimeException defect -> throw defect;
        case Error defect -> throw defect;
        default -> throw new IllegalStateException(e.getCause());
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Takes no more jobs; what was given is still done. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
