// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import org.keyrite.wizards.ceremony.Codec;

/**
 * Where there is a copy of a key, as far as files tell. Lists of them are facts, so their text is
 * what people read.
 *
 * @param kind how it is known
 * @param where the path of a file, or the serial of a device
 * @param when the day in UTC, ISO 8601; empty where nobody wrote it down
 * @param detail the key check value that it is wrapped under, or the path of the record
 */
record KeyCopy(Kind kind, String where, String when, String detail) {
  /** Lists as journals have them. */
  static final Codec<List<KeyCopy>> LIST = new Codec<>(KeyCopy::written, KeyCopy::read);

  private static final int WORDS = 4;

  /** How a copy is known. The words of a kind are a choice of the fact. */
  enum Kind {
    /** A file that is as a list of backed-up keys has it, of this very key. */
    LISTED,
    /**
     * A single file that says it is of this key: the public half beside the wrapped key is its.
     * What is wrapped nobody has tried, and without a list nothing shows that it is as it was made.
     */
    IN_FILE,
    /** As {@link #LISTED}, and the record of the backup says that it wrote this very list. */
    CONFIRMED,
    /** Restored and proven on another device, by the record of that. */
    RESTORED,
    /** A file with the label and the ID of this key; nothing shows that it is this key. */
    SAME_NAME
  }

  private static String written(List<KeyCopy> copies) {
    return CodeWords.written(
        copies.stream().map(copy -> List.of(copy.kind.name(), copy.where, copy.when, copy.detail)));
  }

  private static List<KeyCopy> read(String text) {
    return CodeWords.read(text, WORDS).stream()
        .map(words ->
            new KeyCopy(Kind.valueOf(words.get(0)), words.get(1), words.get(2), words.get(3)))
        .toList();
  }
}
