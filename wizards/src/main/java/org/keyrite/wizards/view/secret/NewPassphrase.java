// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A new passphrase, typed twice. Says while typing what is still missing; gives the passphrase away
 * once both are the same, long enough, and in characters that every keyboard has.
 */
public final class NewPassphrase extends VBox {
  private final Wording wording;
  private final int least;
  private final SecretField first = new SecretField();
  private final SecretField second = new SecretField();
  private final FontIcon icon = new FontIcon();
  private final Label state = new Label();
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();

  /** Two empty fields for a passphrase of at least this many characters. */
  public NewPassphrase(Wording wording, Message name, int least, Keyboard keyboard) {
    super(8);
    this.wording = wording;
    this.least = least;
    state.setWrapText(true);
    HBox line = new HBox(icon, state);
    line.getStyleClass().add("kr-note");
    Label again = wording.label("window.passphrase.again", "kr-field-label");
    first.accessibleTextProperty().bind(wording.of(name));
    second.accessibleTextProperty().bind(wording.of("window.passphrase.again"));
    getChildren()
        .addAll(
            wording.label(name, "kr-field-label"),
            first,
            again,
            second,
            line,
            new KeyboardLine(wording, keyboard));
    first.lengthProperty().addListener((o, was, is) -> judge());
    second.lengthProperty().addListener((o, was, is) -> judge());
    second.focusedProperty().addListener((o, was, is) -> judge());
    judge();
  }

  private void judge() {
    boolean longEnough = first.length() >= least;
    boolean same = longEnough && first.isPlain() && first.holdsSameAs(second);
    boolean differs = longEnough && !same && second.length() >= first.length();
    second.getStyleClass().removeAll("kr-wrong");
    if (!first.isPlain()) {
      say(Message.of("window.passphrase.otherKeyboards"), "mdi2a-alert", "kr-attention");
    } else if (same) {
      say(Message.of("window.passphrase.same"), "mdi2c-check-circle", "kr-ok");
    } else if (!longEnough) {
      say(missing(), "mdi2c-circle-outline", "kr-muted");
    } else if (differs) {
      second.getStyleClass().add("kr-wrong");
      say(Message.of("window.passphrase.differs"), "mdi2a-alert-octagon", "kr-refused");
    } else {
      say(Message.of("window.passphrase.typeAgain"), "mdi2c-circle-outline", "kr-muted");
    }
    complete.set(same);
  }

  private Message missing() {
    return first.length() == 0
        ? Message.of("window.passphrase.least", least)
        : Message.of("window.passphrase.toGo", least, least - first.length());
  }

  private void say(Message message, String literal, String look) {
    state.textProperty().bind(wording.of(message));
    state.getStyleClass().setAll("label", "kr-body", look);
    icon.setIconLiteral(literal);
    icon.getStyleClass().setAll("ikonli-font-icon", look);
  }

  /** Whether both fields hold the same passphrase and it is long enough. */
  public ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }

  /**
   * Gives the passphrase away; both fields are empty afterwards.
   *
   * @throws IllegalStateException if it is not complete
   */
  public Passphrase take() {
    if (!complete.get()) {
      throw new IllegalStateException("the passphrase is not complete");
    }
    Passphrase taken = first.take();
    second.clear();
    return taken;
  }

  /** Overwrites both fields. */
  public void clear() {
    first.clear();
    second.clear();
  }

  /** The field that is typed in first. */
  public SecretField first() {
    return first;
  }

  /** The field for the second time. */
  public SecretField second() {
    return second;
  }
}
