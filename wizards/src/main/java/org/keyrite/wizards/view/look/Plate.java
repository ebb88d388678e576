// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sign of a seat: its icon on a plate whose shape is only this kind of seat's. */
public final class Plate extends StackPane {
  /** The plate of this kind of seat; its colours come from the band around it. */
  public Plate(SeatLook seat) {
    getStyleClass().add("kr-plate");
    Region shape = new Region();
    shape.getStyleClass().add("kr-shape");
    getChildren().addAll(shape, new FontIcon(seat.icon()));
    setAccessibleText("");
  }
}
