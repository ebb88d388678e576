// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.util.Arrays;

/**
 * The square of a QR code: finders, timing, alignment, format, and the codewords laid around them
 * in a zigzag under the mask that gives the least confusing picture (ISO/IEC 18004, sections 6 to
 * 8).
 */
final class QrModules {
  private static final int FINDER = 7;
  private static final int TIMING = 6;
  private static final int MASKS = 8;
  private static final int FORMAT_GENERATOR = 0x537;
  private static final int FORMAT_MASK = 0x5412;
  private static final int VERSION_GENERATOR = 0x1F25;
  private static final int FIRST_VERSION_WITH_NUMBER = 7;

  private final int size;
  private final boolean[] dark;
  private final boolean[] reserved;

  private QrModules(int size) {
    this.size = size;
    this.dark = new boolean[size * size];
    this.reserved = new boolean[size * size];
  }

  static QrModules of(Version version, ErrorCorrectionLevel level, int[] codewords) {
    QrModules best = null;
    int least = Integer.MAX_VALUE;
    for (int mask = 0; mask < MASKS; mask++) {
      QrModules modules = new QrModules(version.getDimensionForVersion());
      modules.drawPatterns(version);
      modules.drawFormat(level, mask);
      modules.drawCodewords(codewords, mask);
      int penalty = QrPenalty.of(modules);
      if (penalty < least) {
        if (best != null) {
          best.wipe();
        }
        best = modules;
        least = penalty;
      } else {
        modules.wipe();
      }
    }
    return best;
  }

  int size() {
    return size;
  }

  boolean isDark(int column, int row) {
    return dark[row * size + column];
  }

  void wipe() {
    Arrays.fill(dark, false);
  }

  private void set(int column, int row, boolean isDark) {
    dark[row * size + column] = isDark;
    reserved[row * size + column] = true;
  }

  private void drawPatterns(Version version) {
    for (int i = 0; i < size; i++) {
      set(i, TIMING, i % 2 == 0);
      set(TIMING, i, i % 2 == 0);
    }
    drawFinder(0, 0);
    drawFinder(size - FINDER, 0);
    drawFinder(0, size - FINDER);
    int[] centres = version.getAlignmentPatternCenters();
    for (int column : centres) {
      for (int row : centres) {
        boolean onFinder =
            column == TIMING && row == TIMING
                || column == TIMING && row == size - FINDER
                || column == size - FINDER && row == TIMING;
        if (!onFinder) {
          drawAlignment(column, row);
        }
      }
    }
    if (version.getVersionNumber() >= FIRST_VERSION_WITH_NUMBER) {
      drawVersion(version.getVersionNumber());
    }
  }

  private void drawFinder(int left, int top) {
    for (int row = -1; row <= FINDER; row++) {
      for (int column = -1; column <= FINDER; column++) {
        int ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
        if (isInside(left + column) && isInside(top + row)) {
          set(left + column, top + row, ring != 2 && ring != 4);
        }
      }
    }
  }

  private boolean isInside(int place) {
    return place >= 0 && place < size;
  }

  private void drawAlignment(int column, int row) {
    for (int y = -2; y <= 2; y++) {
      for (int x = -2; x <= 2; x++) {
        set(column + x, row + y, Math.max(Math.abs(x), Math.abs(y)) != 1);
      }
    }
  }

  private void drawVersion(int number) {
    int bits = number << 12 | remainder(number << 12, VERSION_GENERATOR);
    for (int i = 0; i < 18; i++) {
      boolean isDark = (bits >> i & 1) == 1;
      set(size - 11 + i % 3, i / 3, isDark);
      set(i / 3, size - 11 + i % 3, isDark);
    }
  }

  /** Level and mask, written twice: around the first finder, and beside the other two. */
  private void drawFormat(ErrorCorrectionLevel level, int mask) {
    int data = level.getBits() << 3 | mask;
    int bits = (data << 10 | remainder(data << 10, FORMAT_GENERATOR)) ^ FORMAT_MASK;
    for (int i = 0; i < 15; i++) {
      boolean isDark = (bits >> i & 1) == 1;
      if (i < 6) {
        set(8, i, isDark);
      } else if (i < 8) {
        set(8, i + 1, isDark);
      } else if (i == 8) {
        set(7, 8, isDark);
      } else {
        set(14 - i, 8, isDark);
      }
      if (i < 8) {
        set(size - 1 - i, 8, isDark);
      } else {
        set(8, size - 15 + i, isDark);
      }
    }
    set(8, size - 8, true);
  }

  private static int remainder(int dividend, int divisor) {
    int highest = Integer.highestOneBit(divisor);
    int rest = dividend;
    while (Integer.highestOneBit(rest) >= highest) {
      rest ^= divisor * (Integer.highestOneBit(rest) / highest);
    }
    return rest;
  }

  /** Two columns at a time from the right, up and down in turn, leaving out the timing column. */
  private void drawCodewords(int[] codewords, int mask) {
    int bit = 0;
    boolean up = true;
    for (int right = size - 1; right > 0; right -= 2) {
      if (right == TIMING) {
        right--;
      }
      for (int i = 0; i < size; i++) {
        int row = up ? size - 1 - i : i;
        for (int column = right; column > right - 2; column--) {
          if (!reserved[row * size + column]) {
            boolean isSet =
                bit < codewords.length * 8 && (codewords[bit / 8] >> (7 - bit % 8) & 1) == 1;
            dark[row * size + column] = isSet ^ isMasked(mask, column, row);
            bit++;
          }
        }
      }
      up = !up;
    }
  }

  private static boolean isMasked(int mask, int x, int y) {
    return switch (mask) {
      case 0 -> (x + y) % 2 == 0;
      case 1 -> y % 2 == 0;
      case 2 -> x % 3 == 0;
      case 3 -> (x + y) % 3 == 0;
      case 4 -> (x / 3 + y / 2) % 2 == 0;
      case 5 -> x * y % 2 + x * y % 3 == 0;
      case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
      default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
    };
  }
}
