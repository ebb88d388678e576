// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;
import org.keyrite.core.bytes.PgpWords;
import org.keyrite.core.bytes.Secret;

/** Draws a record. */
final class RecordLayout {
  private static final int FOOT_HASH_BYTES = 8;

  private final Book book;
  private final RecordSheet sheet;
  private final PgpWords words;

  RecordLayout(Book book, RecordSheet sheet, PgpWords words) {
    this.book = book;
    this.sheet = sheet;
    this.words = words;
  }

  Secret draw() {
    String about = book.text("paper.record.foot", book.frame().name(), book.frame().ceremony());
    Flow flow = new Flow(book, about);
    flow.moveTo(head().draw(book, flow.pen()));
    FrontMatter front = new FrontMatter(words, flow);
    front.drawFactsAndPeople(sheet.facts(), sheet.people());
    front.drawHash(
        sheet.agendaHash(), book.text("paper.hash.title"), book.text("paper.hash.record"));
    table(flow, sheet.before());
    flow.advance(4);
    flow.heading(book.text("paper.record.steps"), 60);
    new RecordSteps(flow).draw(sheet.steps());
    sheet.tables().forEach(table -> table(flow, table));
    front.drawHash(
        sheet.lastHash(),
        book.text("paper.record.last", sheet.lastLine()),
        book.text("paper.record.lastNote"));
    flow.need(24);
    flow.pen().mixed(flow.left(), flow.y() + 16, 9, book.text("paper.record.closing"));
    flow.advance(24);
    new Signatures(flow).draw(sheet.people());
    return book.finish(about, footHash());
  }

  private String footHash() {
    String hex =
        sheet.lastHash().slice(0, FOOT_HASH_BYTES).toHex().toUpperCase(java.util.Locale.ROOT);
    String groups = hex.replaceAll("(.{4})(?!$)", "$1 ");
    return book.text("paper.record.footHash", sheet.lastLine(), groups);
  }

  private void table(Flow flow, RecordSheet.Table table) {
    flow.advance(4);
    flow.heading(table.title(), 40);
    TableLayout.plain(table.columns())
        .draw(flow, table.rows().stream().map(row -> new TableLayout.Line(row, false)).toList());
  }

  private Head head() {
    boolean rehearsal = book.frame().rehearsal();
    return new Head(
        book.text("paper.record.kind"),
        book.frame().name(),
        "",
        book.text(rehearsal ? "paper.mode.practice" : "paper.mode.production"),
        List.of(
            new Row(book.text("paper.head.ceremony"), book.frame().ceremony()),
            new Row(book.text("paper.head.began"), book.made()),
            new Row(book.text("paper.head.ended"), sheet.ended()),
            new Row(book.text("paper.head.product"), book.frame().product())));
  }
}
