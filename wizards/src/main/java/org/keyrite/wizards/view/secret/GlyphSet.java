// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The outlines of one fixed-width font's printable ASCII characters, for drawing secrets.
 *
 * <p>JavaFX keeps every text that it lays out in a static cache. So a secret is never laid out as
 * text: each character is drawn as the outline taken from here, and the outlines of all characters
 * are taken at once, in the order of the alphabet, before there is a secret.
 */
public final class GlyphSet {
  private static final char FIRST = 0x21;
  private static final char LAST = 0x7E;

  private final List<List<PathElement>> outlines = new ArrayList<>();
  private final double advance;
  private final double capHeight;

  private GlyphSet(Font font) {
    Text sample = new Text("0");
    sample.setFont(font);
    advance = sample.getLayoutBounds().getWidth();
    capHeight = Shape.union(sample, new Path()).getLayoutBounds().getHeight();
    for (char c = FIRST; c <= LAST; c++) {
      Text text = new Text(String.valueOf(c));
      text.setFont(font);
      outlines.add(List.copyOf(((Path) Shape.union(text, new Path())).getElements()));
    }
  }

  /** The outlines of the bundled mono font at this size in pixels. */
  public static GlyphSet mono(double size) {
    return new GlyphSet(Font.font("IBM Plex Mono Medm", size));
  }

  /**
   * A new node with the outline of a character, its origin on the base line.
   *
   * @throws IllegalArgumentException if the character is not printable ASCII
   */
  public Path draw(char c) {
    if (c < FIRST || c > LAST) {
      throw new IllegalArgumentException("no outline for this character");
    }
    Path path = new Path(outlines.get(c - FIRST));
    path.setStroke(null);
    path.getStyleClass().add("kr-glyph");
    return path;
  }

  /** The width of every character in pixels. */
  public double advance() {
    return advance;
  }

  /** The height of a digit in pixels. */
  public double capHeight() {
    return capHeight;
  }
}
