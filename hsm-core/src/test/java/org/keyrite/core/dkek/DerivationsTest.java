// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.FileProblem.FileMissing;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

@Timeout(60)
class DerivationsTest {

  private static Derivations.Task<Secret> yields(int value) {
    return progress -> {
      progress.checkpoint();
      progress.report(1, 2);
      progress.report(2, 2);
      return Secret.taking(new byte[] {(byte) value});
    };
  }

  private static Derivations.Task<Secret> refuses(String path) {
    return progress -> {
      throw new FileMissing(path).asException();
    };
  }

  /** Ends only when it is stopped. */
  private static final Derivations.Task<Secret> ENDLESS =
      progress -> {
        while (true) {
          progress.checkpoint();
          Thread.onSpinWait();
        }
      };

  @Test
  void yieldsAllResultsInOrder() throws ProblemException {
    List<Secret> results =
        Derivations.all(
            List.of(yields(1), yields(2), yields(3), yields(4), yields(5)),
            Secret::close,
            Progress.NONE);
    assertEquals(
        List.of(1, 2, 3, 4, 5),
        results.stream().map(result -> result.use(bytes -> (int) bytes[0])).toList());
  }

  @Test
  void addsUpProgressOfAll() throws ProblemException {
    List<Long> heard = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void report(long done, long total) {
            assertEquals(4_000_000, total);
            heard.add(done);
          }

          @Override
          public void checkpoint() {}
        };
    Derivations.all(List.of(yields(1), yields(2), yields(3), yields(4)), Secret::close, progress);
    assertEquals(8, heard.size());
    assertEquals(heard.stream().sorted().toList(), heard);
    assertEquals(4_000_000, heard.getLast());
  }

  @Test
  void worksOnTwoCoresAtOnce() throws ProblemException {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one core only");
    CyclicBarrier both = new CyclicBarrier(2);
    Derivations.Task<Boolean> meets =
        progress -> {
          try {
            both.await(30, TimeUnit.SECONDS);
            return true;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    assertEquals(
        List.of(true, true), Derivations.all(List.of(meets, meets), met -> {}, Progress.NONE));
  }

  @Test
  void oneProblemStopsTheOthersAndDiscardsWhatTheyMade() {
    List<Secret> discarded = new ArrayList<>();
    CountDownLatch made = new CountDownLatch(1);
    Derivations.Task<Secret> yieldsFirst =
        progress -> {
          Secret result = yields(1).run(progress);
          made.countDown();
          return result;
        };
    Derivations.Task<Secret> refusesThen =
        progress -> {
          try {
            made.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return refuses("a").run(progress);
        };
    assertRefused(
        new FileMissing("a"),
        () ->
            Derivations.all(
                List.of(yieldsFirst, refusesThen, ENDLESS), discarded::add, Progress.NONE));
    assertEquals(1, discarded.size());
  }

  @Test
  void firstResultStopsTheOthers() throws ProblemException {
    Secret found =
        Derivations.any(List.of(refuses("a"), ENDLESS, yields(7)), Secret::close, Progress.NONE);
    assertEquals(Bytes.fromHex("07"), found.use(Bytes::of));
  }

  @Test
  void namesTheFirstProblemWhenAllHaveOne() {
    assertRefused(
        new FileMissing("a"),
        () -> Derivations.any(List.of(refuses("a"), refuses("b")), result -> {}, Progress.NONE));
  }

  /** Cancels when it is told to. */
  private static final class Switch implements Progress {
    private volatile boolean on;

    @Override
    public void report(long done, long total) {}

    @Override
    public void checkpoint() {
      if (on) {
        throw new Cancelled();
      }
    }
  }

  @Test
  void cancellingStopsAll() {
    Switch cancel = new Switch();
    Derivations.Task<Secret> turnsItOn =
        progress -> {
          cancel.on = true;
          return ENDLESS.run(progress);
        };
    assertThrows(
        Cancelled.class, () -> Derivations.all(List.of(ENDLESS, turnsItOn), Secret::close, cancel));
  }

  @Test
  void cancellingIsNoProblemOfAnotherTask() {
    Switch cancel = new Switch();
    cancel.on = true;
    assertThrows(
        Cancelled.class,
        () -> Derivations.any(List.of(refuses("a"), ENDLESS), Secret::close, cancel));
  }

  @Test
  void interruptingTheCallerStopsAll() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    Derivations.Task<Secret> tells =
        progress -> {
          running.countDown();
          return ENDLESS.run(progress);
        };
    boolean[] ended = new boolean[2];
    Thread caller =
        Thread.ofPlatform()
            .start(() -> {
              ended[0] =
                  assertThrows(
                          Cancelled.class,
                          () ->
                              Derivations.all(
                                  List.of(tells, ENDLESS), Secret::close, Progress.NONE))
                      != null;
              ended[1] = Thread.currentThread().isInterrupted();
            });
    running.await();
    caller.interrupt();
    caller.join();
    assertTrue(ended[0] && ended[1]);
  }

  @Test
  void defectComesOutAsItIs() {
    Derivations.Task<Secret> broken =
        progress -> {
          throw new ArithmeticException("broken");
        };
    assertThrows(
        ArithmeticException.class,
        () -> Derivations.any(List.of(refuses("a"), broken), Secret::close, Progress.NONE));
    assertThrows(
        ArithmeticException.class,
        () -> Derivations.all(List.of(ENDLESS, broken), Secret::close, Progress.NONE));
  }
}
