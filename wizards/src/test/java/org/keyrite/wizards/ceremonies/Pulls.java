// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.keyrite.core.simulator.Fault;

/** Where something happens in a run: a printed sample, or everywhere if all places are wanted. */
public final class Pulls {
  private static final int SAMPLE = 8;
  private static final long SEED = seed();

  private Pulls() {}

  private static long seed() {
    String given = System.getProperty("keyrite.test.seed", "");
    long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    System.out.println("places where something happens: -Dkeyrite.test.seed=" + seed);
    return seed;
  }

  /** Before a command and after its effect, for commands between these two numbers. */
  static List<Fault> between(int first, int last) {
    List<Fault> all = new ArrayList<>();
    for (int at = first; at <= last; at++) {
      all.add(new Fault.PulledBefore(at));
      all.add(new Fault.PulledAfter(at));
    }
    return sample(all);
  }

  /** Some of these, or all. */
  static <T> List<T> sample(List<T> all) {
    return sample(all, SAMPLE);
  }

  /** So many of these, or all if all places are wanted. */
  public static <T> List<T> sample(List<T> all, int size) {
    if (System.getProperty("keyrite.test.faults", "").equals("all")) {
      return all;
    }
    List<T> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, new Random(SEED));
    return drawn.subList(0, Math.min(size, drawn.size()));
  }
}
