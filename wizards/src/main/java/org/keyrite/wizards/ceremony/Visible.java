// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

/**
 * Text of unknown origin, such as the note in a record or the list on a stick, as it may be shown.
 * With control characters it could write anywhere in a terminal; with marks that change the
 * direction of writing it could seem to say something else.
 */
public final class Visible {
  private static final int INSTEAD = 0xFFFD;

  /** Where a word may be broken, and what joins letters of some scripts: they hide nothing. */
  private static final String HARMLESS = "\u00AD\u200C\u200D";

  private Visible() {}

  /** The text with a replacement character for each that does more than to be seen. */
  public static String of(String text) {
    return isPlain(text)
        ? text
        : text.codePoints()
            .map(character -> isPlain(character) ? character : INSTEAD)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** Whether a text can be shown as it is. */
  static boolean isPlain(String text) {
    return text.codePoints().allMatch(Visible::isPlain);
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\n' || character == '\t';
      case Character.FORMAT -> HARMLESS.indexOf(character) >= 0;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
      default -> true;
    };
  }
}
