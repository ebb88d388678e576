// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import org.keyrite.core.bytes.Secret;

/** Draws the test page: a frame at the edges, look-alike characters, and a code. */
final class TestLayout {
  private static final float EDGE = 14.2f;
  private static final float CODE = 150;
  private static final String LOOK_ALIKES = "0O8B 1I7L 2Z5S 6GMW";
  private static final String CODE_TEXT = "KEYRITE TEST PAGE";

  private final Book book;
  private final TestSheet sheet;

  TestLayout(Book book, TestSheet sheet) {
    this.book = book;
    this.sheet = sheet;
  }

  Secret draw() {
    Pen pen = book.plainPage();
    pen.box(EDGE, EDGE, book.width() - 2 * EDGE, book.height() - 2 * EDGE, 0.9f);
    float width = book.right() - book.left();
    float y = 72;
    pen.text(book.left(), y, Face.STRONG, 22, book.text("paper.test.title"));
    pen.text(
        book.left(),
        y + 20,
        Face.TEXT,
        9.5f,
        book.text("paper.test.ids", sheet.queue(), book.made()));
    pen.line(book.left(), y + 30, book.right(), y + 30, 0.9f);
    y += 56;
    for (String line : new String[] {"secret", "frame", "letters", "code"}) {
      y = pen.paragraph(book.left(), y, width, Face.TEXT, 12, 17, book.text("paper.test." + line));
      y += 6;
    }
    pen.text(book.left(), y + 26, Face.MONO_STRONG, 16, LOOK_ALIKES);
    pen.text(book.left(), y + 50, Face.MONO_STRONG, 12, LOOK_ALIKES);
    pen.text(book.left(), y + 68, Face.MONO, 8, LOOK_ALIKES);
    pen.code(QrSymbol.of(CODE_TEXT.toCharArray()), book.right() - CODE, y, CODE);
    return book.finish(book.text("paper.test.title"), "");
  }
}
