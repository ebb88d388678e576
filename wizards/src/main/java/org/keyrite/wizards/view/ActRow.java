// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.keyrite.wizards.view.look.Flow;

/**
 * The bottom of the main column: back and rare ways out at the left, acts at the right. Where there
 * is no room side by side, the acts stand below, and what is still too wide wraps: an act is never
 * cut off.
 */
public final class ActRow extends Region {
  private static final double GAP = 16;

  private final Flow left = new Flow(24, 4, Pos.CENTER_LEFT);
  private final Flow right = new Flow(GAP, GAP, Pos.CENTER_RIGHT);

  /** An empty row. */
  public ActRow() {
    getStyleClass().add("kr-acts");
    getChildren().addAll(left, right);
    setMinHeight(USE_PREF_SIZE);
  }

  /** Back, rare ways out, remarks. */
  public ActRow left(Node... nodes) {
    left.show(List.of(nodes));
    return this;
  }

  /** At most one bordered and one filled button. */
  public ActRow right(Node... nodes) {
    right.show(List.of(nodes));
    return this;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double beside() {
    return left.prefWidth(-1) + GAP + right.prefWidth(-1);
  }

  private double insetsAcross() {
    return snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    return beside() + insetsAcross();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? beside() : width - insetsAcross();
    double content =
        beside() <= room
            ? Math.max(left.prefHeight(room), right.prefHeight(room))
            : left.prefHeight(room) + GAP / 2 + right.prefHeight(room);
    return snapSizeY(content + snappedTopInset() + snappedBottomInset());
  }

  @Override
  protected void layoutChildren() {
    double x = snappedLeftInset();
    double y = snappedTopInset();
    double room = getWidth() - insetsAcross();
    double high = getHeight() - y - snappedBottomInset();
    if (beside() <= room) {
      double width = snapSizeX(left.prefWidth(-1));
      left.resizeRelocate(x, y, width, high);
      right.resizeRelocate(x + width, y, room - width, high);
    } else {
      double above = snapSizeY(left.prefHeight(room));
      left.resizeRelocate(x, y, room, above);
      right.resizeRelocate(x, y + above + GAP / 2, room, high - above - GAP / 2);
    }
  }
}
