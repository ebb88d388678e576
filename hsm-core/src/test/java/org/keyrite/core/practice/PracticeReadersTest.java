// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.DeviceMissing;
import org.keyrite.core.problem.DeviceProblem.ReaderMissing;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.reader.Reader;
import org.keyrite.core.simulator.Card;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;

class PracticeReadersTest {
  private static final SimulatedState VIRGIN =
      SimulatedState.create(new Random(1), LocalDate.of(2026, 11, 21));

  private final PracticeReaders readers = new PracticeReaders(List.of("left", "right"));
  private final Card device = new SimulatedHsm(VIRGIN, StateStore.MEMORY, new Random(2));

  @Test
  void listsItsReadersInOrderAndWhatIsInThem() {
    readers.insert("right", device);
    assertEquals(
        List.of("left false", "right true"),
        readers.list().stream().map(each -> each.name() + " " + each.isOccupied()).toList());
  }

  @Test
  void refusesAnEmptyReaderAndOneThatIsNotThere() throws Exception {
    Reader left = readers.named("left");
    assertRefused(new DeviceMissing("left"), left::connect);
    assertRefused(new ReaderMissing("middle"), () -> readers.named("middle"));
  }

  @Test
  void aSessionEndsWhenItsDeviceIsTakenOutAlsoIfItComesBack() throws Exception {
    readers.insert("left", device);
    try (CardSession session = readers.named("left").connect()) {
      SmartCardHsm hsm = new SmartCardHsm(session);
      hsm.select();
      readers.insert("right", readers.remove("left"));
      assertRefused(new DeviceGone("left"), hsm::select);
      readers.insert("left", readers.remove("right"));
      assertRefused(new DeviceGone("left"), hsm::select);
      try (CardSession next = readers.named("left").connect()) {
        new SmartCardHsm(next).select();
      }
    }
  }

  @Test
  void aClosedSessionSendsNothing() throws Exception {
    readers.insert("left", device);
    CardSession session = readers.named("left").connect();
    session.close();
    session.close();
    assertRefused(new DeviceGone("left"), () -> new SmartCardHsm(session).select());
  }

  @Test
  void aReaderHoldsOneCard() {
    readers.insert("left", device);
    assertThrows(IllegalStateException.class, () -> readers.insert("left", device));
    assertThrows(IllegalStateException.class, () -> readers.remove("right"));
    assertThrows(IllegalArgumentException.class, () -> readers.insert("middle", device));
    assertThrows(
        IllegalArgumentException.class, () -> new PracticeReaders(List.of("left", "left")));
  }

  @Test
  void whoeverWaitsIsToldOfAChangeAndNotLongerThanHisPatience() throws Exception {
    readers.awaitChange(Duration.ofMillis(1));
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    Thread waiting =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              readers.awaitChange(Duration.ofMinutes(5));
              seen.complete(readers.list().getFirst().isOccupied());
            });
    while (waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertFalse(seen.isDone());
    readers.insert("left", device);
    assertTrue(seen.get(10, TimeUnit.SECONDS));
  }
}
