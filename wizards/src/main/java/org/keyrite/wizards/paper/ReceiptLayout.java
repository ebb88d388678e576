// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Secret;

/** Draws the receipt of a custodian. */
final class ReceiptLayout {
  private static final List<String> SIGNATURES = List.of("custodian", "officer", "witness");
  private static final int PROMISES = 4;

  private final Book book;
  private final ReceiptSheet sheet;

  ReceiptLayout(Book book, ReceiptSheet sheet) {
    this.book = book;
    this.sheet = sheet;
  }

  /** Draws the receipts of all custodians, a page each. */
  static Secret drawAll(Book book, ReceiptsSheet all) {
    all.receipts().forEach(receipt -> new ReceiptLayout(book, receipt).drawPage());
    return book.finish(book.text("paper.receipts.foot", book.frame().name()), "");
  }

  Secret draw() {
    drawPage();
    String about = book.text("paper.receipt.foot", book.frame().name(), sheet.number(), sheet.of());
    return book.finish(about, "");
  }

  private void drawPage() {
    Pen pen = book.page();
    String note =
        sheet.threshold() == 0
            ? book.text("paper.file.allNeeded", sheet.of())
            : book.text("paper.share.opens", sheet.threshold(), sheet.of());
    float y =
        new Head(
                book.text("paper.receipt.kind"),
                book.frame().name(),
                book.text("paper.sheet.numbered", sheet.number(), sheet.of()),
                note,
                ShareSheetLayout.facts(book, sheet.set(), sheet.copy()))
            .draw(book, pen);
    y = filled(pen, y + 34, "paper.receipt.name", sheet.custodian());
    y = filled(pen, y + 26, "paper.strip.bag", sheet.bagSerial());
    float width = book.right() - book.left();
    List<String> promises = new ArrayList<>();
    for (int i = 1; i <= PROMISES; i++) {
      promises.add(book.text("paper.receipt.promise." + i, sheet.number()));
    }
    pen.text(book.left(), y + 24, Face.STRONG, 12, book.text("paper.receipt.title"));
    float baseline = y + 44;
    for (String promise : promises) {
      pen.box(book.left(), baseline - 8, 8.5f, 8.5f, 0.7f);
      float x = book.left() + 18;
      baseline = pen.paragraph(x, baseline, width - 18, Face.TEXT, 10.5f, 14.5f, promise) + 6;
    }
    baseline += 34;
    for (String who : SIGNATURES) {
      pen.line(book.left(), baseline, book.left() + 120, baseline, 0.6f);
      pen.line(book.left() + 140, baseline, book.right(), baseline, 0.6f);
      pen.text(book.left(), baseline + 9, Face.TEXT, 8, book.text("paper.receipt.date"));
      pen.text(book.left() + 140, baseline + 9, Face.TEXT, 8, book.text("paper.receipt." + who));
      baseline += 44;
    }
  }

  /** A value above a line, or an empty line to write on, with its name below. */
  private float filled(Pen pen, float y, String key, String value) {
    pen.text(book.left(), y - 4, Face.STRONG, 12, value);
    pen.line(book.left(), y, book.right(), y, 0.6f);
    pen.text(book.left(), y + 9, Face.TEXT, 8, book.text(key));
    return y + 9;
  }
}
