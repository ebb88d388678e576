// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.keyrite.core.problem.ProblemException;

/**
 * Tells a listener what comes and goes, on a thread of its own that does not keep the program
 * alive. What is there at the start is told as having come. While the service does not run, it is
 * looked for every second; it is found again without a restart of the program.
 */
public final class ReaderWatch implements AutoCloseable {
  /** The watch ends so long after it was closed, at most. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Readers readers;
  private final Consumer<ReaderEvent> listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private ReaderPicture picture = ReaderPicture.EMPTY;

  private ReaderWatch(Readers readers, Consumer<ReaderEvent> listener) {
    this.readers = readers;
    this.listener = listener;
  }

  /** Starts to watch; the listener is called on the watching thread. */
  public static ReaderWatch start(Readers readers, Consumer<ReaderEvent> listener) {
    ReaderWatch watch = new ReaderWatch(readers, listener);
    Thread.ofPlatform().daemon().name("reader watch").start(watch::run);
    return watch;
  }

  private void run() {
    try {
      while (closed.getCount() > 0) {
        look();
        waitForMore();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    ReaderPicture now;
    try {
      now = ReaderPicture.of(readers.list());
    } catch (ProblemException serviceMissing) {
      now = ReaderPicture.NO_SERVICE;
    }
    picture.eventsUntil(now).forEach(listener);
    picture = now;
  }

  private void waitForMore() throws InterruptedException {
    try {
      readers.awaitChange(PATIENCE);
    } catch (ProblemException serviceMissing) {
      closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Ends the watch; an event that is just being told is told to its end. */
  @Override
  public void close() {
    closed.countDown();
  }
}
