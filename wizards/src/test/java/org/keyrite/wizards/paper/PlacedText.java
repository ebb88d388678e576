// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where every character of a document stands, and its text in reading order. */
final class PlacedText {
  private PlacedText() {}

  /** A character with its box, in points from the upper left corner; from x-height to baseline. */
  record Glyph(String text, float left, float right, float top, float bottom) {
    boolean overlaps(Glyph other) {
      float across = Math.min(right, other.right) - Math.max(left, other.left);
      float down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      return across > 0.4 && down > 0.4;
    }
  }

  static List<List<Glyph>> pages(PDDocument document) throws IOException {
    List<List<Glyph>> pages = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      List<Glyph> glyphs = new ArrayList<>();
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
              if (!text.getUnicode().isBlank()) {
                glyphs.add(glyph(text));
              }
            }
          };
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      stripper.getText(document);
      pages.add(glyphs);
    }
    return pages;
  }

  private static Glyph glyph(TextPosition text) {
    float size = text.getFontSizeInPt();
    return new Glyph(
        text.getUnicode(),
        text.getXDirAdj(),
        text.getXDirAdj() + text.getWidthDirAdj(),
        text.getYDirAdj() - size * 0.7f,
        text.getYDirAdj());
  }

  /** Two characters that stand on one another. */
  static Optional<String> overlaps(List<Glyph> page) {
    List<Glyph> sorted = new ArrayList<>(page);
    sorted.sort(Comparator.comparing(Glyph::top));
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        if (sorted.get(j).top() > sorted.get(i).bottom()) {
          break;
        }
        if (sorted.get(i).overlaps(sorted.get(j))) {
          return Optional.of(sorted.get(i) + " stands on " + sorted.get(j));
        }
      }
    }
    return Optional.empty();
  }

  static List<String> texts(PDDocument document) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setLineSeparator("\n");
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      texts.add(stripper.getText(document));
    }
    return texts;
  }
}
