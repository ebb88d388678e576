// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.DeviceProblem.DeviceMissing;
import org.keyrite.core.problem.DeviceProblem.ReaderMissing;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.ReaderEvent.DeviceArrived;
import org.keyrite.core.reader.ReaderEvent.DeviceLeft;
import org.keyrite.core.reader.ReaderEvent.ReaderArrived;
import org.keyrite.core.reader.ReaderEvent.ReaderLeft;
import org.keyrite.core.reader.ReaderEvent.ServiceBack;
import org.keyrite.core.reader.ReaderEvent.ServiceLost;

class ReaderWatchTest {
  private static final long SOON = 20;

  private final Desk desk = new Desk();
  private final BlockingQueue<ReaderEvent> events = new LinkedBlockingQueue<>();
  private ReaderWatch watch;

  /** Readers that change when the test says so; what changed is waited for, not slept for. */
  private static final class Desk implements Readers {
    private final BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
    private List<Reader> readers = List.of();
    private boolean serviceRuns = true;

    synchronized void become(boolean serviceRuns, Reader... readers) {
      this.serviceRuns = serviceRuns;
      this.readers = List.of(readers);
      changes.add(true);
    }

    @Override
    public synchronized List<Reader> list() throws ProblemException {
      if (!serviceRuns) {
        throw new ReaderServiceMissing().asException();
      }
      return readers;
    }

    @Override
    public void awaitChange(Duration patience) throws ProblemException {
      try {
        changes.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      list();
    }

    @Override
    public void close() {}
  }

  private record Slot(String name, boolean isOccupied) implements Reader {
    @Override
    public CardSession connect() throws ProblemException {
      throw new DeviceMissing(name).asException();
    }
  }

  @AfterEach
  void endWatch() {
    if (watch != null) {
      watch.close();
    }
  }

  private ReaderEvent next() throws InterruptedException {
    ReaderEvent event = events.poll(SOON, TimeUnit.SECONDS);
    assertNotNull(event, "no event");
    return event;
  }

  @Test
  void tellsWhatIsThereAndWhatHappensThen() throws InterruptedException {
    desk.become(true, new Slot("a", true), new Slot("b", false));
    watch = ReaderWatch.start(desk, events::add);
    assertEquals(new ReaderArrived("a"), next());
    assertEquals(new DeviceArrived("a"), next());
    assertEquals(new ReaderArrived("b"), next());
    desk.become(true, new Slot("a", false), new Slot("b", false));
    assertEquals(new DeviceLeft("a"), next());
  }

  @Test
  void findsTheServiceAgain() throws InterruptedException {
    desk.become(true, new Slot("a", false));
    watch = ReaderWatch.start(desk, events::add);
    assertEquals(new ReaderArrived("a"), next());
    desk.become(false);
    assertEquals(new ReaderLeft("a"), next());
    assertEquals(new ServiceLost(), next());
    desk.become(true, new Slot("a", true));
    assertEquals(new ServiceBack(), next());
    assertEquals(new ReaderArrived("a"), next());
    assertEquals(new DeviceArrived("a"), next());
  }

  @Test
  void watchesOnADaemonThread() throws InterruptedException {
    BlockingQueue<Boolean> daemons = new LinkedBlockingQueue<>();
    desk.become(true, new Slot("a", false));
    watch = ReaderWatch.start(desk, event -> daemons.add(Thread.currentThread().isDaemon()));
    assertEquals(true, daemons.poll(SOON, TimeUnit.SECONDS));
  }

  @Test
  void findsAReaderByItsName() throws ProblemException {
    desk.become(true, new Slot("a", false), new Slot("b", true));
    assertTrue(desk.named("b").isOccupied());
    assertRefused(new ReaderMissing("c"), () -> desk.named("c"));
  }
}
