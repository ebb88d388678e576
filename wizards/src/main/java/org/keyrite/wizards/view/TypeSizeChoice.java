// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.TypeSize;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button a size of letters; the size changes when one is pressed. */
public final class TypeSizeChoice extends FlowPane {
  /** The choice between all sizes, with one of them chosen. */
  public TypeSizeChoice(Wording wording, TypeSize now, Consumer<TypeSize> chosen) {
    super(12, 12);
    ToggleGroup group = new ToggleGroup();
    for (TypeSize size : TypeSize.values()) {
      ToggleButton button = new ToggleButton();
      button.textProperty().bind(wording.of(Message.of("window.type.percent", size.percent())));
      button.getStyleClass().add("kr-choice");
      button.setToggleGroup(group);
      button.selectedProperty().addListener((o, was, is) -> mark(button));
      button.setSelected(size == now);
      button.setOnAction(e -> {
        button.setSelected(true);
        chosen.accept(size);
      });
      getChildren().add(button);
    }
  }

  private static void mark(ToggleButton button) {
    button.setGraphic(button.isSelected() ? new FontIcon("mdi2c-check-bold") : null);
  }
}
