// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the simplest slip that explains a complete line that is not good. Works on a lent array
 * that the caller wipes; undoes every change it tries.
 */
final class LineSuspicion {
  private final TextShape shape;
  private final int line;
  private final byte[] values;
  private final int count;

  LineSuspicion(TextShape shape, int line, byte[] values) {
    this.shape = shape;
    this.line = line;
    this.values = values;
    this.count = shape.charactersIn(line);
  }

  /**
   * The verdict. Swaps come first: a slip of one character looks like some swap of neighbours in
   * about one line of sixty, a line out of place in one of thirty, a swap like one of those two in
   * every second.
   */
  LineVerdict verdict() {
    LineCode.Syndrome syndrome = LineCode.syndrome(line, values, 0, count);
    if (syndrome.isGood()) {
      return new LineVerdict.Good(line);
    }
    for (int i = 0; i + 1 < count; i++) {
      if (isGoodWithSwap(i, i + 1, 1)) {
        return new LineVerdict.Swapped(line, group(i + 1));
      }
    }
    if (syndrome.isOnePlace() && syndrome.place() == 0) {
      int actual = line ^ syndrome.difference();
      if (actual >= 1 && actual <= shape.lines()) {
        return new LineVerdict.OtherLine(line, actual);
      }
    }
    if (syndrome.isOnePlace() && syndrome.place() >= 1 && syndrome.place() <= count) {
      return new LineVerdict.WrongGroup(line, group(syndrome.place()), alike(syndrome));
    }
    for (int first = 1; first < shape.groupsIn(line); first++) {
      for (int second = first + 1; second <= shape.groupsIn(line); second++) {
        int from = (first - 1) * TextShape.GROUP;
        int to = (second - 1) * TextShape.GROUP;
        if (isGoodWithSwap(from, to, TextShape.GROUP)) {
          return new LineVerdict.Swapped(line, first);
        }
      }
    }
    return new LineVerdict.Wrong(line);
  }

  /** The group of a place, which counts from 1; check characters are the group after the last. */
  private int group(int place) {
    return (place - 1) / TextShape.GROUP + 1;
  }

  private boolean isGoodWithSwap(int from, int to, int length) {
    swap(from, to, length);
    boolean good = LineCode.syndrome(line, values, 0, count).isGood();
    swap(from, to, length);
    return good;
  }

  private void swap(int from, int to, int length) {
    for (int i = 0; i < length; i++) {
      byte kept = values[from + i];
      values[from + i] = values[to + i];
      values[to + i] = kept;
    }
  }

  /** The pair that the code points at; else the pairs that the characters of the group have. */
  private List<LookAlike> alike(LineCode.Syndrome syndrome) {
    int at = syndrome.place() - 1;
    char typed = Crockford.symbol(values[at]);
    char likely = Crockford.symbol(values[at] ^ syndrome.difference());
    List<LookAlike> common = LookAlike.with(typed);
    common.retainAll(LookAlike.with(likely));
    if (!common.isEmpty()) {
      return common;
    }
    List<LookAlike> pairs = new ArrayList<>();
    int from = (group(at + 1) - 1) * TextShape.GROUP;
    for (int i = from; i < Math.min(from + TextShape.GROUP, count); i++) {
      for (LookAlike pair : LookAlike.with(Crockford.symbol(values[i]))) {
        if (!pairs.contains(pair)) {
          pairs.add(pair);
        }
      }
    }
    return Collections.unmodifiableList(pairs);
  }
}
