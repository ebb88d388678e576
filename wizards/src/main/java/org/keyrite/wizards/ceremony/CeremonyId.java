// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Locale;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;

/**
 * What one run of a ceremony is called on its sheets and in its record, short enough to be read
 * aloud: four random bytes in hex, in two groups.
 */
public final class CeremonyId {
  private static final int SIZE = 4;

  private CeremonyId() {}

  /** A new one, such as {@code 7F3A-2C9E}. */
  public static String draw(RandomSource random) throws ProblemException {
    String hex = random.bytes(SIZE).toHex().toUpperCase(Locale.ROOT);
    return hex.substring(0, SIZE) + "-" + hex.substring(SIZE);
  }
}
