// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * A picture of one or more pages, in any format that this Java reads: PNG, JPEG, TIFF, BMP, GIF.
 * Read in memory, without the cache file that Java makes unless told otherwise.
 */
record ScannedPicture(String path, byte[] bytes) {
  private static final long MEGAPIXEL = 1_000_000;

  /** A4 at 800 dots an inch is 62. */
  static final long MOST_MEGAPIXELS = 80;

  void each(Consumer<Greys> page) throws ProblemException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new PaperProblem.PictureUnreadable(path).asException();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        for (int index = 0; index < reader.getNumImages(true); index++) {
          refuseTooLarge(path, reader.getWidth(index), reader.getHeight(index));
          BufferedImage picture = reader.read(index);
          try (Greys greys = Greys.of(picture, 1)) {
            picture.flush();
            page.accept(greys);
          }
        }
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Damaged pictures make the readers of Java throw all kinds of unchecked exceptions.
      throw new PaperProblem.PictureUnreadable(path).asException();
    }
  }

  static void refuseTooLarge(String path, double width, double height) throws ProblemException {
    long found = (long) Math.ceil(width * height / MEGAPIXEL);
    if (found > MOST_MEGAPIXELS) {
      throw new PaperProblem.PictureTooLarge(path, found, MOST_MEGAPIXELS).asException();
    }
  }
}
