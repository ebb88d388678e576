// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javax.imageio.ImageIO;
import org.keyrite.app.look.Look;
import org.keyrite.app.look.Viewing;

/**
 * Pictures of the window as PNG.
 *
 * @param folder where they go
 */
record Pictures(Path folder) {
  private static final WritablePixelFormat<IntBuffer> ARGB = PixelFormat.getIntArgbInstance();
  private static final String ASKED = "keyrite.pictures";

  /** Whether somebody asked for those of the guide, which take their time. */
  static boolean areWanted() {
    return System.getProperty(ASKED) != null;
  }

  /** Beside the guide when asked for, else where the build cleans up. */
  static Pictures inTheirFolder() {
    return new Pictures(Path.of(System.getProperty(ASKED, "target/pictures")));
  }

  /** Writes what stands in a window that has this look. */
  void write(Parent root, Look look, String inner, String name) {
    // Without new styles, a picture shows the words that what scrolls had before.
    look.theme().dress(root.getScene(), look.size());
    Viewing.layOut(root);
    SnapshotParameters window = new SnapshotParameters();
    window.setViewport(new Rectangle2D(0, 0, look.width(), look.height()));
    write(root.snapshot(window, null), inner, name);
  }

  /** Writes a picture in a folder of this name. */
  void write(WritableImage image, String inner, String name) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] all = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, ARGB, all, 0, width);
    pixels.setRGB(0, 0, width, height, all, 0, width);
    try {
      Path in = Files.createDirectories(folder.resolve(inner));
      ImageIO.write(pixels, "png", in.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
