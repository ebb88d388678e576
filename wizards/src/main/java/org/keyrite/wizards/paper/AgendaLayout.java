// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.PgpWords;
import org.keyrite.core.bytes.Secret;

/** Draws an agenda. */
final class AgendaLayout {
  private final Book book;
  private final AgendaSheet sheet;
  private final PgpWords words;

  AgendaLayout(Book book, AgendaSheet sheet, PgpWords words) {
    this.book = book;
    this.sheet = sheet;
    this.words = words;
  }

  Secret draw() {
    String about = book.text("paper.agenda.foot", book.frame().name(), book.frame().ceremony());
    Flow flow = new Flow(book, about);
    flow.moveTo(head().draw(book, flow.pen()));
    FrontMatter front = new FrontMatter(words, flow);
    List<Row> facts = new ArrayList<>();
    facts.add(new Row(book.text("paper.agenda.purpose"), sheet.purpose()));
    facts.addAll(sheet.facts());
    front.drawFactsAndPeople(facts, sheet.seats());
    front.drawHash(sheet.hash(), book.text("paper.hash.title"), book.text("paper.hash.agenda"));
    TableLayout table =
        new TableLayout(
            List.of(
                book.text("paper.step.number"),
                book.text("paper.step.what"),
                book.text("paper.step.who"),
                book.text("paper.step.text"),
                book.text("paper.step.done")),
            List.of(Face.TEXT, Face.STRONG, Face.TEXT, Face.TEXT, Face.TEXT));
    List<TableLayout.Line> all =
        sheet.sections().stream().flatMap(section -> rows(section).stream()).toList();
    for (AgendaSheet.Section section : sheet.sections()) {
      flow.advance(4);
      flow.heading(section.title(), 50);
      table.draw(flow, rows(section), all);
    }
    return book.finish(about, "");
  }

  private static List<TableLayout.Line> rows(AgendaSheet.Section section) {
    return section.lines().stream().map(AgendaLayout::row).toList();
  }

  private static TableLayout.Line row(AgendaSheet.Line line) {
    return new TableLayout.Line(
        List.of(line.number(), line.title(), line.who(), line.text(), ""), false);
  }

  private Head head() {
    boolean rehearsal = book.frame().rehearsal();
    return new Head(
        book.text("paper.agenda.kind"),
        book.frame().name(),
        "",
        book.text(rehearsal ? "paper.mode.practice" : "paper.mode.production"),
        List.of(
            new Row(book.text("paper.head.ceremony"), book.frame().ceremony()),
            new Row(book.text("paper.head.date"), book.made()),
            new Row(book.text("paper.head.product"), book.frame().product())));
  }
}
