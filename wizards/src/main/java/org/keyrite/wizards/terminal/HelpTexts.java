// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import org.keyrite.i18n.Messages;

/** The texts of {@code --help} for picocli, by the description keys of the options. */
final class HelpTexts extends ResourceBundle {
  private static final String PREFIX = "terminal.help.";

  private final Messages messages;

  HelpTexts(Messages messages) {
    this.messages = messages;
  }

  @Override
  protected Object handleGetObject(String key) {
    return key.startsWith(PREFIX) && messages.has(key) ? messages.text(key) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    List<String> keys = messages.keys().stream().filter(key -> key.startsWith(PREFIX)).toList();
    return Collections.enumeration(keys);
  }
}
