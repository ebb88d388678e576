// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bottom of the main column: back and rare ways out at the left, acts at the right. */
public final class ActRow extends HBox {
  private final HBox left = new HBox(24);
  private final HBox right = new HBox(16);

  /** An empty row. */
  public ActRow() {
    getStyleClass().add("kr-acts");
    left.setAlignment(Pos.CENTER_LEFT);
    right.setAlignment(Pos.CENTER_RIGHT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(left, gap, right);
  }

  /** Back, rare ways out, remarks. */
  public ActRow left(Node... nodes) {
    left.getChildren().setAll(nodes);
    return this;
  }

  /** At most one bordered and one filled button. */
  public ActRow right(Node... nodes) {
    right.getChildren().setAll(nodes);
    return this;
  }
}
