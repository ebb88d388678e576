// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/** Draws checked text as it is to be typed, or the empty cells for it. */
record TypedLines(float x, float y, float leading, float pitch, float groupPitch) {
  private static final float SIZE = 16;
  private static final float PITCH = 10.08f;
  private static final float GROUP_PITCH = 52.2f;
  private static final float HAND_PITCH = 21;
  private static final float HAND_GROUP_PITCH = 95;
  private static final float CHECK_GAP = 11;
  private static final float CELL_HEIGHT = 16.5f;

  /** Lines of printed characters, from the left end and baseline of the first. */
  static TypedLines printed(float x, float y, float leading) {
    return new TypedLines(x, y, leading, PITCH, GROUP_PITCH);
  }

  /** Lines of cells wide enough to write in. */
  static TypedLines byHand(float x, float y, float leading) {
    return new TypedLines(x, y, leading, HAND_PITCH, HAND_GROUP_PITCH);
  }

  /** The characters, one by one. */
  void draw(Book book, Pen pen, CheckedText text) {
    frame(book, pen, text.shape());
    for (int line = 1; line <= text.shape().lines(); line++) {
      for (int i = 0; i < text.shape().charactersIn(line); i++) {
        char character = text.at(line, i);
        pen.character(
            place(text.shape(), line, i), baseline(line), Face.MONO_STRONG, SIZE, character);
      }
    }
  }

  /** A cell for each character. */
  void drawCells(Book book, Pen pen, TextShape shape) {
    frame(book, pen, shape);
    for (int line = 1; line <= shape.lines(); line++) {
      for (int i = 0; i < shape.charactersIn(line); i++) {
        float top = baseline(line) - CELL_HEIGHT + 3;
        pen.box(place(shape, line, i) - 0.3f, top, pitch, CELL_HEIGHT, 0.5f);
      }
    }
  }

  private void frame(Book book, Pen pen, TextShape shape) {
    float bar = x + TextShape.GROUPS_A_LINE * groupPitch;
    pen.line(bar, baseline(1) - 15, bar, baseline(shape.lines()) + 4, 0.6f);
    for (int line = 1; line <= shape.lines(); line++) {
      pen.textRight(x - 12, baseline(line), Face.TEXT, 8.5f, String.valueOf(line));
    }
    int last = shape.groupsIn(shape.lines());
    if (last <= 2) {
      float hint = x + last * groupPitch;
      String text = book.text("paper.zone.lastGroup");
      pen.text(hint, baseline(shape.lines()) - 2, Face.TEXT, 8, text);
    }
  }

  private float baseline(int line) {
    return y + (line - 1) * leading;
  }

  private float place(TextShape shape, int line, int position) {
    int inGroups = shape.groupsIn(line) * TextShape.GROUP;
    if (position >= inGroups) {
      float check = x + TextShape.GROUPS_A_LINE * groupPitch + CHECK_GAP;
      return check + (position - inGroups) * pitch;
    }
    return x + position / TextShape.GROUP * groupPitch + position % TextShape.GROUP * pitch;
  }
}
