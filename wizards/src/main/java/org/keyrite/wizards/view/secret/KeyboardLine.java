// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.keyboard.LayoutNames;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line under a secret field that tells the keyboard layout and whether caps lock is on. */
public final class KeyboardLine extends HBox {
  private final Wording wording;
  private final KeyboardSetup keyboard;
  private final FontIcon icon = new FontIcon();
  private final Label label;
  private final EventHandler<KeyEvent> onKey = event -> update();

  /** A line about this keyboard, kept up to date while it is on screen. */
  public KeyboardLine(Wording wording, KeyboardSetup keyboard) {
    this.wording = wording;
    this.keyboard = keyboard;
    label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    getStyleClass().add("kr-note");
    getChildren().addAll(icon, label);
    sceneProperty().addListener((o, was, is) -> follow(was, is));
    update();
  }

  private void follow(Scene was, Scene is) {
    if (was != null) {
      was.removeEventFilter(KeyEvent.ANY, onKey);
    }
    if (is != null) {
      is.addEventFilter(KeyEvent.ANY, onKey);
    }
    update();
  }

  private void update() {
    boolean on = keyboard.capsLock().orElse(false);
    icon.setIconLiteral(on ? "mdi2k-keyboard-caps" : "mdi2k-keyboard-outline");
    String look = on ? "kr-attention" : "kr-muted";
    icon.getStyleClass().setAll("ikonli-font-icon", look);
    label.getStyleClass().setAll("label", "kr-hint", look);
    label.textProperty().bind(wording.of(Message.of("window.keyboard", layoutName(), caps())));
  }

  private Message caps() {
    return keyboard
        .capsLock()
        .map(on -> Message.of(on ? "window.keyboard.capsOn" : "window.keyboard.capsOff"))
        .orElse(Message.of("window.keyboard.capsUnknown"));
  }

  private Message layoutName() {
    return LayoutNames.of(keyboard.layouts()).orElse(Message.of("window.keyboard.unknown"));
  }
}
