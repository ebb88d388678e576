// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.multi.qrcode.detector.MultiFinderPatternFinder;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import java.util.Optional;

/**
 * Reads one of our codes from its three corner squares alone.
 *
 * <p>The ordinary reader looks for the fourth, smaller square as well, takes something else for it
 * where it is damaged, and lets a stain darken or lighten what is around it. A scan is flat and our
 * codes have few sizes: the place of every module follows from the three squares, and what is dark
 * there from how dark they are.
 */
final class FlatCode {
  private static final float CENTRE = 3.5f;
  private static final float[][] LIGHT_RING = {{-2, 0}, {2, 0}, {0, -2}, {0, 2}};

  private final Greys page;
  private final int size;
  private final PerspectiveTransform places;
  private final int reach;

  private FlatCode(Greys page, FinderPatternInfo corners, int size) {
    this.page = page;
    this.size = size;
    ResultPoint first = corners.getTopLeft();
    ResultPoint right = corners.getTopRight();
    ResultPoint below = corners.getBottomLeft();
    float far = size - CENTRE;
    this.places =
        PerspectiveTransform.quadrilateralToQuadrilateral(
            CENTRE,
            CENTRE,
            far,
            CENTRE,
            far,
            far,
            CENTRE,
            far,
            first.getX(),
            first.getY(),
            right.getX(),
            right.getY(),
            right.getX() - first.getX() + below.getX(),
            right.getY() - first.getY() + below.getY(),
            below.getX(),
            below.getY());
    float module = ResultPoint.distance(first, right) / (size - 2 * CENTRE);
    this.reach = Math.max(0, Math.round(module / 5));
  }

  /**
   * The text of a code on this page, if it is of a size that we print.
   *
   * @param page the page in shades of grey
   * @param picture the same page, dark or light
   */
  static Optional<String> read(Greys page, BitMatrix picture) {
    FinderPatternInfo[] candidates;
    try {
      candidates = new MultiFinderPatternFinder(picture, null).findMulti(CodeFinder.HINTS);
    } catch (NotFoundException e) {
      return Optional.empty();
    }
    for (FinderPatternInfo corners : candidates) {
      for (PayloadKind kind : PayloadKind.values()) {
        Optional<String> text = new FlatCode(page, corners, SheetCode.modules(kind)).text();
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> text() {
    try {
      return Optional.of(new Decoder().decode(modules()).getText());
    } catch (ChecksumException | FormatException e) {
      return Optional.empty();
    }
  }

  /** What is darker than half way between ink and paper, as they are in this part of the code. */
  private BitMatrix modules() {
    float far = size - CENTRE;
    float threshold = halfWay(CENTRE, CENTRE);
    float perColumn = (halfWay(far, CENTRE) - threshold) / (far - CENTRE);
    float perRow = (halfWay(CENTRE, far) - threshold) / (far - CENTRE);
    BitMatrix modules = new BitMatrix(size);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        float here =
            threshold + (column + 0.5f - CENTRE) * perColumn + (row + 0.5f - CENTRE) * perRow;
        if (grey(column + 0.5f, row + 0.5f) < here) {
          modules.set(column, row);
        }
      }
    }
    return modules;
  }

  /** Half way between the ink in the middle of a corner square and the paper around it. */
  private float halfWay(float column, float row) {
    float paper = 0;
    for (float[] offset : LIGHT_RING) {
      paper += grey(column + offset[0], row + offset[1]) / LIGHT_RING.length;
    }
    return (grey(column, row) + paper) / 2;
  }

  /** How light it is around a place of the code. */
  private float grey(float column, float row) {
    float[] place = {column, row};
    places.transformPoints(place);
    float sum = 0;
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        sum += page.at(Math.round(place[0]) + x, Math.round(place[1]) + y);
      }
    }
    return sum / ((2 * reach + 1) * (2 * reach + 1));
  }
}
