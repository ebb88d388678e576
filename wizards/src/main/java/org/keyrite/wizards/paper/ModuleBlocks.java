// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * The dark modules of a code as few rectangles: a row of dark modules, continued downwards as far
 * as it goes. Fewer seams for a viewer to draw pale lines along.
 */
final class ModuleBlocks {
  private ModuleBlocks() {}

  record Block(int column, int row, int width, int height) {}

  static List<Block> of(QrSymbol symbol) {
    int size = symbol.size();
    boolean[] covered = new boolean[size * size];
    List<Block> blocks = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if (symbol.isDark(column, row) && !covered[row * size + column]) {
          int width = 1;
          while (isFree(symbol, covered, column + width, row)) {
            width++;
          }
          int height = 1;
          while (isRowFree(symbol, covered, column, row + height, width)) {
            height++;
          }
          for (int y = row; y < row + height; y++) {
            java.util.Arrays.fill(covered, y * size + column, y * size + column + width, true);
          }
          blocks.add(new Block(column, row, width, height));
        }
      }
    }
    return blocks;
  }

  private static boolean isFree(QrSymbol symbol, boolean[] covered, int column, int row) {
    int size = symbol.size();
    return column < size
        && row < size
        && symbol.isDark(column, row)
        && !covered[row * size + column];
  }

  private static boolean isRowFree(
      QrSymbol symbol, boolean[] covered, int column, int row, int width) {
    for (int x = column; x < column + width; x++) {
      if (!isFree(symbol, covered, x, row)) {
        return false;
      }
    }
    return true;
  }
}
