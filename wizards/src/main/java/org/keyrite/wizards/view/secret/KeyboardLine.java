// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.List;
import java.util.Locale;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line under a secret field that tells the keyboard layout and whether caps lock is on. */
public final class KeyboardLine extends HBox {
  private final Wording wording;
  private final Keyboard keyboard;
  private final FontIcon icon = new FontIcon();
  private final Label label;
  private final EventHandler<KeyEvent> onKey = event -> update();

  /** A line about this keyboard, kept up to date while it is on screen. */
  public KeyboardLine(Wording wording, Keyboard keyboard) {
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
    List<String> layouts = keyboard.layouts();
    return switch (layouts.size()) {
      case 0 -> Message.of("window.keyboard.unknown");
      case 1 -> named(layouts.getFirst());
      case 2 -> Message.of("window.keyboard.two", named(layouts.get(0)), named(layouts.get(1)));
      default ->
          Message.of(
              "window.keyboard.several",
              named(layouts.get(0)),
              named(layouts.get(1)),
              layouts.size() - 2);
    };
  }

  private static Message named(String code) {
    return switch (code) {
      case "us" -> Message.of("window.keyboard.us");
      case "gb" -> Message.of("window.keyboard.gb");
      case "de", "at" -> Message.of("window.keyboard.de");
      case "ch" -> Message.of("window.keyboard.ch");
      case "fr" -> Message.of("window.keyboard.fr");
      case "es" -> Message.of("window.keyboard.es");
      case "jp" -> Message.of("window.keyboard.jp");
      default -> Message.of("window.keyboard.code", code.toUpperCase(Locale.ROOT));
    };
  }
}
