// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a record, a row each: what it was and was to bring about, what was observed and how
 * it was confirmed, by whom and when. A row that is longer than what is left of a page goes on on
 * the next one only where it would leave most of the page empty.
 */
final class RecordSteps {
  private static final float SIZE = 9;
  private static final float SMALL = 8;
  private static final float LEADING = 11.2f;
  private static final float ABOVE = 12;
  private static final float BELOW = 5;
  private static final float GAP = 9;
  private static final float MARK = 3;

  /** A row of more lines than this may be divided. */
  private static final int KEPT_WHOLE = 16;

  /** The columns as parts of the width: number, step, observed, who, initials. */
  private static final float[] PARTS = {0.055f, 0.315f, 0.37f, 0.18f, 0.08f};

  private static final List<String> HEADS =
      List.of(
          "paper.step.number",
          "paper.step.expected",
          "paper.step.observed",
          "paper.step.whoWhen",
          "paper.step.initials");

  private final Flow flow;
  private final float[] lefts = new float[PARTS.length];
  private final float[] rooms = new float[PARTS.length];

  /** A line in a cell. */
  private record Line(Face face, float size, String text) {}

  RecordSteps(Flow flow) {
    this.flow = flow;
    float width = flow.right() - flow.left();
    float x = flow.left();
    for (int column = 0; column < PARTS.length; column++) {
      float inset = column == 0 ? MARK + 3 : 0;
      lefts[column] = x + inset;
      rooms[column] = PARTS[column] * width - inset - (column == PARTS.length - 1 ? 0 : GAP);
      x += PARTS[column] * width;
    }
  }

  void draw(List<RecordSheet.Step> steps) {
    heads();
    steps.forEach(this::row);
  }

  private void heads() {
    for (int column = 0; column < HEADS.size(); column++) {
      String head = flow.book().text(HEADS.get(column));
      flow.pen().text(lefts[column], flow.y() + 9, Face.TEXT, SMALL, head);
    }
    flow.advance(13);
    flow.pen().line(flow.left(), flow.y(), flow.right(), flow.y(), 0.9f);
  }

  private void row(RecordSheet.Step step) {
    List<List<Line>> cells = cells(step);
    int lines = cells.stream().mapToInt(List::size).max().orElseThrow();
    int from = 0;
    while (from < lines) {
      int fit = Math.min(fit(), lines - from);
      if (fit < lines - from && (lines <= KEPT_WHOLE || fit < KEPT_WHOLE / 2)) {
        flow.nextPage();
        heads();
        fit = Math.min(fit(), lines - from);
      }
      part(cells, from, from + fit, step.exception());
      from += fit;
    }
    flow.pen().line(flow.left(), flow.y(), flow.right(), flow.y(), 0.4f);
  }

  /** How many lines there is room for. */
  private int fit() {
    int lines = 0;
    while (flow.hasRoom(height(lines + 1))) {
      lines++;
    }
    return lines;
  }

  private static float height(int lines) {
    return ABOVE + (lines - 1) * LEADING + BELOW;
  }

  private void part(List<List<Line>> cells, int from, int to, boolean marked) {
    for (int column = 0; column < cells.size(); column++) {
      List<Line> cell = cells.get(column);
      float y = flow.y() + ABOVE;
      for (Line line : cell.subList(Math.min(from, cell.size()), Math.min(to, cell.size()))) {
        flow.pen().text(lefts[column], y, line.face(), line.size(), line.text());
        y += LEADING;
      }
    }
    float height = height(to - from);
    if (marked) {
      flow.pen().fill(flow.left(), flow.y(), MARK, height);
    }
    flow.advance(height);
  }

  private List<List<Line>> cells(RecordSheet.Step step) {
    List<Line> observed = new ArrayList<>();
    for (Row row : step.observed()) {
      observed.addAll(observed(row));
    }
    observed.addAll(lines(2, Face.STRONG, SIZE, step.confirmed()));
    List<Line> what = new ArrayList<>(lines(1, Face.STRONG, SIZE, step.title()));
    what.addAll(lines(1, Face.TEXT, SMALL, step.expected()));
    List<Line> who = new ArrayList<>(lines(3, Face.TEXT, SIZE, step.who()));
    who.addAll(lines(3, Face.TEXT, SMALL, step.utc()));
    return List.of(
        lines(0, Face.STRONG, SIZE, step.number()),
        what,
        observed,
        who,
        lines(4, Face.STRONG, SIZE, step.initials()));
  }

  /** A value beside its name where both fit a line, else below it. */
  private List<Line> observed(Row row) {
    String beside = flow.book().text("paper.step.fact", row.label(), row.value());
    List<Line> lines = lines(2, Face.TEXT, SIZE, beside);
    if (lines.size() > 1) {
      lines = new ArrayList<>(lines(2, Face.TEXT, SMALL, row.label()));
      lines.addAll(lines(2, Face.TEXT, SIZE, row.value()));
    }
    return lines;
  }

  private List<Line> lines(int column, Face face, float size, String text) {
    if (text.isBlank()) {
      return List.of();
    }
    return flow.pen().wrap(face, size, rooms[column], text).stream()
        .map(line -> new Line(face, size, line))
        .toList();
  }
}
