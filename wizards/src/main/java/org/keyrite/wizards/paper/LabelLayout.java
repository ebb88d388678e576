// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;
import org.keyrite.core.bytes.Secret;

/** Draws labels for envelopes, four a page, to cut apart. */
final class LabelLayout {
  private static final int A_PAGE = 4;
  private static final float TOP = 34;
  private static final float BOTTOM = 44;
  private static final List<String> LINES = List.of("bag", "sealed", "opened");

  private final Book book;
  private final LabelSheet sheet;

  LabelLayout(Book book, LabelSheet sheet) {
    this.book = book;
    this.sheet = sheet;
  }

  Secret draw() {
    float height = (book.height() - TOP - BOTTOM) / A_PAGE;
    Pen pen = null;
    for (int i = 0; i < sheet.labels().size(); i++) {
      if (i % A_PAGE == 0) {
        pen = book.plainPage();
      }
      float top = TOP + i % A_PAGE * height;
      drawLabel(pen, top, sheet.labels().get(i));
      pen.dashes(0, book.width(), top + height, 0.6f);
    }
    return book.finish(book.text("paper.label.foot", book.frame().name()), "");
  }

  private void drawLabel(Pen pen, float top, LabelSheet.Label label) {
    String mark =
        switch (label) {
          case LabelSheet.ShareLabel share ->
              book.text("paper.sheet.numbered", share.number(), share.of());
          case LabelSheet.ShareFileLabel file when file.of() == 1 ->
              book.text("paper.label.onlyFile");
          case LabelSheet.ShareFileLabel file ->
              book.text("paper.label.file", file.number(), file.of());
        };
    int copy =
        switch (label) {
          case LabelSheet.ShareLabel share -> share.copy();
          case LabelSheet.ShareFileLabel file -> file.copy();
        };
    book.watermark(pen, top + 70, top + 170);
    float left = book.left();
    float markWidth = pen.width(Face.STRONG, 22, mark);
    pen.textRight(book.right(), top + 36, Face.STRONG, 22, mark);
    float room = book.right() - left - markWidth - 20;
    boolean fits = pen.width(Face.STRONG, 22, book.frame().name()) <= room;
    if (fits) {
      pen.text(left, top + 36, Face.STRONG, 22, book.frame().name());
    } else {
      pen.paragraph(left, top + 24, room, Face.STRONG, 14, 15, book.frame().name());
    }
    String ids =
        book.text(
            "paper.label.ids", sheet.set().toText(), copy, book.frame().ceremony(), book.made());
    pen.text(left, top + 54, Face.TEXT, 9.5f, ids);
    pen.line(left, top + 62, book.right(), top + 62, 0.9f);
    float y = top + 62;
    for (String line : LINES) {
      y += 33;
      pen.line(left, y, book.right() - 190, y, 0.6f);
      pen.text(left, y + 8.5f, Face.TEXT, 8, book.text("paper.label." + line));
    }
    float x = book.right() - 172;
    pen.paragraph(x, top + 80, 172, Face.STRONG, 10.5f, 14, book.text("paper.label.keep"));
    pen.paragraph(x, top + 112, 172, Face.TEXT, 9.5f, 12.8f, book.text("paper.label.broken"));
  }
}
