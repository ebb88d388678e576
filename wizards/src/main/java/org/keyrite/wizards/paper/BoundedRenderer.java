// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws pages whose images are no larger than a scan: a few bytes in a PDF can stand for an image
 * of gigabytes. Every image comes by here before it is decoded: of a page, of a form or pattern in
 * it, an inline one, and one that only masks another.
 */
final class BoundedRenderer extends PDFRenderer {
  /** An image that is larger than any scan. Unchecked, since PDFBox swallows checked ones. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final double width;
    private final double height;

    private TooLarge(PDImage image) {
      super("an image of " + image.getWidth() + " by " + image.getHeight());
      width = image.getWidth();
      height = image.getHeight();
    }

    double width() {
      return width;
    }

    double height() {
      return height;
    }
  }

  BoundedRenderer(PDDocument document) {
    super(document);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters);
  }

  private static final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      check(image);
      if (image instanceof PDImageXObject object) {
        check(object.getSoftMask());
        check(object.getMask());
      }
      super.drawImage(image);
    }

    private static void check(PDImage image) {
      if (image != null && ScannedPicture.isTooLarge(image.getWidth(), image.getHeight())) {
        throw new TooLarge(image);
      }
    }
  }
}
