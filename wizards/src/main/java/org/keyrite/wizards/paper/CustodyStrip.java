// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;

/**
 * The box that stays outside the folds: who has the sheet, in which bag, and five lines for whoever
 * takes it out.
 *
 * @param mark the sheet, as its head calls it
 * @param note what is said beside the title
 * @param rowHeight height of a line of the log
 */
record CustodyStrip(String mark, String note, float rowHeight) {
  private static final int LOG_LINES = 5;
  private static final float[] COLUMNS = {0, 0.23f, 0.54f, 0.78f, 1};
  private static final List<String> HEADS = List.of("date", "takenBy", "why", "newSerial");
  private static final List<String> LINES = List.of("bag", "custodian", "signature", "officer");

  /** Draws it from this height; gives the height of its lower edge. */
  float draw(Book book, Pen pen, float top) {
    float height = 46 + LOG_LINES * rowHeight;
    float left = book.left();
    pen.box(left, top, book.right() - left, height, 1.1f);
    float title = left + 10;
    pen.text(title, top + 19, Face.STRONG, 10.5f, book.text("paper.strip.title"));
    float after = title + pen.width(Face.STRONG, 10.5f, book.text("paper.strip.title")) + 8;
    pen.text(after, top + 19, Face.TEXT, 9, note);
    pen.textRight(book.right() - 10, top + 19, Face.STRONG, 15, mark);
    drawLines(book, pen, top + 24, top + height);
    drawLog(book, pen, top + 38);
    return top + height;
  }

  private static void drawLines(Book book, Pen pen, float top, float bottom) {
    float step = (bottom - 4 - top) / LINES.size();
    float left = book.left() + 10;
    for (int i = 0; i < LINES.size(); i++) {
      float y = top + (i + 1) * step - 10;
      pen.line(left, y, left + 184, y, 0.6f);
      pen.text(left, y + 8.2f, Face.TEXT, 8, book.text("paper.strip." + LINES.get(i)));
    }
  }

  private void drawLog(Book book, Pen pen, float top) {
    float left = book.left() + 208;
    float width = book.right() - 10 - left;
    for (int column = 0; column < COLUMNS.length; column++) {
      float x = left + COLUMNS[column] * width;
      pen.line(x, top, x, top + LOG_LINES * rowHeight, 0.6f);
      if (column < HEADS.size()) {
        pen.text(x + 3, top - 3.5f, Face.TEXT, 8, book.text("paper.strip." + HEADS.get(column)));
      }
    }
    for (int row = 0; row <= LOG_LINES; row++) {
      float y = top + row * rowHeight;
      pen.line(left, y, left + width, y, 0.6f);
    }
  }
}
