// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Secret;

/**
 * Draws the sheet of a wrapped key: what it is and how the key comes back, with this program and
 * without, then its codes, three beside each other, on one page or two.
 */
final class KeyLayout {
  private static final int COLUMNS = 3;
  private static final int ROWS_BELOW = 2;
  private static final float LARGEST = 165;
  private static final float CAPTION = 12;
  private static final float SECOND_TOP = 132;
  private static final int ABOUT_LINES = 4;

  private final Book book;
  private final KeySheet sheet;
  private final List<KeyCode> codes;

  KeyLayout(Book book, KeySheet sheet) {
    this.book = book;
    this.sheet = sheet;
    this.codes = KeyCode.of(sheet.file());
  }

  /** Of a code with its light margin. */
  private float side() {
    return Math.min(LARGEST, column());
  }

  private float column() {
    return (book.right() - book.left()) / COLUMNS;
  }

  private float gridTop() {
    return book.height() - 42 - ROWS_BELOW * (side() + CAPTION);
  }

  Secret draw() {
    String about = book.text("paper.key.foot", sheet.label(), codes.getFirst().sheet());
    Pen pen = book.page(Book.MARGIN + 80, gridTop() - 8);
    float y = head(pen);
    List<String> lines = new ArrayList<>();
    for (int line = 1; line <= ABOUT_LINES; line++) {
      lines.add(book.text("paper.key.about." + line, sheet.keyCheckValue(), codes.size()));
    }
    y = ShareSheetLayout.about(book, pen, y + 16, lines);
    drawRecovery(pen, y + 6);
    int first = Math.min(codes.size(), COLUMNS * ROWS_BELOW);
    drawCodes(pen, gridTop(), codes.subList(0, first));
    if (first < codes.size()) {
      Pen second = book.page(Book.MARGIN, SECOND_TOP - 8);
      second.text(book.left(), 48, Face.STRONG, 12, about);
      second.line(book.left(), 54, book.right(), 54, 0.6f);
      drawCodes(second, SECOND_TOP, codes.subList(first, codes.size()));
    }
    return book.finish(about, "");
  }

  private float head(Pen pen) {
    return new Head(
            book.text("paper.key.kind"),
            sheet.label(),
            "",
            sheet.algorithm(),
            List.of(
                new Row(book.text("paper.head.ceremony"), book.frame().ceremony()),
                new Row(book.text("paper.key.device"), sheet.device()),
                new Row(book.text("paper.key.id"), shortId(pen)),
                new Row(book.text("paper.head.date"), book.made()),
                new Row(book.text("paper.head.product"), book.frame().product())))
        .draw(book, pen);
  }

  private String shortId(Pen pen) {
    return pen.shortened(Face.STRONG, 9.5f, 110, sheet.id());
  }

  private void drawRecovery(Pen pen, float y) {
    float room = book.right() - book.left() - 22;
    float half = room / 2.7f;
    String restore = book.text("kind.key-restore.name");
    List<Steps.Step> with =
        List.of(
            new Steps.Step(book.text("paper.key.with.1"), ""),
            new Steps.Step(book.text("paper.key.with.2", sheet.keyCheckValue()), ""),
            new Steps.Step(book.text("paper.key.with.3", restore), ""));
    new Steps(book.text("paper.recover.with"), with).draw(pen, book.left(), y + 12, half);
    List<Steps.Step> without =
        List.of(
            new Steps.Step(book.text("paper.key.without.1", codes.size()), ""),
            new Steps.Step(book.text("paper.key.without.2"), command()),
            new Steps.Step(
                book.text("paper.key.without.3", sheet.keyCheckValue()),
                "sc-hsm-tool --unwrap-key key.wky --key-reference 10"));
    float x = book.left() + half + 22;
    float end =
        new Steps(book.text("paper.recover.without"), without)
            .draw(pen, x, y + 12, book.right() - x);
    pen.text(x, end, Face.STRONG, 8.5f, book.text("paper.key.sha256"));
    pen.text(x, end + 11, Face.MONO, 8, sheet.file().sha256().toHex());
  }

  /** Puts what other readers show together, and adds what base32 has at its end. */
  String command() {
    int over = KeyCode.base32(sheet.file()).length() % 8;
    String padding = over == 0 ? "" : "=".repeat(8 - over);
    String pad = padding.isEmpty() ? "" : " | sed 's/$/" + padding + "/'";
    return "sort codes.txt | sed 's/.*://' | tr -d '\\n'" + pad + " | base32 -d > key.wky";
  }

  private void drawCodes(Pen pen, float top, List<KeyCode> some) {
    float height = side() + CAPTION;
    for (int i = 0; i < some.size(); i++) {
      KeyCode code = some.get(i);
      float x = book.left() + i % COLUMNS * column() + (column() - side()) / 2;
      float y = top + i / COLUMNS * height;
      String caption = book.text("paper.key.code", code.index(), code.of(), code.sheet());
      pen.textCentred(x + side() / 2, y + 9, Face.TEXT, 8.5f, caption);
      try (QrSymbol symbol = QrSymbol.of(code.text().toCharArray())) {
        pen.code(symbol, x, y + CAPTION - 3, side());
      }
    }
  }
}
