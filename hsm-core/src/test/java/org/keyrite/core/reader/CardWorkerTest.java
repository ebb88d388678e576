// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.ProblemException;

class CardWorkerTest {
  private final CardWorker worker = new CardWorker("Reader 00");

  @AfterEach
  void endWorker() {
    worker.close();
  }

  @Test
  void worksOnOneNamedDaemonThread() throws ProblemException {
    Thread first = worker.call(Thread::currentThread);
    assertEquals("device in Reader 00", first.getName());
    assertTrue(first.isDaemon());
    assertSame(first, worker.call(Thread::currentThread));
  }

  @Test
  void doesOneJobAfterTheOther() throws Exception {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Boolean> first =
        worker.submit(() -> {
          awaitQuietly(release);
          return order.add(1);
        });
    CompletableFuture<Boolean> second = worker.submit(() -> order.add(2));
    assertFalse(second.isDone());
    release.countDown();
    assertTrue(first.get() && second.get());
    assertEquals(List.of(1, 2), order);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void handsRefusalsAndDefectsToTheCaller() throws ProblemException {
    assertRefused(
        new DeviceGone("r"),
        () ->
            worker.call(() -> {
              throw new DeviceGone("r").asException();
            }));
    assertThrows(
        ArithmeticException.class,
        () ->
            worker.call(() -> {
              throw new ArithmeticException();
            }));
    assertEquals(7, worker.call(() -> 7));
  }

  @Test
  void anInterruptDoesNotAbandonTheDevice() throws ProblemException {
    Thread.currentThread().interrupt();
    assertEquals(7, worker.call(() -> 7));
    assertTrue(Thread.interrupted());
  }

  @Test
  void takesNoJobsAfterItWasClosed() {
    worker.close();
    assertThrows(RejectedExecutionException.class, () -> worker.submit(() -> 1));
  }
}
