// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import javafx.scene.control.Label;

/**
 * The letters of a title. One that is long, as it is with the path of a file in it, has smaller
 * ones: in large letters it would fill half a window, and what follows would be out of sight.
 */
public final class Title {
  private static final int LONG = 90;
  private static final String SMALLER = "kr-title-long";

  private Title() {}

  /** Gives this label the letters of a title, whatever stands in it later. */
  public static Label of(Label label) {
    label.getStyleClass().add("kr-title");
    label.textProperty().addListener((o, was, is) -> size(label));
    size(label);
    return label;
  }

  private static void size(Label label) {
    label.getStyleClass().remove(SMALLER);
    if (label.getText().length() > LONG) {
      label.getStyleClass().add(SMALLER);
    }
  }
}
