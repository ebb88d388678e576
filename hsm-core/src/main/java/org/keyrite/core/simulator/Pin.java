// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;

/**
 * A PIN with its counter.
 *
 * @param value what must be presented
 * @param triesLeft 0 when it is blocked
 * @param limit what the counter begins with, 1 to 15
 */
public record Pin(Hidden value, int triesLeft, int limit) {
  /** The shortest and the longest user PIN. */
  static final int MIN_SIZE = 6;

  static final int MAX_SIZE = 16;

  /** The SO-PIN has always 8 bytes and 15 tries, and nothing unblocks it. */
  static final int SO_SIZE = 8;

  static final int SO_LIMIT = 15;

  /**
   * A PIN with a counter that is possible.
   *
   * @throws IllegalArgumentException if it is not
   */
  public Pin {
    if (limit < 1 || limit > SO_LIMIT || triesLeft < 0 || triesLeft > limit) {
      throw new IllegalArgumentException(triesLeft + " of " + limit + " tries");
    }
  }

  static Pin user(Bytes value, int limit) {
    return new Pin(Hidden.of(value), limit, limit);
  }

  static Pin so(Bytes value) {
    return new Pin(Hidden.of(value), SO_LIMIT, SO_LIMIT);
  }

  static boolean isUserSize(int size) {
    return size >= MIN_SIZE && size <= MAX_SIZE;
  }

  /** The largest counter that a user PIN of this size may begin with. */
  static int largestLimit(int size) {
    return size == 6 ? 3 : size == 7 ? 5 : 10;
  }

  boolean isBlocked() {
    return triesLeft == 0;
  }

  /** Whether this is the PIN and it may still be presented. */
  boolean accepts(Bytes candidate) {
    return !isBlocked() && value.matches(candidate);
  }

  Pin afterSuccess() {
    return new Pin(value, limit, limit);
  }

  Pin afterFailure() {
    return new Pin(value, Math.max(0, triesLeft - 1), limit);
  }

  /** Another value, all tries back. */
  Pin changed(Bytes to) {
    return new Pin(Hidden.of(to), limit, limit);
  }

  /** What a status query or a failed try answers. */
  int status() {
    return isBlocked() ? Status.PIN_BLOCKED : Status.TRIES_LEFT | triesLeft;
  }
}
