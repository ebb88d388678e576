// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Secret;

/** Draws a share sheet. */
final class ShareSheetLayout {
  private static final int ABOUT_LINES = 5;
  private static final float ABOUT_LEADING = 13.1f;
  private static final float INSET = 13;
  private static final float CODE = 118;
  private static final float ROOMY = 800;

  private final Book book;
  private final ShareSheet sheet;
  private final ShareContent content;
  private final Folds folds;

  ShareSheetLayout(Book book, ShareSheet sheet) {
    this.book = book;
    this.sheet = sheet;
    this.content = sheet.content();
    this.folds = new Folds(book.height());
  }

  Secret draw() {
    Pen pen = book.page(Book.MARGIN + 80, folds.second() - 8);
    float y = drawHead(pen);
    y = drawAbout(pen, y + 16);
    y = drawStrip(pen, y - 4);
    drawRecovery(pen, y);
    drawFold(pen, folds.second(), "paper.fold.second");
    drawZone(pen);
    drawFold(pen, folds.first(), "paper.fold.first");
    sheet
        .shareFile()
        .ifPresent(
            file -> new ShareFileLayout(book, file, sheet.fileName()).drawBehindShare(content));
    String about = book.text("paper.share.foot", book.frame().name(), number(), of());
    return book.finish(about, "");
  }

  private int number() {
    return content.id();
  }

  private int of() {
    return content.custodians();
  }

  private float drawHead(Pen pen) {
    return new Head(
            book.text("paper.share.kind"),
            book.frame().name(),
            book.text("paper.sheet.numbered", number(), of()),
            book.text("paper.share.opens", content.threshold(), of()),
            facts(book, content.set(), content.copy()))
        .draw(book, pen);
  }

  /** The facts in the head of every sheet of a set. */
  static List<Row> facts(Book book, SetId set, int copy) {
    List<Row> facts = new ArrayList<>();
    facts.add(new Row(book.text("paper.head.ceremony"), book.frame().ceremony()));
    facts.add(new Row(book.text("paper.head.set"), set.toText()));
    facts.add(new Row(book.text("paper.head.copy"), String.valueOf(copy)));
    facts.add(new Row(book.text("paper.head.date"), book.made()));
    facts.add(new Row(book.text("paper.head.product"), book.frame().product()));
    return facts;
  }

  private float drawAbout(Pen pen, float y) {
    List<String> lines = new ArrayList<>();
    for (int line = 1; line <= ABOUT_LINES; line++) {
      lines.add(book.text("paper.share.about." + line, of(), content.threshold()));
    }
    return about(book, pen, y, lines);
  }

  /** What a sheet is, in short lines beside their heading; gives the baseline after the last. */
  static float about(Book book, Pen pen, float y, List<String> lines) {
    String title = book.text("paper.about.title");
    pen.text(book.left(), y, Face.STRONG, 10.5f, title);
    float x = book.left() + Math.max(92, pen.width(Face.STRONG, 10.5f, title) + 14);
    float baseline = y;
    for (String line : lines) {
      baseline = pen.paragraph(x, baseline, book.right() - x, Face.TEXT, 9.5f, ABOUT_LEADING, line);
    }
    return baseline;
  }

  private float drawStrip(Pen pen, float top) {
    float rowHeight = book.height() > ROOMY ? 19.5f : 16.4f;
    String mark = book.text("paper.sheet.short", number());
    return new CustodyStrip(mark, book.text("paper.strip.folded"), rowHeight).draw(book, pen, top);
  }

  private void drawRecovery(Pen pen, float stripBottom) {
    float y = stripBottom + (book.height() > ROOMY ? 30 : 24);
    pen.text(book.left(), y, Face.STRONG, 12, book.text("paper.recover.title"));
    float half = (book.right() - book.left() - 22) / 2.2f;
    int threshold = content.threshold();
    List<Steps.Step> with = new ArrayList<>();
    with.add(intoDevice(book, "paper.recover.with.1"));
    with.add(new Steps.Step(book.text("paper.recover.with.2", threshold), ""));
    new Steps(book.text("paper.recover.with"), with).draw(pen, book.left(), y + 17, half);
    List<Steps.Step> without = new ArrayList<>();
    without.add(new Steps.Step(book.text("paper.recover.without.1"), ""));
    without.add(new Steps.Step(book.text("paper.recover.without.2"), command()));
    without.add(new Steps.Step(book.text("paper.recover.without.3"), ""));
    float x = book.left() + half + 22;
    new Steps(book.text("paper.recover.without"), without).draw(pen, x, y + 17, book.right() - x);
  }

