// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A numbered line of groups drawn as outlines; blanks part the groups. A last group that is shorter
 * than the others checks the line: it stands softer, behind a bar, in a column of its own.
 */
final class GlyphLine extends HBox {
  private static final double GAP = 30;

  /**
   * Draws the line; the array stays the caller's.
   *
   * @param columns groups of the longest line, so that the check groups stand below one another
   */
  GlyphLine(GlyphSet glyphs, int number, char[] line, int columns) {
    super(GAP);
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(height(glyphs));
    Label label = new Label(String.valueOf(number));
    label.getStyleClass().add("kr-line-number");
    label.setMinWidth(32);
    label.setAlignment(Pos.CENTER_RIGHT);
    getChildren().add(label);
    int first = end(line, 0);
    int column = 0;
    for (int from = 0; from < line.length; from = end(line, from) + 1) {
      int to = end(line, from);
      boolean check = to == line.length && to - from < first;
      GlyphRow group = new GlyphRow(glyphs);
      group.show(line, from, to, check ? List.of("kr-soft") : List.of());
      if (check) {
        getChildren().addAll(missing(columns - 1 - column, group.offset(first)), bar());
      }
      getChildren().add(group);
      column++;
    }
  }

  /** The height of a line of these outlines in pixels. */
  static double height(GlyphSet glyphs) {
    return Math.round(glyphs.capHeight() * 1.85);
  }

  /** How many groups a line has. */
  static int groups(char[] line) {
    int groups = 1;
    for (char c : line) {
      groups += c == ' ' ? 1 : 0;
    }
    return groups;
  }

  private static int end(char[] line, int from) {
    int end = from;
    while (end < line.length && line[end] != ' ') {
      end++;
    }
    return end;
  }

  private static Region missing(int groups, double width) {
    Region gap = new Region();
    gap.setMinWidth(Math.max(0, groups * (width + GAP) - GAP));
    gap.setManaged(groups > 0);
    return gap;
  }

  private static Region bar() {
    Region bar = new Region();
    bar.getStyleClass().add("kr-check-bar");
    return bar;
  }
}
