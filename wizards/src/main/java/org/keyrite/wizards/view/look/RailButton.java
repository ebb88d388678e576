// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the rail that leads to another place: its icon and its name. */
public final class RailButton extends Button {
  /** The row with this icon and the text of this key; {@code go} is run when it is pressed. */
  public RailButton(Wording wording, String icon, String key, Runnable go) {
    textProperty().bind(wording.of(key));
    setGraphic(new FontIcon(icon));
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
    getStyleClass().add("kr-rail-row");
    setOnAction(e -> go.run());
  }
}
