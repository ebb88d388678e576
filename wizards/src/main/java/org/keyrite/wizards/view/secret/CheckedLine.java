// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * One line of a sheet while it is typed back. Characters are drawn as outlines and folded as the
 * alphabet says (O to 0, I and L to 1), which is marked where it happened. Once the line is full, a
 * character typed takes the place of the one at the caret.
 */
final class CheckedLine extends HBox {
  /** What the line tells the lines around it. */
  interface Neighbours {
    /** Something was typed or removed. */
    void edited(CheckedLine line);

    /** A character was typed that no sheet has. */
    void foreign(CheckedLine line);

    /** The caret wants to leave over the end (1) or over the beginning (-1). */
    boolean leave(CheckedLine line, int direction);
  }

  private final LineShape shape;
  private final SecretText text;
  private final BitSet folded = new BitSet();
  private final List<GlyphRow> rows = new ArrayList<>();
  private final List<StackPane> boxes = new ArrayList<>();
  private final Region caret = new Region();
  private final Neighbours neighbours;

  CheckedLine(LineShape shape, GlyphSet glyphs, Neighbours neighbours) {
    this.shape = shape;
    this.neighbours = neighbours;
    text = new SecretText(shape.length());
    getStyleClass().add("kr-typed");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_FIELD);
    for (int group = 0; group <= shape.groups(); group++) {
      if (group == shape.groups()) {
        getChildren().addAll(gap(), bar());
      }
      addGroup(group, glyphs);
    }
    caret.getStyleClass().add("kr-caret");
    caret.setManaged(false);
    getChildren().add(caret);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::edit);
    Typing.into(this, this::type);
    focusedProperty().addListener((o, was, is) -> requestLayout());
    redraw();
  }

  private void addGroup(int group, GlyphSet glyphs) {
    GlyphRow row = new GlyphRow(glyphs);
    StackPane box = new StackPane(row);
    box.getStyleClass().add("kr-group");
    double width = shape.size(group) * glyphs.advance() * 1.07;
    row.setMinWidth(width);
    row.setPrefWidth(width);
    rows.add(row);
    boxes.add(box);
    getChildren().add(box);
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private static Region bar() {
    Region bar = new Region();
    bar.getStyleClass().add("kr-check-bar");
    bar.setMaxHeight(34);
    bar.setMinHeight(34);
    return bar;
  }

  private boolean type(char typed) {
    if (typed == ' ' || typed == '-' || typed == '\u00A0') {
      return true;
    }
    OptionalInt symbol = fold(typed);
    if (symbol.isEmpty()) {
      neighbours.foreign(this);
      return true;
    }
    char c = (char) symbol.getAsInt();
    int position = text.caret();
    if (!(text.isFull() ? text.replace(c) : insert(c))) {
      return true;
    }
    folded.set(position, c != Character.toUpperCase(typed));
    changed();
    return true;
  }

  private boolean insert(char c) {
    for (int i = text.length(); i > text.caret(); i--) {
      folded.set(i, folded.get(i - 1));
    }
    return text.insert(c);
  }

  /** Crockford's alphabet: no I, L, O, U; the first three stand for digits. */
  private static OptionalInt fold(char typed) {
    char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
    return switch (upper) {
      case 'O' -> OptionalInt.of('0');
      case 'I', 'L' -> OptionalInt.of('1');
      case 'U' -> OptionalInt.empty();
      default ->
          upper >= '0' && upper <= '9' || upper >= 'A' && upper <= 'Z'
              ? OptionalInt.of(upper)
              : OptionalInt.empty();
    };
  }

  private void edit(KeyEvent event) {
    boolean done =
        switch (event.getCode()) {
          case BACK_SPACE -> backspace();
          case DELETE -> delete();
          case LEFT -> move(-1);
          case RIGHT -> move(1);
          case HOME -> moveTo(0);
          case END -> moveTo(text.length());
          case UP -> neighbours.leave(this, -1);
          case DOWN -> neighbours.leave(this, 1);
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  private boolean backspace() {
    if (text.caret() == 0) {
      return neighbours.leave(this, -1);
    }
    forgetFold(text.caret() - 1);
    text.backspace();
    changed();
    return true;
  }

  private boolean delete() {
    if (text.caret() < text.length()) {
      forgetFold(text.caret());
      text.delete();
      changed();
    }
    return true;
  }

  private void forgetFold(int position) {
    for (int i = position; i < text.length(); i++) {
      folded.set(i, folded.get(i + 1));
    }
  }

  private boolean move(int by) {
    int to = text.caret() + by;
    return to < 0 || to > text.length() ? neighbours.leave(this, by) : moveTo(to);
  }

  private boolean moveTo(int position) {
    text.moveTo(position);
    requestLayout();
    return true;
  }

  private void changed() {
    redraw();
    neighbours.edited(this);
  }

  private void redraw() {
    char[] copy = text.copy();
    for (int group = 0; group < rows.size(); group++) {
      int from = Math.min(copy.length, shape.start(group));
      int to = Math.min(copy.length, shape.start(group) + shape.size(group));
      GlyphRow row = rows.get(group);
      row.show(copy, from, to, group == shape.groups() ? List.of("kr-soft") : List.of());
      for (int i = from; i < to; i++) {
        if (folded.get(i)) {
          row.mark(i - from, "kr-folded");
        }
      }
    }
    Arrays.fill(copy, '\0');
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    int group = shape.groupAt(text.caret());
    StackPane box = boxes.get(group);
    GlyphRow row = rows.get(group);
    caret.setVisible(isFocused());
    caret.resizeRelocate(
        box.getLayoutX() + row.getLayoutX() + row.offset(text.caret() - shape.start(group)) - 2,
        getHeight() * 0.2,
        2,
        getHeight() * 0.6);
  }

  /** Puts the caret behind the last character, or before the first. */
  void enter(boolean atEnd) {
    text.moveTo(atEnd ? text.length() : 0);
    requestFocus();
    requestLayout();
  }

  boolean isComplete() {
    return text.isFull();
  }

  boolean isEmpty() {
    return text.length() == 0;
  }

  boolean hasFolded() {
    return !folded.isEmpty();
  }

  /** Boxes a group, counted from 1, or none. */
  void box(OptionalInt group) {
    for (int i = 0; i < boxes.size(); i++) {
      boxes.get(i).getStyleClass().removeAll("kr-boxed");
      if (group.isPresent() && group.getAsInt() == i + 1) {
        boxes.get(i).getStyleClass().add("kr-boxed");
      }
    }
  }

  /** A copy of what was typed; the caller wipes it. */
  char[] copy() {
    return text.copy();
  }

  /** Overwrites what was typed. */
  void clear() {
    text.close();
    folded.clear();
    redraw();
  }
}
