// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.testing;

import java.util.Random;
import org.keyrite.core.random.RandomSource;

/** A source of repeatable bytes. */
public record SeededSource(String name, Random random) implements RandomSource {
  /** A source with a name of no interest. */
  public SeededSource(Random random) {
    this("seeded", random);
  }

  @Override
  public void fill(byte[] into) {
    random.nextBytes(into);
  }
}
