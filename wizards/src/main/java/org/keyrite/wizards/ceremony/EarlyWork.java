// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

/** The work of a step that starts before its turn, behind other screens. */
final class EarlyWork implements Runnable {
  private final Perform step;
  private final Desk desk;
  private final AtomicBoolean claimed = new AtomicBoolean();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean stopped;
  private volatile long done;
  private volatile long total = 1;
  private volatile Exception failure;

  EarlyWork(Perform step, Function<Progress, Desk> desks) {
    this.step = step;
    this.desk = desks.apply(new Unwatched());
  }

  @Override
  public void run() {
    if (!claimed.compareAndSet(false, true)) {
      return;
    }
    try {
      step.action().on(desk);
    } catch (ProblemException | RuntimeException e) {
      failure = e;
    } finally {
      over.countDown();
    }
  }

  Perform step() {
    return step;
  }

  /** Stops the work, waits until it has let go of what it was lent, and wipes what it made. */
  void discard() {
    stopped = true;
    if (!claimed.compareAndSet(false, true)) {
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
    }
    desk.close();
  }

  /** Waits for the end while a person watches, who may stop it. The desk is the caller's then. */
  Desk await(Progress watched) throws ProblemException {
    if (!claimed.get()) {
      run();
    }
    try {
      while (!over.await(100, TimeUnit.MILLISECONDS)) {
        watched.report(done, total);
        watched.checkpoint();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
    switch (failure) {
      case null -> {
        return desk;
      }
      case ProblemException problem -> throw problem;
      case RuntimeException bug -> throw bug;
      default -> throw new IllegalStateException(failure);
    }
  }

  /** Nobody watches yet: keeps how far the work is for whoever asks later. */
  private final class Unwatched implements Progress {
    @Override
    public void report(long soFar, long all) {
      done = soFar;
      total = all;
    }

    @Override
    public void checkpoint() {
      if (stopped) {
        throw new Cancelled();
      }
    }
  }
}
