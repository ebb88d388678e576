// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.HexFormat;
import org.keyrite.core.bytes.Bytes;

/**
 * Prime, id and value in the form in which sc-hsm-tool asks for them.
 *
 * <p>It reads all three as hexadecimal, the id too, although it prints ids in decimal. Numbers of
 * 64 bits stand here with colons, as it prints them; those of 128 bits without, the form in which
 * it was seen to take them.
 */
record ToolValues(float x, float y, float leading) {
  private static final float SIZE = 12;
  private static final float PITCH = 7.2f;
  private static final float GAP = 9;
  private static final float NAMES = 16;
  private static final float HAND_PITCH = 11;
  private static final float HAND_GAP = 6;
  private static final float CELL_HEIGHT = 15;
  private static final int GROUP = 4;
  private static final HexFormat HEX = HexFormat.of();

  /** Draws the three rows; the value as cells to fill in, when it is written by hand. */
  void draw(Book book, Pen pen, ShareContent content, boolean byHand) {
    boolean colons = content.kind() == PayloadKind.SHARE_64;
    float values = x + NAMES + widestName(book, pen) + 12;
    row(book, pen, 0, "A", "paper.tool.prime");
    digits(pen, values, 0, content.prime(), colons);
    row(book, pen, 1, "B", "paper.tool.id");
    String typed = Integer.toHexString(content.id());
    pen.text(values, y + leading, Face.MONO_STRONG, SIZE, typed);
    if (content.id() >= 10) {
      float after = values + typed.length() * PITCH + GAP;
      String note = book.text("paper.tool.hexId", content.id());
      pen.text(after, y + leading, Face.TEXT, 9, note);
    }
    row(book, pen, 2, "C", "paper.tool.value");
    if (byHand) {
      cells(pen, values, content.prime().size() * 2, colons);
    } else {
      content
          .value()
          .use(bytes -> {
            for (int i = 0; i < bytes.length * 2; i++) {
              int nibble = bytes[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xF;
              digit(pen, values, 2, i, HEX.toLowHexDigit(nibble), colons);
            }
            return null;
          });
    }
  }

  private static float widestName(Book book, Pen pen) {
    float widest = 0;
    for (String key : new String[] {"paper.tool.prime", "paper.tool.id", "paper.tool.value"}) {
      widest = Math.max(widest, pen.width(Face.TEXT, 9.5f, book.text(key)));
    }
    return widest;
  }

  private void row(Book book, Pen pen, int row, String letter, String key) {
    pen.text(x, y + row * leading, Face.STRONG, 9.5f, letter);
    pen.text(x + NAMES, y + row * leading, Face.TEXT, 9.5f, book.text(key));
  }

  private void digits(Pen pen, float left, int row, Bytes number, boolean colons) {
    String hex = number.toHex();
    for (int i = 0; i < hex.length(); i++) {
      digit(pen, left, row, i, hex.charAt(i), colons);
    }
  }

  private void digit(Pen pen, float left, int row, int index, char digit, boolean colons) {
    float at = place(left, index, colons);
    pen.character(at, y + row * leading, Face.MONO_STRONG, SIZE, digit);
    if (colons && index % 2 == 0 && index > 0) {
      pen.character(at - PITCH, y + row * leading, Face.MONO_STRONG, SIZE, ':');
    }
  }

  private void cells(Pen pen, float left, int count, boolean colons) {
    float top = y + 2 * leading - CELL_HEIGHT + 3;
    for (int i = 0; i < count; i++) {
      float gaps = i / (colons ? 2 : GROUP) * HAND_GAP;
      pen.box(left + i * HAND_PITCH + gaps, top, HAND_PITCH, CELL_HEIGHT, 0.5f);
    }
  }

  private static float place(float left, int index, boolean colons) {
    return colons ? left + (index + index / 2) * PITCH : left + index * PITCH + index / GROUP * GAP;
  }
}
