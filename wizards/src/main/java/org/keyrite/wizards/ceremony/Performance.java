// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Optional;
import java.util.function.Supplier;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

/**
 * The work of the current step, done while the runner's lock is free: the lock is held to begin and
 * to conclude, not in between.
 */
final class Performance {
  private final Course course;
  private final Object lock;
  private Optional<Work> running = Optional.empty();
  private volatile boolean stopAsked;

  Performance(Course course, Object lock) {
    this.course = course;
    this.lock = lock;
  }

  /** Whether a step is at work. To be called under the lock. */
  boolean isRunning() {
    return running.isPresent();
  }

  /** Refuses what must not happen while a step is at work. To be called under the lock. */
  void requireIdle() {
    if (running.isPresent()) {
      throw new IllegalStateException(running.get().step().id() + " is at work");
    }
  }

  void cancel() {
    stopAsked = true;
  }

  /** Stops the work as soon as it can be; what it still does is not recorded. */
  void close() {
    running.ifPresent(Work::stop);
  }

  /** Does the work; false if it was stopped. */
  boolean perform(Progress progress) throws ProblemException {
    Work work;
    synchronized (lock) {
      requireIdle();
      if (course.catchUp().filter(Entry.Done.class::isInstance).isPresent()) {
        return true;
      }
      work = begin();
    }
    try {
      work.await(new Stoppable(work.step(), progress));
    } catch (Cancelled e) {
      return conclude(work, () -> new Entry.Cancelled(course.now(), work.step().id()));
    } catch (ProblemException e) {
      refuse(work, e);
      throw e;
    } catch (RuntimeException | Error e) {
      if (letGo(work, e)) {
        return false;
      }
      throw e;
    }
    return conclude(work, () -> course.done(work.step(), work.desk()));
  }

  private Work begin() throws ProblemException {
    Perform step = course.current(Perform.class);
    stopAsked = false;
    course.keep(new Entry.Began(course.now(), step.id()));
    Work work = course.take(step);
    running = Optional.of(work);
    return work;
  }

  private void refuse(Work work, ProblemException refusal) {
    StepId step = work.step().id();
    try {
      conclude(work, () -> Entry.Failed.of(course.now(), step, refusal.problem()));
    } catch (ProblemException e) {
      // That the end could not be written is told with the next act, which tries again.
      refusal.addSuppressed(e);
    }
  }

  /**
   * Gives up work that ended in a way nobody foresaw, and has looked what became of it, before
   * people are asked; tells whether closing was the cause.
   */
  private boolean letGo(Work work, Throwable defect) {
    synchronized (lock) {
      running = Optional.empty();
      work.discard();
      if (course.isClosed()) {
        return true;
      }
      try {
        course.lookAfterDefect();
      } catch (ProblemException | RuntimeException e) {
        // Nothing could be seen: it stays in doubt.
        defect.addSuppressed(e);
      }
      return false;
    }
  }

  private boolean conclude(Work work, Supplier<Entry> outcome) throws ProblemException {
    synchronized (lock) {
      Entry end = outcome.get();
      boolean isDone = end instanceof Entry.Done;
      running = Optional.empty();
      if (!isDone || course.isClosed()) {
        work.discard();
      }
      if (course.isClosed()) {
        return false;
      }
      course.owe(end, work.desk());
      course.proceed();
      return isDone;
    }
  }

  /** Lets a person stop work that somebody else reports on. */
  private final class Stoppable implements Progress {
    private final Perform step;
    private final Progress watched;

    Stoppable(Perform step, Progress watched) {
      this.step = step;
      this.watched = watched;
    }

    @Override
    public void report(long done, long total) {
      watched.report(done, total);
    }

    @Override
    public void checkpoint() {
      if (stopAsked && step.cancellable()) {
        throw new Cancelled();
      }
      watched.checkpoint();
    }
  }
}
