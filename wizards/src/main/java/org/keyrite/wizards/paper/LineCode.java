// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * The two check characters of a line: a shortened Reed-Solomon code over the field of 32 elements.
 *
 * <p>The field is GF(2)[x] modulo x^5 + x^2 + 1, with generator a = x = 2. A line is the word c[0],
 * c[1], …, c[k], c[k+1], c[k+2]: its number, its characters, its two check characters. It is good
 * when both sums, of c[j]·a^j and of c[j]·a^(2j), are zero. Two such words differ in at least three
 * places. So one or two wrong characters are always found, among them every swap of two characters,
 * and so is a line that stands in another's place, even with one more character wrong: its number
 * is a place like any other, only not written.
 */
final class LineCode {
  /** Numbers of lines are elements of the field. */
  static final int MAX_LINES = 31;

  private static final int ORDER = 31;
  private static final int[] POWERS = powers();
  private static final int[] LOGS = logs();

  private LineCode() {}

  private static int[] powers() {
    int[] powers = new int[ORDER];
    int element = 1;
    for (int i = 0; i < ORDER; i++) {
      powers[i] = element;
      element <<= 1;
      if ((element & 0x20) != 0) {
        element ^= 0x25;
      }
    }
    return powers;
  }

  private static int[] logs() {
    int[] logs = new int[ORDER + 1];
    for (int i = 0; i < ORDER; i++) {
      logs[POWERS[i]] = i;
    }
    return logs;
  }

  private static int timesPower(int element, int exponent) {
    return element == 0 ? 0 : POWERS[(LOGS[element] + exponent) % ORDER];
  }

  private static int quotient(int dividend, int divisor) {
    return dividend == 0 ? 0 : POWERS[(LOGS[dividend] - LOGS[divisor] + ORDER) % ORDER];
  }

  /**
   * The sum of c[j]·a^(step·j) over the line's number and {@code count} values from {@code from}.
   */
  private static int sum(int line, byte[] values, int from, int count, int step) {
    int sum = line;
    for (int j = 1; j <= count; j++) {
      sum ^= timesPower(values[from + j - 1], step * j);
    }
    return sum;
  }

  /** Writes the check values of the {@code count} values at {@code from} behind them. */
  static void complete(int line, byte[] values, int from, int count) {
    int first = sum(line, values, from, count, 1);
    int second = sum(line, values, from, count, 2);
    // Two equations in the check values x and y, with p = a^(k+1) and q = a^(k+2):
    // xp + yq = first, xp² + yq² = second. Eliminating x leaves yq(q + p) = second + p·first.
    int p = POWERS[(count + 1) % ORDER];
    int q = POWERS[(count + 2) % ORDER];
    int yq = quotient(second ^ timesPower(first, count + 1), p ^ q);
    values[from + count] = (byte) quotient(first ^ yq, p);
    values[from + count + 1] = (byte) quotient(yq, q);
  }

  /** What is wrong with the {@code count} values at {@code from}, check values included. */
  static Syndrome syndrome(int line, byte[] values, int from, int count) {
    return new Syndrome(sum(line, values, from, count, 1), sum(line, values, from, count, 2));
  }

  /** Both sums of a line. */
  record Syndrome(int first, int second) {
    /** Whether nothing is wrong, as far as this code can see. */
    boolean isGood() {
      return first == 0 && second == 0;
    }

    /** Whether one wrong place alone explains it. */
    boolean isOnePlace() {
      return first != 0 && second != 0;
    }

    /** That place: 0 is the line's number, 1 the first character; it may lie beyond the line. */
    int place() {
      return LOGS[quotient(second, first)];
    }

    /** What was added to the right value at that place. */
    int difference() {
      return quotient(first, POWERS[place()]);
    }
  }
}
