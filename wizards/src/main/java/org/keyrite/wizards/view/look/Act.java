// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.keyrite.i18n.Message;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A button of the act row: icon, word, key cap. One that cannot act yet is dashed and says why; it
 * is still reached with Tab, and pressing it does nothing.
 */
public final class Act extends Button {
  private final Wording wording;
  private final HBox row = new HBox();
  private final Label word = new Label();
  private final Runnable action;
  private Message saying;
  private boolean waiting;

  private Act(Wording wording, String styleClass, Message message, Runnable action) {
    this.wording = wording;
    this.action = action;
    this.saying = message;
    getStyleClass().add(styleClass);
    row.getStyleClass().add("kr-word-row");
    word.getStyleClass().add("kr-word");
    row.getChildren().add(word);
    setGraphic(row);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMnemonicParsing(false);
    setMinWidth(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    setWrapText(true);
    word.setWrapText(true);
    word.setMinHeight(USE_PREF_SIZE);
    say(message);
    setOnAction(e -> {
      if (!waiting) {
        this.action.run();
      }
    });
  }

  /** The skin gives the row the width of its words; in less room the word wraps. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    if (row.getWidth() > room) {
      double high = row.prefHeight(room);
      double middle =
          snappedTopInset() + (getHeight() - snappedTopInset() - snappedBottomInset()) / 2;
      row.resizeRelocate(snappedLeftInset(), snapPositionY(middle - high / 2), room, high);
    }
  }

  /** Without a width it is as wide as its words; the skin would wrap them after each letter. */
  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
  }

  /** The one filled button of a screen. */
  public static Act filled(Wording wording, Message message, Runnable action) {
    return new Act(wording, "kr-act", message, action);
  }

  /** The bordered button beside it. */
  public static Act bordered(Wording wording, Message message, Runnable action) {
    return new Act(wording, "kr-second", message, action);
  }

  /** Text only: back, and rare ways out. */
  public static Act plain(Wording wording, Message message, Runnable action) {
    return new Act(wording, "kr-plain", message, action);
  }

  /** Bordered instead of filled, because another act is the one to do now. */
  public void lessProminent() {
    getStyleClass().removeAll("kr-act");
    if (!getStyleClass().contains("kr-second")) {
      getStyleClass().add("kr-second");
    }
  }

  /** Puts an icon before the word. */
  public Act icon(String literal) {
    row.getChildren().removeIf(FontIcon.class::isInstance);
    row.getChildren().addFirst(new FontIcon(literal));
    return this;
  }

  /** Puts the cap of the key that does the same behind the word. */
  public Act key(String keyOfCap) {
    Label cap = wording.label(keyOfCap, "kr-key");
    cap.setWrapText(false);
    cap.setMinWidth(USE_PREF_SIZE);
    row.getChildren().add(cap);
    return this;
  }

  /** Enter anywhere on the screen does this. */
  public Act onEnter() {
    setDefaultButton(true);
    return key("window.key.enter");
  }

  /** Changes the word. */
  public void say(Message message) {
    saying = message;
    ObservableValue<String> text = wording.of(message);
    word.textProperty().bind(text);
    textProperty().bind(text);
    accessibleTextProperty().bind(text);
  }

  /** What the button says now. */
  public Message saying() {
    return saying;
  }

  /** Dashed, and says what is still missing. */
  public void waitFor(Message missing) {
    waiting = true;
    say(missing);
    if (!getStyleClass().contains("kr-waiting")) {
      getStyleClass().add("kr-waiting");
    }
  }

  /** Ready to act, saying this. */
  public void ready(Message message) {
    waiting = false;
    say(message);
    getStyleClass().remove("kr-waiting");
  }

  /** Whether pressing does nothing yet. */
  public boolean isWaiting() {
    return waiting;
  }
}
