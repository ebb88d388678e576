// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.keyboard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyrite.i18n.Message;

/** Layouts as people call them. */
public final class LayoutNames {
  private LayoutNames() {}

  /** These layouts in words; empty if there are none. */
  public static Optional<Message> of(List<String> codes) {
    return switch (codes.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(named(codes.getFirst()));
      case 2 -> Optional.of(Message.of("keyboard.two", named(codes.get(0)), named(codes.get(1))));
      default ->
          Optional.of(
              Message.of(
                  "keyboard.several", named(codes.get(0)), named(codes.get(1)), codes.size() - 2));
    };
  }

  private static Message named(String code) {
    return switch (code) {
      case "us" -> Message.of("keyboard.us");
      case "gb" -> Message.of("keyboard.gb");
      case "de", "at" -> Message.of("keyboard.de");
      case "ch" -> Message.of("keyboard.ch");
      case "fr" -> Message.of("keyboard.fr");
      case "es" -> Message.of("keyboard.es");
      case "jp" -> Message.of("keyboard.jp");
      default -> Message.of("keyboard.code", code.toUpperCase(Locale.ROOT));
    };
  }
}
