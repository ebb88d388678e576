// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/** A whole number between two buttons; also typed, and changed with the arrow keys. */
final class NumberEditor extends LineEditor<TextField> {
  private final int least;
  private final int most;
  private final Button less;
  private final Button more;

  NumberEditor(Wording wording, Field field, String given, int least, int most) {
    super(wording, field, new TextField());
    this.least = least;
    this.most = most;
    less = step("mdi2m-minus", "window.number.less", -1);
    more = step("mdi2p-plus", "window.number.more", 1);
    input.getStyleClass().add("kr-count");
    input.accessibleTextProperty().bind(wording.of(field.slot().label()));
    HBox.setHgrow(input, Priority.ALWAYS);
    HBox stepper = new HBox(less, input, more);
    stepper.getStyleClass().add("kr-stepper");
    stack(wording.label(field.slot().label(), "kr-field-label"), stepper);
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
    input.textProperty().addListener((o, was, is) -> judge());
    input
        .focusedProperty()
        .addListener((o, was, is) -> {
          stepper.getStyleClass().remove("kr-focus");
          if (is) {
            stepper.getStyleClass().add("kr-focus");
          }
        });
    input.setText(given);
    judge();
  }

  private Button step(String icon, String key, int by) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.setFocusTraversable(false);
    button.accessibleTextProperty().bind(wording.of(key));
    button.setOnAction(e -> add(by));
    return button;
  }

  private void arrows(KeyEvent event) {
    if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      add(event.getCode() == KeyCode.UP ? 1 : -1);
      event.consume();
    }
  }

  private void add(int by) {
    int number = number().map(n -> n + by).orElse(least);
    input.setText(String.valueOf(Math.clamp(number, least, most)));
    input.positionCaret(input.getLength());
  }

  private Optional<Integer> number() {
    try {
      return Optional.of(Integer.valueOf(input.getText().strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private void judge() {
    say(problem());
    mark(less, number().filter(n -> n > least).isEmpty());
    mark(more, number().filter(n -> n < most).isEmpty());
  }

  private static void mark(Button button, boolean off) {
    button.getStyleClass().remove("kr-off");
    if (off) {
      button.getStyleClass().add("kr-off");
    }
  }
}
