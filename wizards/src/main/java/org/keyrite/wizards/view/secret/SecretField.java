// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.keyrite.core.bytes.Passphrase;

/**
 * One line for a secret. Shows a dot a character, holds the characters in an array that it wipes,
 * and gives them away once.
 *
 * <p>There is no way out but {@link #take}: no copy, no cut, no selection, no text for assistive
 * technology, no property with the content. Pasting is left out too, since a secret has no business
 * on the clipboard. Leaving the scene empties the field.
 */
public final class SecretField extends Region {
  private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
  private static final double PITCH = 15;
  private static final double RADIUS = 5;

  private final SecretText text = new SecretText();
  private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();
  private final Pane dots = new Pane();
  private final Region caret = new Region();

  /** An empty field. */
  public SecretField() {
    getStyleClass().addAll("kr-input", "kr-secret");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
    caret.getStyleClass().add("kr-caret");
    dots.getChildren().add(caret);
    getChildren().add(dots);
    dots.setManaged(false);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::edit);
    Typing.into(this, this::type);
    focusedProperty().addListener((o, was, is) -> redraw());
    sceneProperty().addListener((o, was, is) -> clearWhenGone());
    widthProperty().addListener((o, was, is) -> redraw());
    redraw();
  }

  private void clearWhenGone() {
    if (getScene() == null) {
      clear();
    }
  }

  private boolean type(char c) {
    boolean taken = text.insert(c);
    redraw();
    return taken;
  }

  private void edit(KeyEvent event) {
    boolean all = event.isShortcutDown();
    switch (event.getCode()) {
      case BACK_SPACE -> {
        if (all) {
          text.close();
        } else {
          text.backspace();
        }
      }
      case DELETE -> text.delete();
      case LEFT -> text.moveTo(text.caret() - 1);
      case RIGHT -> text.moveTo(text.caret() + 1);
      case HOME -> text.moveTo(0);
      case END -> text.moveTo(text.length());
      default -> {
        return;
      }
    }
    event.consume();
    redraw();
  }

  private void redraw() {
    dots.getChildren().removeIf(Circle.class::isInstance);
    for (int i = 0; i < text.length(); i++) {
      Circle dot = new Circle(RADIUS + i * PITCH, 0, RADIUS);
      dot.getStyleClass().add("kr-dot");
      dots.getChildren().add(dot);
    }
    double room = Math.max(PITCH, getWidth() - 36);
    double at = text.caret() * PITCH;
    dots.setLayoutX(18 - Math.max(0, at - room));
    caret.relocate(at - 3, -14);
    caret.setVisible(isFocused());
    length.set(text.length());
    pseudoClassStateChanged(EMPTY, text.length() == 0);
    hideOutside(room);
  }

  /** Dots that do not fit are not drawn over the border. */
  private void hideOutside(double room) {
    double left = 18 - dots.getLayoutX();
    dots.getChildren()
        .forEach(node -> {
          if (node instanceof Circle dot) {
            dot.setVisible(dot.getCenterX() >= left && dot.getCenterX() <= left + room);
          }
        });
  }

  @Override
  protected void layoutChildren() {
    dots.setLayoutY(Math.round(getHeight() / 2));
    caret.resize(2, 28);
  }

  /** How many characters were typed: as much as the dots tell. */
  public ReadOnlyIntegerProperty lengthProperty() {
    return length.getReadOnlyProperty();
  }

  /** How many characters were typed. */
  public int length() {
    return text.length();
  }

  /** What a rule says of the content, which it keeps nothing of. */
  NewSecretRule.Judged judged(NewSecretRule rule) {
    try (Passphrase copy = Passphrase.taking(text.copy())) {
      return rule.judge(copy);
    }
  }

  /** Whether both hold the same characters. */
  public boolean holdsSameAs(SecretField other) {
    return text.sameAs(other.text);
  }

  /** Gives the content away and is empty afterwards. */
  public Passphrase take() {
    Passphrase taken = text.take();
    redraw();
    return taken;
  }

  /** Overwrites the content. */
  public void clear() {
    text.close();
    redraw();
  }
}
