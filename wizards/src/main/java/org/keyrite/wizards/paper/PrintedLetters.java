// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;

/**
 * Which characters names can have on sheets: those that every face has in which names are set. Any
 * other becomes a question mark there ({@link Typefaces#printable}), so people are told before.
 *
 * <p>Pure and safe for any thread: what is read of the fonts does not change.
 */
public final class PrintedLetters {
  private static final int FIRST_BEYOND_ASCII = 0x7F;

  private PrintedLetters() {}

  /** The characters of a text that no sheet can show, each once, in their order. */
  public static List<String> lacking(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(character -> !has(character))
        .distinct()
        .mapToObj(Character::toString)
        .toList();
  }

  private static boolean has(int character) {
    // Most names are plain, and the fonts are read only for those that are not.
    return Character.isWhitespace(character)
        || character < FIRST_BEYOND_ASCII
        || Sans.GLYPHS.stream().allMatch(face -> face.getGlyphId(character) != 0);
  }

  /** The faces of names. */
  private static final class Sans {
    static final List<CmapLookup> GLYPHS =
        Stream.of(Face.TEXT, Face.MEDIUM, Face.STRONG).map(Sans::glyphs).toList();

    private static CmapLookup glyphs(Face face) {
      try {
        return Typefaces.parse(face).getUnicodeCmapLookup();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
