// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The bundled fonts, read once and embedded in every document that uses them. Nothing else is ever
 * looked for: PDFBox scans the machine for fonts, and leaves a cache file, as soon as one that is
 * not embedded is named.
 *
 * <p>Not thread-safe, as the font reader below it is not.
 */
public final class Typefaces {
  private static final String FOLDER = "/org/keyrite/wizards/fonts/";
  private static final float EM = 1000;
  private static final char UNKNOWN = '?';

  private final Map<Face, TrueTypeFont> fonts = new EnumMap<>(Face.class);
  private final Map<Face, CmapLookup> glyphs = new EnumMap<>(Face.class);

  /** Whether the font has a glyph for this character. */
  private boolean has(Face face, int character) {
    return lookup(face).getGlyphId(character) != 0;
  }

  private TrueTypeFont font(Face face) {
    return fonts.computeIfAbsent(face, Typefaces::parse);
  }

  private CmapLookup lookup(Face face) {
    return glyphs.computeIfAbsent(
        face,
        wanted -> {
          try {
            return font(wanted).getUnicodeCmapLookup();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static TrueTypeFont parse(Face face) {
    try (InputStream in = Typefaces.class.getResourceAsStream(FOLDER + face.file())) {
      if (in == null) {
        throw new IllegalStateException("no font " + face.file());
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      // Ligatures would make the text of a page longer to search and to measure than to read.
      font.setEnableGsub(false);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The font that stands in for any other in documents that we only look at. */
  TrueTypeFont substitute() {
    return font(Face.TEXT);
  }

  /** Puts a font into a document; only the glyphs that are used will be stored. */
  PDFont embed(PDDocument document, Face face) throws IOException {
    return PDType0Font.load(document, font(face), true);
  }

  /** What can be printed of a text: a question mark stands for characters that the font lacks. */
  String printable(Face face, String text) {
    int[] characters =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .codePoints()
            .map(c -> Character.isWhitespace(c) ? ' ' : c)
            .map(c -> has(face, c) ? c : UNKNOWN)
            .toArray();
    return new String(characters, 0, characters.length);
  }

  /** How wide a printable text is, in points. */
  float width(Face face, float size, String text) {
    float units = 0;
    for (int i = 0; i < text.length(); i++) {
      units += advance(face, text.charAt(i));
    }
    return units * size / EM;
  }

  /** How wide a character is, in thousandths of its size. */
  private float advance(Face face, char character) {
    try {
      int glyph = lookup(face).getGlyphId(character);
      return font(face).getAdvanceWidth(glyph) * EM / font(face).getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The outline of a text at size 1, its baseline at 0, upwards. */
  GeneralPath outline(Face face, String text) {
    try {
      GeneralPath whole = new GeneralPath();
      float scale = 1f / font(face).getUnitsPerEm();
      float x = 0;
      for (int i = 0; i < text.length(); i++) {
        int glyph = lookup(face).getGlyphId(text.charAt(i));
        GeneralPath path = font(face).getGlyph().getGlyph(glyph).getPath();
        path.transform(new AffineTransform(scale, 0, 0, scale, x, 0));
        whole.append(path, false);
        x += font(face).getAdvanceWidth(glyph) * scale;
      }
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
