// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/**
 * The word that says that nothing on the page is real: a pale outline, drawn first, from the lower
 * left to the upper right of the room it is given. It is a picture, not text, and stays out of the
 * way of codes and checked text because its room ends above them.
 */
final class Watermark {
  private static final double STEEPEST = Math.toRadians(38);
  private static final double FLATTEST = Math.toRadians(8);
  private static final float WEIGHT = 0.6f;
  private static final float PALENESS = 0.68f;

  private Watermark() {}

  static void draw(Book book, Pen pen, float top, float bottom) {
    GeneralPath word =
        book.typefaces().outline(Face.STRONG, book.text("paper.rehearsal.watermark"));
    Rectangle2D bounds = word.getBounds2D();
    double width = book.right() - book.left();
    double height = bottom - top;
    double angle = Math.max(FLATTEST, Math.min(STEEPEST, Math.atan2(height * 0.8, width)));
    double fit =
        Math.min(
            width / (bounds.getWidth() * Math.cos(angle) + bounds.getHeight() * Math.sin(angle)),
            height / (bounds.getWidth() * Math.sin(angle) + bounds.getHeight() * Math.cos(angle)));
    AffineTransform place = new AffineTransform();
    place.translate((book.left() + book.right()) / 2, book.height() - (top + bottom) / 2);
    place.rotate(angle);
    place.scale(fit, fit);
    place.translate(-bounds.getCenterX(), -bounds.getCenterY());
    pen.outline(cubic(word, place), WEIGHT, PALENESS);
  }

  /** PDF has no quadratic curves, TrueType no others. */
  private static Path2D cubic(GeneralPath word, AffineTransform place) {
    Path2D.Float cubic = new Path2D.Float();
    float[] p = new float[6];
    float x = 0;
    float y = 0;
    for (PathIterator path = word.getPathIterator(place); !path.isDone(); path.next()) {
      int kind = path.currentSegment(p);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> cubic.moveTo(p[0], p[1]);
        case PathIterator.SEG_LINETO -> cubic.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO ->
            cubic.curveTo(
                x + (p[0] - x) * 2 / 3,
                y + (p[1] - y) * 2 / 3,
                p[2] + (p[0] - p[2]) * 2 / 3,
                p[3] + (p[1] - p[3]) * 2 / 3,
                p[2],
                p[3]);
        case PathIterator.SEG_CLOSE -> cubic.closePath();
        default -> throw new IllegalStateException("TrueType has no cubic curves");
      }
      int last = kind == PathIterator.SEG_QUADTO ? 2 : 0;
      if (kind != PathIterator.SEG_CLOSE) {
        x = p[last];
        y = p[last + 1];
      }
    }
    return cubic;
  }
}
