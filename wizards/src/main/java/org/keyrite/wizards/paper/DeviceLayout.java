// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;
import org.keyrite.core.bytes.Secret;

/** Draws the status of a device. */
final class DeviceLayout {
  private final Book book;
  private final DeviceSheet sheet;

  DeviceLayout(Book book, DeviceSheet sheet) {
    this.book = book;
    this.sheet = sheet;
  }

  Secret draw() {
    String about = book.text("paper.device.foot", book.frame().name(), sheet.serial());
    Flow flow = new Flow(book, about);
    flow.moveTo(head().draw(book, flow.pen()));
    float width = flow.right() - flow.left();
    String text = book.text("paper.device.text");
    flow.moveTo(flow.pen().paragraph(flow.left(), flow.y() + 20, width, Face.TEXT, 9.5f, 13, text));
    new TableLayout(
            List.of(book.text("paper.device.point"), book.text("paper.device.told")),
            List.of(Face.TEXT, Face.STRONG))
        .draw(
            flow,
            sheet.rows().stream()
                .map(row -> new TableLayout.Line(List.of(row.label(), row.value()), false))
                .toList());
    flow.advance(8);
    new Signatures(flow).draw(sheet.people());
    return book.finish(about, "");
  }

  private Head head() {
    boolean rehearsal = book.frame().rehearsal();
    return new Head(
        book.text("paper.device.kind"),
        sheet.serial(),
        "",
        book.text(rehearsal ? "paper.mode.practice" : "paper.mode.production"),
        List.of(
            new Row(book.text("paper.head.ceremony"), book.frame().ceremony()),
            new Row(book.text("paper.head.date"), book.made()),
            new Row(book.text("paper.head.product"), book.frame().product())));
  }
}
