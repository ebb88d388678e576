// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * How confusing a QR code looks to a reader: long runs, blocks, what looks like a finder, too much
 * dark or light (ISO/IEC 18004, section 7.8.3). Less is better.
 */
final class QrPenalty {
  private static final int RUN = 5;
  private static final int RUN_WEIGHT = 3;
  private static final int BLOCK_WEIGHT = 3;
  private static final int FINDER_WEIGHT = 40;
  private static final int BALANCE_WEIGHT = 10;
  private static final int FINDER_BITS = 0b10111010000;
  private static final int FINDER_BITS_MIRRORED = 0b00001011101;
  private static final int FINDER_WINDOW = (1 << 11) - 1;

  private QrPenalty() {}

  static int of(QrModules modules) {
    int size = modules.size();
    int penalty = 0;
    int dark = 0;
    for (int i = 0; i < size; i++) {
      penalty += line(modules, i, true) + line(modules, i, false);
      for (int j = 0; j < size; j++) {
        dark += modules.isDark(i, j) ? 1 : 0;
        penalty += i > 0 && j > 0 && isBlock(modules, i, j) ? BLOCK_WEIGHT : 0;
      }
    }
    int twentieths = Math.abs(dark * 20 - size * size * 10) / (size * size);
    return penalty + twentieths * BALANCE_WEIGHT;
  }

  private static boolean isBlock(QrModules modules, int column, int row) {
    boolean isDark = modules.isDark(column, row);
    return modules.isDark(column - 1, row) == isDark
        && modules.isDark(column, row - 1) == isDark
        && modules.isDark(column - 1, row - 1) == isDark;
  }

  private static int line(QrModules modules, int index, boolean isRow) {
    int penalty = 0;
    int run = 0;
    int window = 0;
    boolean last = false;
    for (int i = 0; i < modules.size(); i++) {
      boolean isDark = isRow ? modules.isDark(i, index) : modules.isDark(index, i);
      run = i > 0 && isDark == last ? run + 1 : 1;
      last = isDark;
      if (run == RUN) {
        penalty += RUN_WEIGHT;
      } else if (run > RUN) {
        penalty++;
      }
      window = (window << 1 | (isDark ? 1 : 0)) & FINDER_WINDOW;
      if (i >= 10 && (window == FINDER_BITS || window == FINDER_BITS_MIRRORED)) {
        penalty += FINDER_WEIGHT;
      }
    }
    return penalty;
  }
}
