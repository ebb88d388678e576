// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import org.keyrite.i18n.Messages;

/** The texts of {@code --help} in the form in which picocli looks for them. */
final class HelpTexts extends ResourceBundle {
  private static final String PREFIX = "terminal.help.";

  private final Messages messages;

  HelpTexts(Messages messages) {
    this.messages = messages;
  }

  @Override
  protected Object handleGetObject(String key) {
    return messages.has(PREFIX + key) ? messages.text(PREFIX + key) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    List<String> keys =
        messages.keys().stream()
            .filter(key -> key.startsWith(PREFIX))
            .map(key -> key.substring(PREFIX.length()))
            .toList();
    return Collections.enumeration(keys);
  }
}
