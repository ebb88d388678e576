// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;

/**
 * A line to sign on for everybody who took part; all on one page if they fit on one.
 *
 * @param flow where they are drawn
 */
record Signatures(Flow flow) {
  private static final float HEIGHT = 44;

  void draw(List<Person> people) {
    flow.advance(6);
    float all = people.size() * HEIGHT;
    flow.heading(flow.book().text("paper.signatures"), flow.fitsOnAPage(all) ? all : HEIGHT);
    for (Person person : people) {
      flow.need(HEIGHT);
      float line = flow.y() + 30;
      float sign = flow.left() + (flow.right() - flow.left()) * 0.45f;
      float date = flow.right() - 90;
      flow.pen().text(flow.left(), line - 2, Face.STRONG, 9.5f, person.name());
      flow.pen().line(flow.left(), line + 2, sign - 14, line + 2, 0.4f);
      flow.pen().line(sign, line + 2, date - 14, line + 2, 0.6f);
      flow.pen().line(date, line + 2, flow.right(), line + 2, 0.6f);
      flow.pen().text(flow.left(), line + 11, Face.TEXT, 8, person.seat());
      flow.pen().text(sign, line + 11, Face.TEXT, 8, flow.book().text("paper.signature"));
      flow.pen().text(date, line + 11, Face.TEXT, 8, flow.book().text("paper.receipt.date"));
      flow.advance(HEIGHT);
    }
  }
}
