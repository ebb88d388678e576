// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;

/** A short numbered list under a heading, one column of a page; commands stand in the mono face. */
record Steps(String title, List<Step> steps) {
  private static final float SIZE = 9.5f;
  private static final float LEADING = 12.6f;
  private static final float INDENT = 12;

  /**
   * One step.
   *
   * @param text what to do
   * @param command what to type for it, or empty
   */
  record Step(String text, String command) {}

  Steps {
    steps = List.copyOf(steps);
  }

  /** Draws the column from this baseline; gives the baseline that would be next. */
  float draw(Pen pen, float x, float y, float width) {
    pen.text(x, y, Face.STRONG, SIZE, title);
    float baseline = y + 14;
    int number = 1;
    for (Step step : steps) {
      pen.text(x, baseline, Face.TEXT, SIZE, number++ + ".");
      float room = width - INDENT;
      baseline = pen.paragraph(x + INDENT, baseline, room, Face.TEXT, SIZE, LEADING, step.text());
      if (!step.command().isEmpty()) {
        baseline =
            pen.paragraph(
                x + INDENT, baseline, room, Face.MONO_STRONG, 8.8f, LEADING, step.command());
      }
      baseline += 1;
    }
    return baseline;
  }
}
