// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

// Long because lines, remarks and the callout share one grid and are placed together.

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The lines of a sheet, typed back. Each line is judged when it is full; a wrong group is boxed and
 * never corrected. What was typed stays in arrays of these lines, and is wiped when the control
 * leaves the scene.
 */
public final class CheckedLines extends GridPane {
  private static final int MOST_LARGE = 5;
  private static final double LARGE = 62;
  private static final double SMALL = 42;
  private static final double SMALL_GLYPHS = 24;
  private static final double LINE_WIDTH = 662;
  private static final double NUMBER_WIDTH = 24;

  /** The least room for a remark beside its line, in sizes of its letters. */
  private static final double REMARK_EMS = 10;

  private final Wording wording;
  private final LineJudge judge;
  private final List<CheckedLine> lines = new ArrayList<>();
  private final List<Label> numbers = new ArrayList<>();
  private final List<Label> remarks = new ArrayList<>();
  private final List<Optional<LineJudge.Judgement>> judged = new ArrayList<>();
  private final VBox callout = new VBox();
  private final Optional<Runnable> insist;
  private final double rowGap;
  private final double rowHeight;
  private final ReadOnlyIntegerWrapper toGo = new ReadOnlyIntegerWrapper();
  private boolean narrow;

  /**
   * Empty lines.
   *
   * @param insist what "my sheet says that" leads to; without it this is not offered
   */
  public CheckedLines(
      Wording wording,
      GlyphSet glyphs,
      List<LineShape> shapes,
      LineJudge judge,
      Optional<Runnable> insist) {
    this.wording = wording;
    this.judge = judge;
    this.insist = insist;
    setHgap(16);
    boolean small = shapes.size() > MOST_LARGE;
    rowGap = small ? 5 : 10;
    columns();
    callout.getStyleClass().add("kr-callout");
    callout.setMaxHeight(USE_PREF_SIZE);
    callout.setMinHeight(USE_PREF_SIZE);
    callout.setVisible(false);
    callout.managedProperty().bind(callout.visibleProperty());
    rowHeight = small ? SMALL : LARGE;
    for (int i = 0; i < shapes.size(); i++) {
      addLine(i, shapes.get(i), small ? GlyphSet.mono(SMALL_GLYPHS) : glyphs);
      if (small) {
        lines.get(i).getStyleClass().add("kr-small");
      }
    }
    add(callout, 2, 0);
    arrange(false);
    widthProperty().addListener((o, was, is) -> arrange(isNarrow()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
    sceneProperty().addListener((o, was, is) -> wipeWhenGone(is));
    toGo.set(shapes.size());
  }

  private void columns() {
    ColumnConstraints first = new ColumnConstraints(NUMBER_WIDTH);
    first.setHalignment(HPos.RIGHT);
    ColumnConstraints typed = new ColumnConstraints(LINE_WIDTH);
    ColumnConstraints rest = new ColumnConstraints(0, 312, Double.MAX_VALUE);
    rest.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(first, typed, rest);
  }

  /** Whether letters are too large for remarks beside the lines, which keep their size. */
  private boolean isNarrow() {
    double rest = getWidth() - NUMBER_WIDTH - LINE_WIDTH - 2 * getHgap();
    return rest < REMARK_EMS * remarks.getFirst().getFont().getSize();
  }

  /** Remarks stand beside their lines, or below them. */
  private void arrange(boolean below) {
    narrow = below;
    setVgap(below ? rowGap / 2 : rowGap);
    getRowConstraints().clear();
    for (int i = 0; i < lines.size(); i++) {
      int row = below ? 2 * i : i;
      setRowIndex(numbers.get(i), row);
      setRowIndex(lines.get(i), row);
      setConstraints(remarks.get(i), below ? 1 : 2, below ? row + 1 : row);
      getRowConstraints().add(new RowConstraints(rowHeight, rowHeight, rowHeight));
      if (below) {
        getRowConstraints()
            .add(new RowConstraints(USE_PREF_SIZE, USE_COMPUTED_SIZE, USE_PREF_SIZE));
      }
    }
    callOut();
  }

  private void addLine(int index, LineShape shape, GlyphSet glyphs) {
    Label number = new Label(String.valueOf(index + 1));
    number.getStyleClass().add("kr-line-number");
    CheckedLine line = new CheckedLine(shape, glyphs, new Around());
    line.accessibleTextProperty().bind(wording.of(Message.of("window.typed.name", index + 1)));
    Label remark = new Label();
    remark.setWrapText(true);
    remark.setMinHeight(USE_PREF_SIZE);
    remark.managedProperty().bind(remark.textProperty().isNotEmpty());
    numbers.add(number);
    lines.add(line);
    remarks.add(remark);
    judged.add(Optional.empty());
    add(number, 0, index);
    add(line, 1, index);
    add(remark, 2, index);
    show(index);
  }

  private void wipeWhenGone(Scene scene) {
    if (scene == null) {
      clear();
    }
  }

  /** Enter goes to the next line that is not right yet; when all are, it is the screen's. */
  private void enter(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && toGo.get() > 0) {
      for (int i = 0; i < lines.size(); i++) {
        if (!isGood(i)) {
          lines.get(i).enter(true);
          break;
        }
      }
      event.consume();
    }
  }

  private boolean isGood(int index) {
    return judged.get(index).map(LineJudge.Judgement::good).orElse(false);
  }

  private void edited(CheckedLine line) {
    int index = lines.indexOf(line);
    judged.set(index, line.isComplete() ? Optional.of(judge(index)) : Optional.empty());
    show(index);
    toGo.set((int) judged.stream().filter(j -> j.isEmpty() || !j.get().good()).count());
    if (isGood(index)) {
      leave(line, 1);
    }
  }

  private LineJudge.Judgement judge(int index) {
    char[] typed = lines.get(index).copy();
    try {
      return judge.judge(index + 1, typed);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private boolean leave(CheckedLine line, int direction) {
    int to = lines.indexOf(line) + direction;
    if (to < 0 || to >= lines.size()) {
      return true;
    }
    lines.get(to).enter(direction < 0 || !lines.get(to).isComplete());
    return true;
  }

  private void show(int index) {
    CheckedLine line = lines.get(index);
    Optional<LineJudge.Judgement> judgement = judged.get(index);
    boolean good = isGood(index);
    boolean different = judgement.isPresent() && !good;
    mark(line, "kr-good", good);
    mark(line, "kr-different", different);
    mark(line, "kr-to-come", line.isEmpty());
    line.box(judgement.map(LineJudge.Judgement::group).orElse(OptionalInt.empty()));
    if (good) {
      say(index, Message.of("window.typed.good"), "mdi2c-check-circle", "kr-ok");
    } else if (different) {
      say(index, Message.of("window.typed.different"), "mdi2a-alert-octagon", "kr-refused");
    } else if (line.hasFolded()) {
      say(index, Message.of("window.typed.folded"), "mdi2i-information-outline", "kr-muted");
    } else {
      remarks.get(index).textProperty().unbind();
      remarks.get(index).setText("");
      remarks.get(index).setGraphic(null);
    }
    callOut();
  }

  private static void mark(CheckedLine line, String styleClass, boolean on) {
    line.getStyleClass().removeAll(styleClass);
    if (on) {
      line.getStyleClass().add(styleClass);
    }
  }

  private void say(int index, Message message, String icon, String look) {
    Label remark = remarks.get(index);
    remark.textProperty().bind(wording.of(message));
    FontIcon graphic = new FontIcon(icon);
    graphic.getStyleClass().add(look);
    remark.setGraphic(graphic);
    boolean verdict = !look.equals("kr-muted");
    remark.getStyleClass().setAll("label", verdict ? "kr-judgement" : "kr-hint", look);
  }

  /** The sentence about the first wrong line, below it where there is room, else above. */
  private void callOut() {
    callout.getChildren().clear();
    for (int i = 0; i < judged.size(); i++) {
      if (judged.get(i).isPresent() && !isGood(i)) {
        LineJudge.Judgement judgement = judged.get(i).get();
        callout.getChildren().add(wording.label(judgement.message(), "kr-body", "kr-strong"));
        if (judgement.group().isPresent()) {
          callout.getChildren().add(wording.label("window.typed.lookAgain", "kr-body"));
        }
        insist.ifPresent(action -> callout.getChildren().add(link(action)));
        place(i);
        callout.setVisible(true);
        callout.toFront();
        return;
      }
    }
    callout.setVisible(false);
  }

  private void place(int line) {
    boolean below = narrow || line < (lines.size() + 1) / 2;
    if (narrow) {
      setConstraints(callout, 1, 2 * lines.size());
    } else {
      setConstraints(callout, 2, below ? line + 1 : line - 1);
    }
    setValignment(callout, below ? VPos.TOP : VPos.BOTTOM);
  }

  private Hyperlink link(Runnable action) {
    Hyperlink link = new Hyperlink();
    link.textProperty().bind(wording.of("window.typed.insist"));
    link.setWrapText(true);
    link.setMinHeight(USE_PREF_SIZE);
    link.getStyleClass().add("kr-link");
    link.setOnAction(e -> action.run());
    return link;
  }

  /** How many lines are not right yet. */
  public ReadOnlyIntegerProperty toGoProperty() {
    return toGo.getReadOnlyProperty();
  }

  /** Puts the caret in the first line. */
  public void focusFirst() {
    lines.getFirst().enter(true);
  }

  /** Copies of the lines, gaps left out; the caller wipes them. What was typed stays. */
  public List<char[]> copy() {
    return lines.stream().map(CheckedLine::copy).toList();
  }

  /** Overwrites every line. */
  public void clear() {
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).clear();
      judged.set(i, Optional.empty());
      show(i);
    }
    toGo.set(lines.size());
  }

  /** What a line asks of the lines around it. */
  private final class Around implements CheckedLine.Neighbours {
    @Override
    public void edited(CheckedLine line) {
      CheckedLines.this.edited(line);
    }

    @Override
    public void foreign(CheckedLine line) {
      say(lines.indexOf(line), Message.of("window.typed.foreign"), "mdi2a-alert", "kr-attention");
    }

    @Override
    public boolean leave(CheckedLine line, int direction) {
      return CheckedLines.this.leave(line, direction);
    }
  }
}
