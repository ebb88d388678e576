// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;
import java.util.Locale;
import org.keyrite.core.bytes.PgpWords;
import org.keyrite.core.bytes.Secret;

/** Draws the sheet of a group signer. */
final class GroupSignerLayout {
  private static final int ABOUT_LINES = 3;
  private static final float CODE = 150;

  private final Book book;
  private final GroupSignerSheet sheet;
  private final PgpWords words;

  GroupSignerLayout(Book book, GroupSignerSheet sheet, PgpWords words) {
    this.book = book;
    this.sheet = sheet;
    this.words = words;
  }

  Secret draw() {
    String about = book.text("paper.group.foot", book.frame().name(), sheet.serial());
    Flow flow = new Flow(book, about);
    flow.moveTo(head().draw(book, flow.pen()));
    float y = flow.y() + 22;
    for (int line = 1; line <= ABOUT_LINES; line++) {
      String text = book.text("paper.group.about." + line);
      y =
          flow.pen()
              .paragraph(book.left(), y, flow.right() - flow.left(), Face.TEXT, 10.5f, 14.5f, text);
    }
    flow.moveTo(y - 6);
    new FrontMatter(words, flow)
        .drawHash(sheet.uid(), book.text("paper.group.uid"), book.text("paper.group.uidNote"));
    drawCode(flow);
    new Signatures(flow).draw(sheet.people());
    return book.finish(about, "");
  }

  /** The same digits for a scanner, without blanks. */
  private void drawCode(Flow flow) {
    float top = flow.y() + 12;
    char[] digits = sheet.uid().toHex().toUpperCase(Locale.ROOT).toCharArray();
    try (QrSymbol code = QrSymbol.of(digits)) {
      flow.pen().code(code, flow.left(), top, CODE);
    }
    float x = flow.left() + CODE + 12;
    flow.pen()
        .paragraph(
            x, top + 24, flow.right() - x, Face.TEXT, 9.5f, 13, book.text("paper.group.code"));
    flow.moveTo(top + CODE);
  }

  private Head head() {
    boolean rehearsal = book.frame().rehearsal();
    return new Head(
        book.text("paper.group.kind"),
        sheet.label(),
        "",
        book.text(rehearsal ? "paper.mode.practice" : "paper.mode.production"),
        List.of(
            new Row(book.text("paper.group.device"), sheet.serial()),
            new Row(book.text("paper.head.ceremony"), book.frame().ceremony()),
            new Row(book.text("paper.head.date"), book.made()),
            new Row(book.text("paper.head.product"), book.frame().product())));
  }
}
