// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

/**
 * The work of a step on a desk of its own. It is run once: in the background before its turn, or by
 * whoever comes to wait for its end.
 */
final class Work implements Runnable {
  private static final long LOOK_EVERY_MILLIS = 50;

  private final Perform step;
  private final Desk desk;
  private final AtomicBoolean claimed = new AtomicBoolean();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean stopped;
  private volatile Progress watcher = Progress.NONE;
  private volatile long done;
  private volatile long total = 1;
  private volatile Throwable failure;

  Work(Perform step, Function<Progress, Desk> desks) {
    this.step = step;
    this.desk = desks.apply(new Reported());
  }

  @Override
  public void run() {
    if (!claimed.compareAndSet(false, true)) {
      return;
    }
    try {
      desk.requireQuiet();
      step.action().on(desk);
      desk.requireComplete();
    } catch (Exception | Error e) {
      failure = e;
    } finally {
      over.countDown();
    }
  }

  Perform step() {
    return step;
  }

  Desk desk() {
    return desk;
  }

  /** Asks the work to stop at its next checkpoint, or not to begin. */
  void stop() {
    stopped = true;
  }

  /** Stops the work, waits until it has let go of what it was lent, and wipes what it made. */
  void discard() {
    stop();
    if (claimed.compareAndSet(false, true)) {
      failure = new Cancelled();
      over.countDown();
    }
    boolean interrupted = false;
    while (over.getCount() > 0) {
      try {
        over.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    desk.close();
  }

  /**
   * Does the work, or waits for its end, while a person watches who may stop it.
   *
   * @throws Cancelled if it was stopped; it may still be running then
   */
  void await(Progress watched) throws ProblemException {
    if (over.getCount() > 0 && !claimed.get()) {
      watcher = watched;
      run();
    }
    try {
      while (!over.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        watched.report(done, total);
        watched.checkpoint();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
    switch (failure) {
      case null -> {
        // It is done.
      }
      case ProblemException problem -> throw problem;
      case RuntimeException bug -> throw bug;
      case Error fatal -> throw fatal;
      default -> throw new IllegalStateException(failure);
    }
  }

  /** Keeps how far the work is for whoever asks, and passes it on where somebody watches. */
  private final class Reported implements Progress {
    @Override
    public void report(long soFar, long all) {
      done = soFar;
      total = all;
      watcher.report(soFar, all);
    }

    @Override
    public void checkpoint() {
      if (stopped) {
        throw new Cancelled();
      }
      watcher.checkpoint();
    }
  }
}
