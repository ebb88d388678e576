// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A button a language, each in its own language. The language changes when a button is pressed, not
 * while the arrow keys pass over it.
 */
final class LanguageChoice extends FlowPane {
  LanguageChoice(Wording wording, Pos alignment) {
    super(12, 12);
    setAlignment(alignment);
    ToggleGroup group = new ToggleGroup();
    for (Language language : Language.values()) {
      ToggleButton button = new ToggleButton(language.ownName());
      button.getStyleClass().add("kr-choice");
      button.setToggleGroup(group);
      button.setSelected(language == wording.language());
      mark(button);
      button.selectedProperty().addListener((o, was, is) -> mark(button));
      button.setOnAction(e -> {
        button.setSelected(true);
        wording.speak(language);
      });
      getChildren().add(button);
    }
  }

  private static void mark(ToggleButton button) {
    button.setGraphic(button.isSelected() ? new FontIcon("mdi2c-check-bold") : null);
  }
}
