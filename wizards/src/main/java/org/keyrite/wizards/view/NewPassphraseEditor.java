// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.NewPassphrase;
import org.keyrite.wizards.view.secret.NewSecretRule;

/** A passphrase or PIN that the person makes up now and types twice. */
final class NewPassphraseEditor implements FieldEditor {
  private static final double WIDTH = 640;

  private final SecretSlot slot;
  private final NewPassphrase entry;
  private final ObservableValue<Optional<Message>> missing;

  NewPassphraseEditor(
      Wording wording, Field field, NewSecretRule rule, Message notYet, KeyboardSetup keyboard) {
    slot = (SecretSlot) field.slot();
    entry = new NewPassphrase(wording, slot.label(), rule, keyboard);
    entry.setMaxWidth(WIDTH);
    missing =
        entry.completeProperty().map(complete -> complete ? Optional.empty() : Optional.of(notYet));
  }

  @Override
  public Node node() {
    return entry;
  }

  @Override
  public void focus() {
    entry.first().requestFocus();
  }

  @Override
  public ObservableValue<Optional<Message>> missing() {
    return missing;
  }

  @Override
  public void give(Map<String, String> facts, Map<SecretSlot, Secret> secrets) {
    try (Passphrase passphrase = entry.take()) {
      secrets.put(slot, passphrase.encode(StandardCharsets.UTF_8));
    }
  }
}
