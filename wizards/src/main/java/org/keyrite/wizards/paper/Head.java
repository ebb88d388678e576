// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;

/** The top of a page: what it is, its name, its number, and a row of facts between two lines. */
record Head(String kind, String name, String mark, String markNote, List<Row> facts) {
  private static final float NAME = 22;
  private static final float LONG_NAME = 14;
  private static final int LONG_NAME_LINES = 2;
  private static final float GAP = 16;

  Head {
    facts = List.copyOf(facts);
  }

  /** Draws it at the top of a page; gives the height of its lower line. */
  float draw(Book book, Pen pen) {
    float right = book.right();
    float room = right - book.left() - GAP;
    room -= Math.max(pen.width(Face.STRONG, NAME, mark), pen.width(Face.STRONG, 12, markNote));
    pen.text(book.left(), 48, Face.TEXT, 10.5f, kind);
    if (pen.width(Face.STRONG, NAME, name) <= room) {
      pen.text(book.left(), 71, Face.STRONG, NAME, name);
    } else {
      List<String> lines = pen.wrap(Face.STRONG, LONG_NAME, room, name);
      float y = lines.size() == 1 ? 70 : 62;
      for (int i = 0; i < Math.min(lines.size(), LONG_NAME_LINES); i++) {
        pen.text(book.left(), y + i * 14.5f, Face.STRONG, LONG_NAME, lines.get(i));
      }
    }
    pen.textRight(right, 55, Face.STRONG, NAME, mark);
    pen.textRight(right, 71, Face.STRONG, 12, markNote);
    pen.line(book.left(), 81, right, 81, 1.1f);
    drawFacts(book, pen);
    pen.line(book.left(), 115, right, 115, 0.6f);
    return 115;
  }

  private void drawFacts(Book book, Pen pen) {
    float used = 0;
    for (Row fact : facts) {
      used += width(pen, fact);
    }
    float gap = facts.size() < 2 ? 0 : (book.right() - book.left() - used) / (facts.size() - 1);
    float x = book.left();
    for (Row fact : facts) {
      pen.text(x, 94, Face.TEXT, 8, fact.label());
      pen.text(x, 107.5f, face(fact), 9.5f, fact.value());
      x += width(pen, fact) + gap;
    }
  }

  private static float width(Pen pen, Row fact) {
    return Math.max(
        pen.width(Face.TEXT, 8, fact.label()), pen.width(face(fact), 9.5f, fact.value()));
  }

  /** Ids are read aloud and compared: in the mono face zero and O differ. */
  private static Face face(Row fact) {
    return fact.value().matches("[0-9A-Z]{4}-[0-9A-Z]{4}") ? Face.MONO_STRONG : Face.STRONG;
  }
}
