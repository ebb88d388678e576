// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
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

  /** A4 at 450 dots an inch. */
  private static final double ENOUGH_PIXELS = 20.0 * MEGAPIXEL;

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
          BufferedImage picture = reader.read(index, thinned(reader, index));
          try (Greys greys = Greys.of(picture, 1)) {
            picture.flush();
            page.accept(greys);
          }
        }
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // Damaged pictures make the readers of Java throw all kinds of unchecked exceptions, and
      // those of many colours may need more than there is; it is free again by now.
      throw new PaperProblem.PictureUnreadable(path).asException();
    }
  }

  /** Of a large picture every second pixel, or third: its codes are read as well. */
  private static ImageReadParam thinned(ImageReader reader, int index) throws IOException {
    double pixels = (double) reader.getWidth(index) * reader.getHeight(index);
    int step = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / ENOUGH_PIXELS)));
    ImageReadParam all = reader.getDefaultReadParam();
    all.setSourceSubsampling(step, step, 0, 0);
    return all;
  }

  static void refuseTooLarge(String path, double width, double height) throws ProblemException {
    if (isTooLarge(width, height)) {
      throw tooLarge(path, width, height);
    }
  }

  static boolean isTooLarge(double width, double height) {
    return megapixels(width, height) > MOST_MEGAPIXELS;
  }

  static ProblemException tooLarge(String path, double width, double height) {
    return new PaperProblem.PictureTooLarge(path, megapixels(width, height), MOST_MEGAPIXELS)
        .asException();
  }

  private static long megapixels(double width, double height) {
    return (long) Math.ceil(width * height / MEGAPIXEL);
  }
}
