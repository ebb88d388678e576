// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Choices with arguments, as facts hold lists of them and people read them. Blanks inside an
 * argument do not break, and nothing stands for an argument that is empty.
 */
final class CodeWords {
  private static final String NONE = "none";
  private static final String NOTHING = "–";
  private static final char BLANK = ' ';
  private static final char UNBROKEN = '\u00A0';

  private CodeWords() {}

  /** The text of a list; each item begins with its choice. */
  static String written(Stream<List<String>> items) {
    String text = items.map(CodeWords::item).collect(Collectors.joining(", "));
    return text.isEmpty() ? NONE : text;
  }

  private static String item(List<String> words) {
    return words.stream()
        .map(word -> word.isEmpty() ? NOTHING : word.replace(BLANK, UNBROKEN))
        .collect(Collectors.joining(" "));
  }

  /**
   * The items of a text.
   *
   * @param size how many words each has
   * @throws IllegalArgumentException if one has another number of words
   */
  static List<List<String>> read(String text, int size) {
    return text.equals(NONE)
        ? List.of()
        : Stream.of(text.split(", ", -1)).map(item -> words(item, size)).toList();
  }

  private static List<String> words(String item, int size) {
    List<String> words =
        Stream.of(item.split(" ", -1))
            .map(word -> word.equals(NOTHING) ? "" : word.replace(UNBROKEN, BLANK))
            .toList();
    if (words.size() != size) {
      throw new IllegalArgumentException(item);
    }
    return words;
  }
}
