// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * A place on the last page of a document that moves down, and on to a new page when one is full.
 */
final class Flow {
  private static final float TOP = 48;
  private static final float BOTTOM = 46;
  private static final float HEADING = 22;

  private final Book book;
  private final String running;
  private Pen pen;
  private float y;

  /**
   * Begins on a new page.
   *
   * @param running what stands on top of every further page
   */
  Flow(Book book, String running) {
    this.book = book;
    this.running = running;
    this.pen = book.page();
    this.y = TOP;
  }

  Book book() {
    return book;
  }

  Pen pen() {
    return pen;
  }

  float left() {
    return book.left();
  }

  float right() {
    return book.right();
  }

  float y() {
    return y;
  }

  /** Moves to this height on the page. */
  void moveTo(float height) {
    y = height;
  }

  /** Moves down. */
  void advance(float distance) {
    y += distance;
  }

  boolean hasRoom(float height) {
    return y + height <= book.height() - BOTTOM;
  }

  /** Whether something below a heading has room on a page on which nothing else stands. */
  boolean fitsOnAPage(float height) {
    return TOP + 14 + HEADING + height <= book.height() - BOTTOM;
  }

  /** Goes on to a new page if there is less room than this. */
  void need(float height) {
    if (!hasRoom(height)) {
      nextPage();
    }
  }

  void nextPage() {
    pen = book.page();
    pen.text(left(), TOP, Face.STRONG, 9.5f, running);
    pen.line(left(), TOP + 6, right(), TOP + 6, 0.6f);
    y = TOP + 14;
  }

  /** A heading with room for something below it. */
  void heading(String text, float roomBelow) {
    need(HEADING + roomBelow);
    pen.text(left(), y + 16, Face.STRONG, 10.5f, text);
    advance(HEADING);
  }

  float widestWord(Face face, float size, String text) {
    return LineBreaks.widestWord(
        book.typefaces(), face, size, book.typefaces().printable(face, text));
  }
}
