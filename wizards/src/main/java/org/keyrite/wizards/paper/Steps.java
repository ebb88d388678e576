// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;

/** A short numbered list under a heading, one column of a page; commands stand in the mono face. */
record Steps(String title, List<Step> steps) {
  private static final float SIZE = 9.5f;
  private static final float COMMAND_SIZE = 8.8f;
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
        for (String line : commandLines(pen, room, step.command())) {
          pen.text(x + INDENT, baseline, Face.MONO_STRONG, COMMAND_SIZE, line);
          baseline += LEADING;
        }
      }
      baseline += 1;
    }
    return baseline;
  }

  /** A command in lines that a shell takes as one: each but the last ends in a backslash. */
  static List<String> commandLines(Pen pen, float width, String command) {
    float room = width - pen.width(Face.MONO_STRONG, COMMAND_SIZE, " \\");
    List<String> lines = new ArrayList<>();
    int at = 0;
    for (String line : pen.wrap(Face.MONO_STRONG, COMMAND_SIZE, room, command)) {
      at += line.length();
      boolean last = at == command.length();
      boolean betweenWords = !last && command.charAt(at) == ' ';
      lines.add(line + (last ? "" : betweenWords ? " \\" : "\\"));
      at += betweenWords ? 1 : 0;
    }
    return lines;
  }
}
