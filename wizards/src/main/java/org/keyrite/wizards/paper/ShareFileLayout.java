// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.keyrite.core.bytes.Secret;

/** Draws the sheet of a share file, and the page with it behind a share sheet. */
final class ShareFileLayout {
  private static final float INSET = 13;
  private static final float CODE = 170;
  private static final float ROOMY = 800;
  private static final int BASE64_LINE = 44;

  private final Book book;
  private final ShareFileContent content;
  private final String fileName;

  ShareFileLayout(Book book, ShareFileContent content, String fileName) {
    this.book = book;
    this.content = content;
    this.fileName = fileName;
  }

  /** The sheet alone. */
  Secret draw(ShareFileSheet sheet) {
    Pen pen = page();
    String mark =
        content.shares() == 1
            ? ""
            : book.text("paper.sheet.numbered", content.index(), content.shares());
    float y =
        switch (sheet.opening()) {
          case ShareFileSheet.Quorum quorum -> {
            int threshold = quorum.threshold();
            int custodians = quorum.custodians();
            float head = head(pen, mark, book.text("paper.file.openedBy", threshold, custodians));
            yield about(pen, head, "paper.file.about.", threshold, custodians);
          }
          case ShareFileSheet.Password password -> {
            float head = head(pen, mark, book.text("paper.file.allNeeded", content.shares()));
            yield about(pen, head, "paper.own.about.", content.shares(), password.custodian());
          }
        };
    y = drawStrip(pen, y - 4, mark);
    drawRecovery(pen, y + (book.height() > ROOMY ? 26 : 20), command(sheet.opening()));
    drawOpening(pen, zoneTop() - 12, sheet);
    drawZone(pen, zoneTop());
    return book.finish(book.text("paper.file.foot", book.frame().name(), fileName), "");
  }

  /** The page behind a share sheet that repeats the share file. */
  void drawBehindShare(ShareContent share) {
    Pen pen = page();
    String opened = book.text("paper.file.openedBy", share.threshold(), share.custodians());
    float y = head(pen, book.text("paper.sheet.numbered", share.id(), share.custodians()), opened);
    y = about(pen, y, "paper.behind.about.", share.threshold(), share.custodians());
    drawRecovery(
        pen, y + 20, command(new ShareFileSheet.Quorum(share.threshold(), share.custodians())));
    drawZone(pen, zoneTop());
  }

  private Pen page() {
    return book.page(Book.MARGIN + 80, zoneTop() - 8);
  }

  private float zoneTop() {
    return book.height() - (book.height() > ROOMY ? 303 : 295);
  }

  private float head(Pen pen, String mark, String note) {
    return new Head(
            book.text("paper.file.kind"),
            book.frame().name(),
            mark,
            note,
            ShareSheetLayout.facts(book, content.set(), content.copy()))
        .draw(book, pen);
  }

  private float about(Pen pen, float y, String key, int first, int second) {
    List<String> lines = new ArrayList<>();
    for (int line = 1; line <= 5; line++) {
      lines.add(book.text(key + line, first, second));
    }
    return ShareSheetLayout.about(book, pen, y + 16, lines);
  }

  private float drawStrip(Pen pen, float top, String mark) {
    float rowHeight = book.height() > ROOMY ? 18 : 15;
    return new CustodyStrip(mark, "", rowHeight).draw(book, pen, top);
  }

  private String command(ShareFileSheet.Opening opening) {
    String command = "sc-hsm-tool --import-dkek-share " + fileName;
    return switch (opening) {
      case ShareFileSheet.Quorum quorum -> command + " --pwd-shares-total " + quorum.threshold();
      case ShareFileSheet.Password password -> command;
    };
  }

  private void drawRecovery(Pen pen, float y, String importCommand) {
    pen.text(book.left(), y, Face.STRONG, 12, book.text("paper.file.recover"));
    float half = (book.right() - book.left() - 22) / 2.4f;
    List<Steps.Step> with = new ArrayList<>();
    with.add(new Steps.Step(book.text("paper.file.with.1"), "keyrite inspect scan.pdf"));
    with.add(new Steps.Step(book.text("paper.file.with.2"), ""));
    with.add(ShareSheetLayout.intoDevice(book, "paper.file.with.3"));
    new Steps(book.text("paper.recover.with"), with).draw(pen, book.left(), y + 16, half);
    List<Steps.Step> without = new ArrayList<>();
    String decode = "openssl base64 -d -in share.b64 -out " + fileName;
    without.add(new Steps.Step(book.text("paper.file.without.1", "share.b64"), decode));
    without.add(new Steps.Step(book.text("paper.file.without.2"), importCommand));
    float x = book.left() + half + 22;
    new Steps(book.text("paper.recover.without"), without).draw(pen, x, y + 16, book.right() - x);
  }

  private void drawZone(Pen pen, float top) {
    float left = book.left();
    float inner = left + INSET;
    float bottom = book.height() - 40;
    pen.box(left, top, book.right() - left, bottom - top, 1.1f);
    int lines = content.kind().shape().lines();
    String toType = book.text("paper.file.toType", lines);
    pen.textRight(book.right() - INSET, top + 17, Face.TEXT, 9, toType);
    float room = book.right() - INSET - inner - pen.width(Face.TEXT, 9, toType) - 12;
    String name = pen.shortened(Face.STRONG, 10.5f, room, fileName);
    pen.text(inner, top + 17, Face.STRONG, 10.5f, name);
    pen.line(left, top + 24, book.right(), top + 24, 0.6f);
    float leading = book.height() > ROOMY ? 19.6f : 18.4f;
    try (Secret payload = content.encode();
        CheckedText text = CheckedText.of(payload)) {
      TypedLines.printed(inner + 23, top + 44, leading).draw(book, pen, text);
      ShareSheetLayout.drawCode(pen, payload, book.right() - CODE - 6, top + 26, CODE);
    }
    float y = top + 44 + (lines - 1) * leading + 16;
    pen.line(inner, y - 4, book.right() - CODE - 12, y - 4, 0.6f);
    drawBase64(pen, inner, y + 9);
  }

  /** Above the box: room for the password where the rules allow it, and the check value. */
  private void drawOpening(Pen pen, float y, ShareFileSheet sheet) {
    float x = book.left();
    if (sheet.opening() instanceof ShareFileSheet.Password password && password.written()) {
      String label = book.text("paper.own.password");
      pen.text(x, y - 18, Face.TEXT, 9.5f, label);
      float from = x + pen.width(Face.TEXT, 9.5f, label) + 6;
      pen.line(from, y - 16, book.right(), y - 16, 0.6f);
    }
    sheet
        .checkValue()
        .ifPresent(value -> {
          String label = book.text("paper.own.checkValue");
          pen.text(x, y, Face.TEXT, 9.5f, label);
          float after = x + pen.width(Face.TEXT, 9.5f, label) + 6;
          pen.text(after, y, Face.MONO_STRONG, 10.5f, value);
        });
  }

  private void drawBase64(Pen pen, float x, float y) {
    byte[] file = content.file().toByteArray();
    pen.text(x, y, Face.STRONG, 9.5f, book.text("paper.file.base64"));
    String base64 = Base64.getEncoder().encodeToString(file);
    pen.text(x, y + 15, Face.MONO_STRONG, 11, base64.substring(0, BASE64_LINE));
    pen.text(x, y + 29, Face.MONO_STRONG, 11, base64.substring(BASE64_LINE));
    pen.text(x, y + 44, Face.STRONG, 9.5f, "SHA-256");
    pen.text(x + 48, y + 44, Face.MONO, 8.8f, content.file().sha256().toHex());
  }
}
