// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.keyrite.core.bytes.Secret;

/** What printers, folds, coffee and scanners do to a page. */
final class Rasters {
  private Rasters() {}

  static BufferedImage page(Secret pdf, int index, float dotsAnInch) throws Exception {
    try (PDDocument document = Loader.loadPDF(Samples.bytes(pdf).toByteArray())) {
      return new PDFRenderer(document).renderImageWithDPI(index, dotsAnInch, ImageType.GRAY);
    }
  }

  static BufferedImage blurred(BufferedImage image, int radius) {
    int side = 2 * radius + 1;
    float[] weights = new float[side * side];
    Arrays.fill(weights, 1f / weights.length);
    return new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null)
        .filter(image, null);
  }

  /** Grey ink on grey paper. */
  static BufferedImage pale(BufferedImage image) {
    return new RescaleOp(0.25f, 120, null).filter(image, null);
  }

  static BufferedImage turned(BufferedImage image, double degrees) {
    double angle = Math.toRadians(degrees);
    int width = image.getWidth();
    int height = image.getHeight();
    int side = (int) Math.ceil(Math.hypot(width, height));
    BufferedImage turned = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, side, side);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.rotate(angle, side / 2.0, side / 2.0);
    graphics.drawImage(image, (side - width) / 2, (side - height) / 2, null);
    graphics.dispose();
    return turned;
  }

  /**
   * A code on a page.
   *
   * @param left of the code without its light margin, in pixels
   * @param top of the same
   * @param module the side of a module in pixels
   * @param modules how many along a side
   */
  record Place(int left, int top, double module, int modules) {
    int side() {
      return (int) (module * modules);
    }
  }

  /** What the code on a page says. */
  static String text(BufferedImage page) throws Exception {
    Greys greys = Greys.of(page, 1);
    return new QRCodeReader()
        .decode(new BinaryBitmap(new HybridBinarizer(greys.luminance())))
        .getText();
  }

  /** Where the code on a page stands. */
  static Place code(BufferedImage page) throws Exception {
    Greys greys = Greys.of(page, 1);
    Result code =
        new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(greys.luminance())));
    ResultPoint[] centres = code.getResultPoints();
    // Bottom left, top left, top right: middles of corner squares, 3.5 modules from the corner.
    int modules = QrSymbol.sizeFor(code.getText().length());
    double module = (centres[2].getX() - centres[1].getX()) / (modules - 7);
    int left = (int) (centres[1].getX() - 3.5 * module);
    int top = (int) (centres[1].getY() - 3.5 * module);
    return new Place(left, top, module, modules);
  }

  /**
   * Spots of ink and of nothing over this share of a code, at random places in it. The three corner
   * squares are spared: without all of them no reader finds a code, whatever else it shows.
   *
   * @param fourth whether the smaller fourth square is spared, too
   */
  static BufferedImage spotted(
      BufferedImage image, Place code, boolean fourth, double share, long seed) {
    BufferedImage spotted =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = spotted.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(image, 0, 0, null);
    Random random = new Random(seed);
    int side = code.side();
    boolean[] hit = new boolean[side * side];
    int wanted = (int) (side * side * share);
    int done = 0;
    while (done < wanted) {
      int rest = (int) Math.ceil(Math.sqrt(wanted - done));
      int spot = Math.min(rest, side / 6 + random.nextInt(side / 8));
      int x = random.nextInt(side - spot);
      int y = random.nextInt(side - spot);
      if (touchesCorner(code, x, y, spot) || fourth && touchesFourth(code, x, y, spot)) {
        continue;
      }
      graphics.setColor(random.nextBoolean() ? Color.BLACK : Color.WHITE);
      graphics.fillRect(code.left() + x, code.top() + y, spot, spot);
      for (int i = 0; i < spot * spot; i++) {
        int at = (y + i / spot) * side + x + i % spot;
        done += hit[at] ? 0 : 1;
        hit[at] = true;
      }
    }
    graphics.dispose();
    return spotted;
  }

  private static boolean touchesCorner(Place code, int x, int y, int spot) {
    double corner = 8 * code.module();
    boolean onLeft = x < corner;
    boolean onTop = y < corner;
    boolean onRight = x + spot > code.side() - corner;
    boolean onBottom = y + spot > code.side() - corner;
    return onTop && (onLeft || onRight) || onBottom && onLeft;
  }

  private static boolean touchesFourth(Place code, int x, int y, int spot) {
    double from = code.side() - 10 * code.module();
    double to = code.side() - 4 * code.module();
    return x < to && y < to && x + spot > from && y + spot > from;
  }
}
