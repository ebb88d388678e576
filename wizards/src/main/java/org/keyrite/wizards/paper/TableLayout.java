// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table whose columns are as wide as what stands in them needs: first every column gets its
 * widest word, then what is left goes where the text is longest. Flows over pages and repeats its
 * heads.
 *
 * @param heads the heads of the columns
 * @param faces the face of each column
 */
record TableLayout(List<String> heads, List<Face> faces) {
  private static final float SIZE = 9;
  private static final float HEAD_SIZE = 8;
  private static final float LEADING = 11.6f;
  private static final float GAP = 8;
  private static final float ABOVE = 12;
  private static final float BELOW = 5;
  private static final float MARK = 3;

  /**
   * One row.
   *
   * @param values a value a column
   * @param marked whether a bar on its left says that it is out of the ordinary
   */
  record Line(List<String> values, boolean marked) {}

  /** Columns of plain text. */
  static TableLayout plain(List<String> heads) {
    return new TableLayout(heads, Collections.nCopies(heads.size(), Face.TEXT));
  }

  /** Draws the rows where the page is, and on as many more pages as they need. */
  void draw(Flow flow, List<Line> lines) {
    draw(flow, lines, lines);
  }

  /** The same, with columns as wide as all of {@code family} needs: tables that belong together. */
  void draw(Flow flow, List<Line> lines, List<Line> family) {
    float[] widths = widths(flow, family);
    drawHeads(flow, widths);
    for (Line line : lines) {
      List<List<String>> cells = new ArrayList<>();
      int height = 1;
      for (int column = 0; column < heads.size(); column++) {
        float room = widths[column] - GAP - inset(column);
        String value = line.values().get(column);
        cells.add(flow.pen().wrap(faces.get(column), SIZE, room, value));
        height = Math.max(height, cells.getLast().size());
      }
      drawRow(flow, widths, cells, height, line.marked());
    }
  }

  /** A row goes to the next page as a whole; one that is taller than a page goes on there. */
  private void drawRow(
      Flow flow, float[] widths, List<List<String>> cells, int height, boolean marked) {
    boolean isHere = flow.hasRoom(needed(height));
    for (int from = 0, fitting; from < height; from += fitting) {
      if (!isHere) {
        flow.nextPage();
        drawHeads(flow, widths);
      }
      isHere = false;
      fitting = height - from;
      while (fitting > 1 && !flow.hasRoom(needed(fitting))) {
        fitting--;
      }
      int first = from;
      int end = from + fitting;
      drawCells(
          flow,
          widths,
          cells.stream()
              .map(cell -> cell.subList(Math.min(first, cell.size()), Math.min(end, cell.size())))
              .toList());
      if (marked) {
        flow.pen().fill(flow.left(), flow.y(), MARK, needed(fitting));
      }
      flow.advance(needed(fitting));
      flow.pen().line(flow.left(), flow.y(), flow.right(), flow.y(), 0.4f);
    }
  }

  private static float needed(int lines) {
    return ABOVE + (lines - 1) * LEADING + BELOW;
  }

  private void drawHeads(Flow flow, float[] widths) {
    float x = flow.left();
    for (int column = 0; column < heads.size(); column++) {
      flow.pen().text(x + inset(column), flow.y() + 9, Face.TEXT, HEAD_SIZE, heads.get(column));
      x += widths[column];
    }
    flow.advance(13);
    flow.pen().line(flow.left(), flow.y(), flow.right(), flow.y(), 0.9f);
  }

  private void drawCells(Flow flow, float[] widths, List<List<String>> cells) {
    float x = flow.left();
    for (int column = 0; column < heads.size(); column++) {
      float y = flow.y() + ABOVE;
      for (String text : cells.get(column)) {
        flow.pen().text(x + inset(column), y, faces.get(column), SIZE, text);
        y += LEADING;
      }
      x += widths[column];
    }
  }

  /** The first column stands beside the bar of marked rows. */
  private static float inset(int column) {
    return column == 0 ? MARK + 3 : 0;
  }

  private float[] widths(Flow flow, List<Line> lines) {
    int count = heads.size();
    float[] least = new float[count];
    float[] most = new float[count];
    for (int column = 0; column < count; column++) {
      least[column] = flow.pen().width(Face.TEXT, HEAD_SIZE, heads.get(column));
      most[column] = least[column];
      for (Line line : lines) {
        String value = line.values().get(column);
        least[column] = Math.max(least[column], flow.widestWord(faces.get(column), SIZE, value));
        most[column] = Math.max(most[column], flow.pen().width(faces.get(column), SIZE, value));
      }
      least[column] += GAP + inset(column);
      most[column] += GAP + inset(column);
    }
    return shared(least, most, flow.right() - flow.left());
  }

  /** Widths that fill the room: all their wish, or what they need and a share of the rest. */
  static float[] shared(float[] least, float[] most, float room) {
    float needed = sum(least);
    float wished = sum(most);
    float[] widths = new float[least.length];
    for (int i = 0; i < widths.length; i++) {
      if (wished <= room) {
        widths[i] = most[i] + (room - wished) * most[i] / wished;
      } else if (needed <= room) {
        widths[i] = least[i] + (room - needed) * (most[i] - least[i]) / (wished - needed);
      } else {
        widths[i] = least[i] * room / needed;
      }
    }
    return widths;
  }

  private static float sum(float[] widths) {
    float sum = 0;
    for (float width : widths) {
      sum += width;
    }
    return sum;
  }
}
