// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * All pictures of a folder on one, small, with their names: for looking at every screen at once.
 * {@code ./test -pl app -am -Dtest=EveryCeremonyTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dkeyrite.contact=true} makes one a look under {@code app/target/pictures/contact}.
 */
final class ContactSheet {
  private static final int COLUMNS = 4;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int NAME = 26;
  private static final int GAP = 12;

  private ContactSheet() {}

  /** Writes one beside each folder of pictures in this folder. */
  static void write(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : all.filter(Files::isDirectory).sorted().toList()) {
        ImageIO.write(of(each), "png", folder.resolve(each.getFileName() + ".png").toFile());
      }
    }
  }

  private static BufferedImage of(Path folder) throws IOException {
    List<Path> pictures;
    try (Stream<Path> all = Files.list(folder)) {
      pictures = all.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    int rows = (pictures.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * (WIDTH + GAP) + GAP,
            rows * (HEIGHT + NAME + GAP) + GAP,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    pen.setColor(Color.WHITE);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, NAME - 10));
    for (int i = 0; i < pictures.size(); i++) {
      int x = GAP + i % COLUMNS * (WIDTH + GAP);
      int y = GAP + i / COLUMNS * (HEIGHT + NAME + GAP);
      pen.drawImage(read(pictures.get(i)), x, y, WIDTH, HEIGHT, null);
      pen.drawString(name(pictures.get(i)), x, y + HEIGHT + NAME - 8);
    }
    pen.dispose();
    return sheet;
  }

  private static String name(Path picture) {
    return picture.getFileName().toString().replace(".png", "");
  }

  private static BufferedImage read(Path picture) {
    try {
      return ImageIO.read(picture.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
