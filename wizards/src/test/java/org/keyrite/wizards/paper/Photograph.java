// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import com.google.zxing.common.PerspectiveTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * A page as somebody photographs it on a table: turned, seen from one side, under a lamp that
 * throws a shadow, with a lens that blurs and a sensor that adds noise. The same seed gives the
 * same picture.
 *
 * @param quarterTurns how the page lies, in steps of 90 degrees
 * @param tilt degrees beyond that
 * @param slant how much nearer one side is than another, as a share of the length
 * @param contrast 1 for black on white, less for grey on grey
 * @param shadow how much light is gone in the darkest corner, 0 to 1
 * @param blur radius in pixels
 * @param noise standard deviation of a pixel
 */
record Photograph(
    int quarterTurns,
    double tilt,
    double slant,
    double contrast,
    double shadow,
    int blur,
    double noise,
    long seed) {
  private static final int TABLE = 90;
  private static final double ROOM = 1.25;

  /** Somebody who takes care, but is in a hurry. */
  static Photograph careful(long seed) {
    Random random = new Random(seed);
    return new Photograph(
        random.nextInt(4),
        20 * random.nextDouble() - 10,
        0.05 * random.nextDouble(),
        0.4 + 0.6 * random.nextDouble(),
        0.5 * random.nextDouble(),
        random.nextInt(2),
        2 + 8 * random.nextDouble(),
        seed);
  }

  /** Somebody in a dark room with a shaking hand. */
  static Photograph careless(long seed) {
    Random random = new Random(seed);
    return new Photograph(
        random.nextInt(4),
        90 * random.nextDouble() - 45,
        0.05 + 0.15 * random.nextDouble(),
        0.1 + 0.4 * random.nextDouble(),
        0.4 + 0.55 * random.nextDouble(),
        1 + random.nextInt(4),
        10 + 30 * random.nextDouble(),
        seed);
  }

  /** The picture of this page. */
  BufferedImage of(BufferedImage page) {
    Random random = new Random(seed);
    int side = (int) (ROOM * Math.hypot(page.getWidth(), page.getHeight()));
    PerspectiveTransform back = back(page, side, random);
    double lampX = random.nextInt(2) * (double) side;
    double lampY = random.nextInt(2) * (double) side;
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    float[] row = new float[2 * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        row[2 * x] = x;
        row[2 * x + 1] = y;
      }
      back.transformPoints(row);
      for (int x = 0; x < side; x++) {
        double light = grey(page, row[2 * x], row[2 * x + 1]);
        double flat = 128 + (light - 128) * contrast;
        double far = Math.hypot(x - lampX, y - lampY) / (Math.sqrt(2) * side);
        double seen = flat * (1 - shadow * far) + noise * random.nextGaussian();
        picture.getRaster().setSample(x, y, 0, (int) Math.clamp(seen, 0, 255));
      }
    }
    return blur == 0 ? picture : Rasters.blurred(picture, blur);
  }

  /** From a place in the picture to the place on the page. */
  private PerspectiveTransform back(BufferedImage page, int side, Random random) {
    double angle = Math.toRadians(90 * quarterTurns + tilt);
    float[] corners = new float[8];
    for (int i = 0; i < 4; i++) {
      double x = (i == 1 || i == 2 ? 0.5 : -0.5) * page.getWidth();
      double y = (i >= 2 ? 0.5 : -0.5) * page.getHeight();
      double nearer = 1 - slant * random.nextDouble();
      corners[2 * i] = (float) (side / 2.0 + nearer * (x * Math.cos(angle) - y * Math.sin(angle)));
      corners[2 * i + 1] =
          (float) (side / 2.0 + nearer * (x * Math.sin(angle) + y * Math.cos(angle)));
    }
    float right = page.getWidth();
    float bottom = page.getHeight();
    return PerspectiveTransform.quadrilateralToQuadrilateral(
        corners[0],
        corners[1],
        corners[2],
        corners[3],
        corners[4],
        corners[5],
        corners[6],
        corners[7],
        0,
        0,
        right,
        0,
        right,
        bottom,
        0,
        bottom);
  }

  /** Between four pixels; the table beyond the page. */
  private static double grey(BufferedImage page, float x, float y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left + 1 >= page.getWidth() || top + 1 >= page.getHeight()) {
      return TABLE;
    }
    double across = x - left;
    double down = y - top;
    double above = mixed(page, left, top, across);
    double below = mixed(page, left, top + 1, across);
    return above + (below - above) * down;
  }

  private static double mixed(BufferedImage page, int left, int y, double across) {
    int here = page.getRaster().getSample(left, y, 0);
    int next = page.getRaster().getSample(left + 1, y, 0);
    return here + (next - here) * across;
  }
}
