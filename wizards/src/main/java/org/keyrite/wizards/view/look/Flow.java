// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Parts side by side as far as there is room, and below one another where there is not. A part that
 * is wider than the room alone gets the room, and wraps its own text: nothing is ever cut off. (The
 * flow pane of JavaFX gives each part its whole width and lets it stick out.)
 */
public final class Flow extends Region {
  /** Wide enough that nothing wraps. */
  private static final double UNLIMITED = 100_000;

  private final double across;
  private final double down;
  private final Pos alignment;

  /**
   * Parts in reading order.
   *
   * @param across pixels between parts side by side
   * @param down pixels between rows
   * @param alignment of the rows; what is lower than its row stands in its middle, or at its top if
   *     this is a top position
   */
  public Flow(double across, double down, Pos alignment, Node... parts) {
    this.across = across;
    this.down = down;
    this.alignment = alignment;
    getChildren().addAll(parts);
    setMinHeight(USE_PREF_SIZE);
  }

  /** Shows these parts and no others. */
  public void show(List<? extends Node> parts) {
    getChildren().setAll(parts);
  }

  /** A part with the size that it gets. */
  private record Placed(Node node, double width, double height) {}

  private List<List<Placed>> rows(double room) {
    List<List<Placed>> rows = new ArrayList<>();
    double used = 0;
    for (Node node : getManagedChildren()) {
      double width = Math.min(snapSizeX(Math.max(node.prefWidth(-1), node.minWidth(-1))), room);
      double along = node.getContentBias() == null ? -1 : width;
      double height = Math.max(node.prefHeight(along), node.minHeight(along));
      if (rows.isEmpty() || used + across + width > room) {
        rows.add(new ArrayList<>());
        used = -across;
      }
      rows.getLast().add(new Placed(node, width, snapSizeY(height)));
      used += across + width;
    }
    return rows;
  }

  private double room(double width) {
    return width < 0 ? UNLIMITED : width - snappedLeftInset() - snappedRightInset();
  }

  private double wide(List<Placed> row) {
    return row.stream().mapToDouble(Placed::width).sum() + across * (row.size() - 1);
  }

  private static double high(List<Placed> row) {
    return row.stream().mapToDouble(Placed::height).max().orElse(0);
  }

  private double high(double room) {
    List<List<Placed>> rows = rows(room);
    return rows.stream().mapToDouble(Flow::high).sum() + down * Math.max(0, rows.size() - 1);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    double widest = rows(UNLIMITED).stream().mapToDouble(this::wide).max().orElse(0);
    return widest + snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    return snapSizeY(high(room(width)) + snappedTopInset() + snappedBottomInset());
  }

  @Override
  protected void layoutChildren() {
    double room = room(getWidth());
    double free = getHeight() - snappedTopInset() - snappedBottomInset() - high(room);
    double y = snappedTopInset() + Math.max(0, free) * part(alignment.getVpos().ordinal());
    for (List<Placed> row : rows(room)) {
      double x = snappedLeftInset() + (room - wide(row)) * alignment.getHpos().ordinal() / 2;
      double high = high(row);
      for (Placed placed : row) {
        double lower = (high - placed.height()) * part(alignment.getVpos().ordinal());
        placed
            .node()
            .resizeRelocate(
                snapPositionX(x), snapPositionY(y + lower), placed.width(), placed.height());
        x += placed.width() + across;
      }
      y += high + down;
    }
  }

  /** Top is nothing of the free room, centre half of it; base line and bottom are not used. */
  private static double part(int vertical) {
    return vertical == 0 ? 0 : 0.5;
  }
}
