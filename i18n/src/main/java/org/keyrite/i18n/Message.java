// SPDX-License-Identifier: Apache-2.0
package org.keyrite.i18n;

import java.util.List;

/**
 * A sentence not yet said in any language: its key and its arguments.
 *
 * @param key symbolic key, present in every language
 * @param args arguments in order; a {@code Message} among them is translated too
 */
public record Message(String key, List<Object> args) {
  /** Keeps its own copy of the arguments. */
  public Message {
    args = List.copyOf(args);
  }

  /** A message with these arguments. */
  public static Message of(String key, Object... args) {
    return new Message(key, List.of(args));
  }
}
