// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * Where a share sheet is folded, in points from its top.
 *
 * <p>First the lower edge goes up at {@link #first}, writing inside, then the folded part at {@link
 * #second}. The first flap must not reach the second fold, so the part below the first fold is the
 * shorter one; the second flap ends at {@link #flapEnd}, and what must stay readable stands above
 * it. Both distances are the same on every paper, only the upper part differs.
 */
record Folds(float height) {
  private static final float BELOW_FIRST = 151;
  private static final float BETWEEN = 160;

  float first() {
    return height - BELOW_FIRST;
  }

  float second() {
    return first() - BETWEEN;
  }

  float flapEnd() {
    return second() - BETWEEN;
  }
}
