// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.keyrite.core.testing.Seed;

class TimeLeftTest {

  @Test
  void saysNothingBeforeItKnows() {
    assertEquals(Optional.empty(), TimeLeft.UNKNOWN.shown());
    assertEquals(TimeLeft.UNKNOWN, TimeLeft.UNKNOWN.after(1, 100, Duration.ofMillis(499)));
    assertEquals(TimeLeft.UNKNOWN, TimeLeft.UNKNOWN.after(0, 100, Duration.ofSeconds(3)));
  }

  @Test
  void countsDownSteadyWork() {
    TimeLeft left = TimeLeft.UNKNOWN;
    for (int second = 1; second <= 10; second++) {
      left = left.after(second, 10, Duration.ofSeconds(second));
      assertEquals(Optional.of(Duration.ofSeconds(10 - second)), left.shown());
    }
  }

  @Test
  void neverRisesByMoreThanASecond() {
    Random random = Seed.random(TimeLeftTest.class);
    TimeLeft left = new TimeLeft(20);
    Duration elapsed = Duration.ofSeconds(1);
    for (int done = 1; done <= 1000; done++) {
      elapsed = elapsed.plusMillis(random.nextInt(2000));
      TimeLeft next = left.after(done, 1000, elapsed);
      assertTrue(next.seconds() <= left.seconds() + 1, next + " after " + left);
      left = next;
    }
    assertEquals(0, left.seconds());
  }

  @Test
  void fallsAtOnce() {
    TimeLeft left = new TimeLeft(60).after(90, 100, Duration.ofSeconds(9));
    assertEquals(1, left.seconds());
  }
}
