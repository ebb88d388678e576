// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

/** How often the key derivation of a share file repeats each of its three hash chains. */
public final class DerivationCost {
  /**
   * The only count that share files have: 10,000,000, fixed in sc-hsm-tool since 2012 and not
   * written in the file.
   */
  public static final DerivationCost STANDARD = new DerivationCost(10_000_000);

  private final int iterations;

  private DerivationCost(int iterations) {
    if (iterations < 1) {
      throw new IllegalArgumentException(iterations + " iterations");
    }
    this.iterations = iterations;
  }

  /** Another count, for tests only: no other program can open what is made with it. */
  public static DerivationCost forTests(int iterations) {
    return new DerivationCost(iterations);
  }

  /** The length of each chain, at least 1. */
  public int iterations() {
    return iterations;
  }

  @Override
  public String toString() {
    return iterations + " iterations";
  }
}
