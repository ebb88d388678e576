// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.testing;

import java.util.Random;

/**
 * The seed of all tests with random values. It is printed once, so that a run can be repeated with
 * {@code -Dkeyrite.test.seed}.
 */
public final class Seed {
  private static final long VALUE = chosen();

  private Seed() {}

  private static long chosen() {
    String given = System.getProperty("keyrite.test.seed", "");
    long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    System.out.println("random values of these tests: -Dkeyrite.test.seed=" + seed);
    return seed;
  }

  /** A generator of its own for a test. */
  public static Random random(Class<?> test) {
    return new Random(VALUE ^ test.getName().hashCode());
  }
}
