// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.util.Duration;

/**
 * A label with a dotted line under each word that can be explained. Resting the mouse on such a
 * word shows what it means; a click asks for help, as F1 does for all words of a screen.
 */
public final class Marked extends StackPane {
  private static final double WIDEST_TIP = 460;

  private final Wording wording;
  private final Label label;
  private final Pane marks = new Pane();

  /** Marks the terms in what this label says. */
  public Marked(Wording wording, Label label) {
    this.wording = wording;
    this.label = label;
    label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    marks.setManaged(false);
    marks.setPickOnBounds(false);
    getChildren().addAll(label, marks);
    setMinHeight(USE_PREF_SIZE);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    label.layout();
    marks.resizeRelocate(0, 0, getWidth(), getHeight());
    marks.getChildren().clear();
    label.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .filter(text -> text.getText().equals(label.getText()))
        .findFirst()
        .ifPresent(this::mark);
  }

  private void mark(Text text) {
    for (Term.Found found : Term.in(text.getText(), wording.messages())) {
      Path shape = new Path(text.rangeShape(found.from(), found.to()));
      Bounds place = label.localToParent(text.localToParent(shape.getLayoutBounds()));
      Line line =
          new Line(
              place.getMinX() + 1, place.getMaxY() - 1, place.getMaxX() - 1, place.getMaxY() - 1);
      line.getStyleClass().add("kr-term-line");
      line.setMouseTransparent(true);
      marks.getChildren().addAll(line, hot(found.term(), place));
    }
  }

  private Rectangle hot(Term term, Bounds place) {
    Rectangle hot =
        new Rectangle(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    hot.getStyleClass().add("kr-term");
    hot.setOnMouseClicked(event -> hot.fireEvent(new HelpWanted(term)));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(wording.of(term.meaning()));
    tip.setWrapText(true);
    tip.setMaxWidth(WIDEST_TIP);
    tip.setShowDelay(Duration.millis(400));
    tip.setShowDuration(Duration.INDEFINITE);
    tip.getStyleClass().add("kr-tip");
    Tooltip.install(hot, tip);
    return hot;
  }
}
