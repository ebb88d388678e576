// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Optional;

/**
 * How many of the sheets that a ceremony makes must come together later.
 *
 * @param needed whichever they are, this many open it
 * @param sheets how many there are
 */
public record Together(int needed, int sheets) {
  /** The fact of a plan that decides how many custodians there are, each with a sheet. */
  public static final Fact<Integer> CUSTODIANS = Fact.number("custodians");

  /** The fact of a plan that decides how many sheets are needed, where not all of them are. */
  public static final Fact<Integer> THRESHOLD = Fact.number("threshold");

  /** What a plan decides about it, if it does. */
  public static Optional<Together> in(Facts plan) {
    return plan.find(THRESHOLD)
        .flatMap(needed -> plan.find(CUSTODIANS).map(sheets -> new Together(needed, sheets)));
  }

  /** How many sheets may be lost without harm. */
  public int spare() {
    return sheets - needed;
  }
}
