// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.work;

import java.time.Duration;
import java.util.Optional;

/**
 * How long work will still take, calm enough to be shown: whole seconds, nothing in the first half
 * second, and never more than one second upwards from one reading to the next.
 *
 * @param seconds what is shown, negative while nothing is known
 */
public record TimeLeft(long seconds) {
  /** Nothing is known yet. */
  public static final TimeLeft UNKNOWN = new TimeLeft(-1);

  private static final Duration SETTLING = Duration.ofMillis(500);

  /** The next reading, when {@code done} of {@code total} units took {@code elapsed}. */
  public TimeLeft after(long done, long total, Duration elapsed) {
    if (done <= 0 || elapsed.compareTo(SETTLING) < 0) {
      return this;
    }
    double rest = elapsed.toNanos() * ((double) (total - done) / done);
    long estimate = Math.max(0, (long) Math.ceil(rest / 1e9));
    return new TimeLeft(seconds < 0 ? estimate : Math.min(estimate, seconds + 1));
  }

  /** What to show, if anything. */
  public Optional<Duration> shown() {
    return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }
}
