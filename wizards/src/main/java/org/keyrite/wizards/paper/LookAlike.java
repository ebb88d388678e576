// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;

/** Two symbols that tired eyes and tired printers take for each other. */
public enum LookAlike {
  FIVE_S('5', 'S'),
  EIGHT_B('8', 'B'),
  TWO_Z('2', 'Z'),
  SIX_G('6', 'G'),
  M_W('M', 'W'),
  V_Y('V', 'Y'),
  ZERO_D('0', 'D'),
  ONE_SEVEN('1', '7');

  private final char first;
  private final char second;

  LookAlike(char first, char second) {
    this.first = first;
    this.second = second;
  }

  /** One of the two. */
  public char first() {
    return first;
  }

  /** The other. */
  public char second() {
    return second;
  }

  /** Both, as they are printed. */
  public String pair() {
    return "" + first + second;
  }

  private boolean has(char symbol) {
    return symbol == first || symbol == second;
  }

  /** The pairs that this symbol belongs to. */
  static List<LookAlike> with(char symbol) {
    List<LookAlike> pairs = new ArrayList<>();
    for (LookAlike pair : values()) {
      if (pair.has(symbol)) {
        pairs.add(pair);
      }
    }
    return pairs;
  }
}
