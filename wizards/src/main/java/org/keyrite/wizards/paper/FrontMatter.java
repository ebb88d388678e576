// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.PgpWords;

/** The first half page of agenda and record: facts, people, and the hash that is read aloud. */
final class FrontMatter {
  private static final int GROUP = 4;
  private static final int GROUPS_A_LINE = 10;

  private final PgpWords words;
  private final Flow flow;

  FrontMatter(PgpWords words, Flow flow) {
    this.words = words;
    this.flow = flow;
  }

  /** Facts on the left, people on the right; the flow goes on below the longer of the two. */
  void drawFactsAndPeople(List<Row> facts, List<Person> people) {
    float top = flow.y() + 18;
    float gap = 22;
    float half = (flow.right() - flow.left() - gap) / 2.1f;
    float left = top;
    for (Row fact : facts) {
      flow.pen().text(flow.left(), left, Face.STRONG, 10.5f, fact.label());
      left =
          flow.pen()
                  .paragraph(flow.left(), left + 13.5f, half, Face.TEXT, 9.5f, 12.8f, fact.value())
              + 6.5f;
    }
    float x = flow.left() + half + gap;
    flow.pen().text(x, top, Face.STRONG, 10.5f, flow.book().text("paper.people.title"));
    float right = drawPeople(x, top + 16, people);
    flow.moveTo(Math.max(left - 6, right));
  }

  private float drawPeople(float x, float top, List<Person> people) {
    float width = flow.right() - x;
    float y = top;
    for (Person person : people) {
      float seat = width * 0.44f;
      float name = width - seat - 30;
      List<String> seats = flow.pen().wrap(Face.TEXT, 9.5f, seat - 6, person.seat());
      List<String> names = flow.pen().wrap(Face.TEXT, 9.5f, name - 4, person.name());
      int lines = Math.max(seats.size(), names.size());
      for (int i = 0; i < lines; i++) {
        float baseline = y + i * 12;
        flow.pen().text(x, baseline, Face.TEXT, 9.5f, i < seats.size() ? seats.get(i) : "");
        flow.pen().text(x + seat, baseline, Face.TEXT, 9.5f, i < names.size() ? names.get(i) : "");
      }
      flow.pen().textRight(flow.right(), y, Face.STRONG, 9.5f, person.initials());
      y += (lines - 1) * 12 + 4.4f;
      flow.pen().line(x, y, flow.right(), y, 0.4f);
      y += 11.4f;
    }
    return y - 8;
  }

  /** A box with the hash in groups of hex and as words. */
  void drawHash(Bytes hash, String title, String note) {
    String hex = hash.toHex().toUpperCase(java.util.Locale.ROOT);
    float side = 102;
    float x = flow.left() + 12 + side + 12;
    float room = flow.right() - 12 - x;
    List<String> spoken =
        flow.pen().wrap(Face.TEXT, 8.9f, room, String.join(" ", words.words(hash)));
    int hexLines = (hex.length() + GROUP * GROUPS_A_LINE - 1) / (GROUP * GROUPS_A_LINE);
    List<String> notes = flow.pen().wrap(Face.TEXT, 8.5f, side, note);
    float inner = Math.max(hexLines * 15.5f + spoken.size() * 12f + 4, 14 + notes.size() * 11.5f);
    flow.advance(13);
    flow.need(inner + 18);
    float top = flow.y();
    flow.pen().box(flow.left(), top, flow.right() - flow.left(), inner + 18, 1.1f);
    flow.pen().text(flow.left() + 12, top + 18, Face.STRONG, 10.5f, title);
    for (int i = 0; i < notes.size(); i++) {
      float y = top + 32 + i * 11.5f;
      flow.pen().text(flow.left() + 12, y, Face.TEXT, 8.5f, notes.get(i));
    }
    float pitch = room / GROUPS_A_LINE;
    for (int group = 0; group * GROUP < hex.length(); group++) {
      String digits = hex.substring(group * GROUP, Math.min(hex.length(), (group + 1) * GROUP));
      float y = top + 19 + group / GROUPS_A_LINE * 15.5f;
      flow.pen().text(x + group % GROUPS_A_LINE * pitch, y, Face.MONO_STRONG, 12, digits);
    }
    for (int i = 0; i < spoken.size(); i++) {
      float y = top + 19 + hexLines * 15.5f + i * 12;
      flow.pen().text(x, y, Face.TEXT, 8.9f, spoken.get(i));
    }
    flow.advance(inner + 18);
  }
}