  /** How shares get into a device, with the names that the ceremonies have on the screen. */
  static Steps.Step intoDevice(Book book, String key) {
    String anew = book.text("kind.device-setup.name");
    return new Steps.Step(book.text(key, book.text("kind.dkek-import.name"), anew), "");
  }

  private String command() {
    return "sc-hsm-tool --import-dkek-share "
        + sheet.fileName()
        + " --pwd-shares-total "
        + content.threshold();
  }

  private void drawFold(Pen pen, float y, String key) {
    String label = book.text(key);
    float half = pen.width(Face.STRONG, 9, label) / 2 + 8;
    float middle = book.width() / 2;
    pen.dashes(0, middle - half, y, 0.9f);
    pen.dashes(middle + half, book.width(), y, 0.9f);
    pen.textCentred(middle, y + 3.2f, Face.STRONG, 9, label);
  }

  private void drawZone(Pen pen) {
    float top = folds.second() + 9;
    float bottom = book.height() - 40;
    float left = book.left();
    float width = book.right() - left;
    pen.box(left, top, width, bottom - top, 1.5f);
    pen.fill(left, top, width, 19);
    pen.inWhite(() -> {
      String who = book.text("paper.zone.title", number());
      pen.text(left + INSET, top + 13, Face.STRONG, 9.5f, who);
      String rule = book.text("paper.zone.rule");
      pen.textRight(book.right() - INSET, top + 13, Face.TEXT, 9.5f, rule);
    });
    drawText(pen, folds.second());
    drawValues(pen, folds.first());
  }

  private void drawText(Pen pen, float fold) {
    float left = book.left() + INSET;
    int lines = content.kind().shape().lines();
    String key = sheet.byHand() ? "paper.zone.byHand" : "paper.zone.toType";
    pen.text(left, fold + 43, Face.STRONG, 10.5f, book.text(key, lines));
    if (sheet.byHand()) {
      TypedLines.byHand(left + 23, fold + 64, 20).drawCells(book, pen, content.kind().shape());
      return;
    }
    try (Secret payload = content.encode();
        CheckedText text = CheckedText.of(payload)) {
      TypedLines.printed(left + 23, fold + 64, 20).draw(book, pen, text);
      drawCode(pen, payload, book.right() - INSET - CODE + 6, fold + 33, CODE);
    }
  }

  /** The code of a payload in a square. */
  static void drawCode(Pen pen, Secret payload, float x, float y, float side) {
    char[] text = SheetCode.text(payload);
    try (QrSymbol symbol = QrSymbol.of(text)) {
      pen.code(symbol, x, y, side);
    } finally {
      java.util.Arrays.fill(text, '\0');
    }
  }

  private void drawValues(Pen pen, float fold) {
    float left = book.left() + INSET;
    String title = book.text("paper.tool.title");
    pen.text(left, fold + 20, Face.STRONG, 10.5f, title);
    String key = content.kind() == PayloadKind.SHARE_64 ? "paper.tool.colons" : "paper.tool.gaps";
    float after = left + pen.width(Face.STRONG, 10.5f, title) + 6;
    pen.text(after, fold + 20, Face.TEXT, 9, book.text(key));
    new ToolValues(left, fold + 37, 16).draw(book, pen, content, sheet.byHand());
    pen.line(left, fold + 77.5f, book.right() - INSET, fold + 77.5f, 0.6f);
    lookAlikes(book, pen, left, fold + 90, 8 + 5);
  }

  /** The key to characters that look alike, in two lines; gives the baseline of the second. */
  static float lookAlikes(Book book, Pen pen, float x, float y, float leading) {
    pen.text(x, y, Face.STRONG, 9.5f, book.text("paper.alike.title"));
    StringBuilder pairs = new StringBuilder();
    for (LookAlike pair : LookAlike.values()) {
      pairs.append(pairs.isEmpty() ? "" : " ").append(pair.pair());
    }
    pen.mixed(x, y + leading, 9.5f, book.text("paper.alike.text", pairs));
    return y + leading;
  }
}
