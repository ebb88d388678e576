// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.KeyboardLine;
import org.keyrite.wizards.view.secret.SecretField;

/** A passphrase or PIN that the person already has. */
final class PassphraseEditor implements FieldEditor {
  private static final double WIDTH = 640;

  private final SecretSlot slot;
  private final SecretField input = new SecretField();
  private final VBox node;
  private final ObservableValue<Optional<Message>> missing;

  PassphraseEditor(Wording wording, Field field, Message notYet, KeyboardSetup keyboard) {
    slot = (SecretSlot) field.slot();
    input.accessibleTextProperty().bind(wording.of(slot.label()));
    node =
        new VBox(
            8,
            wording.label(slot.label(), "kr-field-label"),
            input,
            new KeyboardLine(wording, keyboard));
    node.setMaxWidth(WIDTH);
    missing =
        input
            .lengthProperty()
            .map(length -> length.intValue() > 0 ? Optional.empty() : Optional.of(notYet));
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    input.requestFocus();
  }

  @Override
  public ObservableValue<Optional<Message>> missing() {
    return missing;
  }

  @Override
  public void give(Map<String, String> facts, Map<SecretSlot, Secret> secrets) {
    try (Passphrase passphrase = input.take()) {
      secrets.put(slot, passphrase.encode(StandardCharsets.UTF_8));
    }
  }
}
