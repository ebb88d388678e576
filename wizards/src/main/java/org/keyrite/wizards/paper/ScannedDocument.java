// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

/** A PDF with scanned pages, or one of ours that was saved. Drawn in memory, page by page. */
record ScannedDocument(String path, byte[] bytes) {
  private static final float DOTS_AN_INCH = 200;
  private static final float POINTS_AN_INCH = 72;
  private static final int MOST_PAGES = 50;

  void each(Consumer<Greys> page) throws ProblemException {
    // The mapper is PDFBox's one static setting; without ours it would scan the machine for fonts.
    FontMappers.set(new BundledFontMapper());
    try (PDDocument document = Loader.loadPDF(bytes)) {
      if (document.getNumberOfPages() > MOST_PAGES) {
        throw new PaperProblem.PictureTooLarge(path, document.getNumberOfPages(), MOST_PAGES)
            .asException();
      }
      PDFRenderer renderer = new BoundedRenderer(document);
      for (int index = 0; index < document.getNumberOfPages(); index++) {
        PDRectangle box = document.getPage(index).getCropBox();
        ScannedPicture.refuseTooLarge(path, dots(box.getWidth()), dots(box.getHeight()));
        BufferedImage picture = renderer.renderImageWithDPI(index, DOTS_AN_INCH, ImageType.GRAY);
        try (Greys greys = Greys.of(picture, 1)) {
          picture.flush();
          page.accept(greys);
        }
      }
    } catch (BoundedRenderer.TooLarge e) {
      throw ScannedPicture.tooLarge(path, e.width(), e.height());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // Damaged documents make the parser throw all kinds of unchecked exceptions, and a few bytes
      // can stand for more than the memory holds; it is free again by now.
      throw new PaperProblem.PictureUnreadable(path).asException();
    }
  }

  private static double dots(float points) {
    return points * DOTS_AN_INCH / POINTS_AN_INCH;
  }
}
