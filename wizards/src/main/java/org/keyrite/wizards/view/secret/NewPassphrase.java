// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A new passphrase or PIN, typed twice. Says while typing what is still missing; gives it away once
 * its rule takes it and both are the same.
 */
public final class NewPassphrase extends VBox {
  private final Wording wording;
  private final NewSecretRule rule;
  private final SecretField first = new SecretField();
  private final SecretField second = new SecretField();
  private final FontIcon icon = new FontIcon();
  private final Label state = new Label();
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();

  /** Two empty fields for a passphrase, or a PIN, that this rule takes. */
  public NewPassphrase(Wording wording, Message name, NewSecretRule rule, KeyboardSetup keyboard) {
    super(8);
    this.wording = wording;
    this.rule = rule;
    state.setWrapText(true);
    state.setMinHeight(USE_PREF_SIZE);
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
    NewSecretRule.Judged judged = first.judged(rule);
    boolean good = judged.kind() == NewSecretRule.Kind.GOOD;
    boolean same = good && first.holdsSameAs(second);
    second.getStyleClass().removeAll("kr-wrong");
    if (judged.kind() == NewSecretRule.Kind.WRONG) {
      say(judged.what(), "mdi2a-alert", "kr-attention");
    } else if (same) {
      say(Message.of("window.passphrase.same"), "mdi2c-check-circle", "kr-ok");
    } else if (good && second.length() >= first.length()) {
      second.getStyleClass().add("kr-wrong");
      say(Message.of("window.passphrase.differs"), "mdi2a-alert-octagon", "kr-refused");
    } else {
      say(judged.what(), "mdi2c-circle-outline", "kr-muted");
    }
    complete.set(same);
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
