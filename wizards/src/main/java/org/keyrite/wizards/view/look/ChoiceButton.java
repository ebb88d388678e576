// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A radio button that looks like the other choices: the group knows the arrow keys. Where it is
 * chosen already, Enter goes on to what Enter does on this screen; a button of JavaFX would keep it
 * to itself.
 */
public final class ChoiceButton extends RadioButton {
  private static final KeyCombination ENTER = new KeyCodeCombination(KeyCode.ENTER);

  /** One that nobody chose. */
  public ChoiceButton() {
    getStyleClass().setAll("button", "kr-choice");
    addEventFilter(KeyEvent.KEY_PRESSED, this::passOn);
  }

  /** Without a width it is as wide as its words. */
  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
  }

  private void passOn(KeyEvent event) {
    Runnable act = getScene().getAccelerators().get(ENTER);
    if (isSelected() && ENTER.match(event) && act != null) {
      event.consume();
      act.run();
    }
  }
}
