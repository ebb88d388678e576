// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * Draws on one page. Distances are points from its upper left corner, downwards; text stands on its
 * baseline. Everything is black unless it says otherwise.
 */
final class Pen {
  private final Book book;
  private final PDPageContentStream stream;
  private final float pageHeight;

  Pen(Book book, PDPageContentStream stream, float pageHeight) {
    this.book = book;
    this.stream = stream;
    this.pageHeight = pageHeight;
  }

  private interface Drawing {
    void draw() throws IOException;
  }

  private static void drawn(Drawing drawing) {
    try {
      drawing.draw();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How wide a text is. */
  float width(Face face, float size, String text) {
    return book.typefaces().width(face, size, book.typefaces().printable(face, text));
  }

  /** Writes a text from its left end. */
  void text(float x, float y, Face face, float size, String text) {
    String printable = book.typefaces().printable(face, text);
    if (printable.isBlank()) {
      return;
    }
    drawn(() -> {
      stream.beginText();
      stream.setFont(book.font(face), size);
      stream.newLineAtOffset(x, pageHeight - y);
      stream.showText(printable);
      stream.endText();
    });
  }

  /** Writes a text up to its right end. */
  void textRight(float right, float y, Face face, float size, String text) {
    text(right - width(face, size, text), y, face, size, text);
  }

  /** Writes a text on both sides of its middle. */
  void textCentred(float middle, float y, Face face, float size, String text) {
    text(middle - width(face, size, text) / 2, y, face, size, text);
  }

  /** As much of a text as fits, what is left out in its middle shown by an ellipsis. */
  String shortened(Face face, float size, float width, String text) {
    String shortened = text;
    for (int kept = text.length() - 1; kept > 1; kept--) {
      if (width(face, size, shortened) <= width) {
        break;
      }
      int tail = kept / 2;
      shortened = text.substring(0, kept - tail) + "…" + text.substring(text.length() - tail);
    }
    return shortened;
  }

  /** Writes one character, so that nothing longer than a character of a secret becomes a text. */
  void character(float x, float y, Face face, float size, char character) {
    text(x, y, face, size, String.valueOf(character));
  }

  /** Writes in white, on something dark. */
  void inWhite(Runnable drawing) {
    drawn(() -> stream.setNonStrokingColor(1f));
    drawing.run();
    drawn(() -> stream.setNonStrokingColor(0f));
  }

  /** The lines of a text that is no wider than this. */
  List<String> wrap(Face face, float size, float width, String text) {
    return new LineBreaks(book.typefaces(), face, size, width)
        .lines(book.typefaces().printable(face, text));
  }

  /** Writes a text in lines that far apart; gives the baseline that would be next. */
  float paragraph(
      float x, float y, float width, Face face, float size, float leading, String text) {
    float baseline = y;
    for (String line : wrap(face, size, width, text)) {
      text(x, baseline, face, size, line);
      baseline += leading;
    }
    return baseline;
  }

  /** Writes a text in which pieces between backticks are set in the mono face; gives its end. */
  float mixed(float x, float y, float size, String text) {
    float at = x;
    boolean mono = false;
    for (String piece : text.split("`", -1)) {
      Face face = mono ? Face.MONO_STRONG : Face.TEXT;
      text(at, y, face, size, piece);
      at += width(face, size, piece);
      mono = !mono;
    }
    return at;
  }

  /** Draws a level or upright line. */
  void line(float x1, float y1, float x2, float y2, float weight) {
    drawn(() -> {
      stream.setLineWidth(weight);
      stream.moveTo(x1, pageHeight - y1);
      stream.lineTo(x2, pageHeight - y2);
      stream.stroke();
    });
  }

  /** Draws a dashed level line. */
  void dashes(float x1, float x2, float y, float weight) {
    drawn(() -> stream.setLineDashPattern(new float[] {3.4f, 2.2f}, 0));
    line(x1, y, x2, y, weight);
    drawn(() -> stream.setLineDashPattern(new float[0], 0));
  }

  /** Draws a box with this line around it, the middle of the line on its edges. */
  void box(float x, float y, float width, float height, float weight) {
    drawn(() -> {
      stream.setLineWidth(weight);
      stream.addRect(x, pageHeight - y - height, width, height);
      stream.stroke();
    });
  }

  /** Fills a box with black. */
  void fill(float x, float y, float width, float height) {
    drawn(() -> {
      stream.addRect(x, pageHeight - y - height, width, height);
      stream.fill();
    });
  }

  /** Draws a code into a square, the light margin of four modules included. */
  void code(QrSymbol symbol, float x, float y, float side) {
    int margin = 4;
    float module = side / (symbol.size() + 2 * margin);
    drawn(() -> {
      for (ModuleBlocks.Block block : ModuleBlocks.of(symbol)) {
        stream.addRect(
            x + (margin + block.column()) * module,
            pageHeight - y - (margin + block.row() + block.height()) * module,
            block.width() * module,
            block.height() * module);
      }
      stream.fill();
    });
  }

  /**
   * Draws the outline of a shape given in points from the lower left corner, in a pale hairline.
   */
  void outline(Shape shape, float weight, float paleness) {
    drawn(() -> {
      stream.saveGraphicsState();
      stream.setStrokingColor(paleness);
      stream.setLineWidth(weight);
      float[] p = new float[6];
      for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
        segment(path.currentSegment(p), p);
      }
      stream.stroke();
      stream.restoreGraphicsState();
    });
  }

  private void segment(int kind, float[] p) throws IOException {
    switch (kind) {
      case PathIterator.SEG_MOVETO -> stream.moveTo(p[0], p[1]);
      case PathIterator.SEG_LINETO -> stream.lineTo(p[0], p[1]);
      case PathIterator.SEG_CUBICTO -> stream.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
      case PathIterator.SEG_CLOSE -> stream.closePath();
      default -> throw new IllegalStateException("curves are cubic by now");
    }
  }

  void close() throws IOException {
    stream.close();
  }
}
