// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** A picture in shades of grey whose pixels can be overwritten. */
final class Greys implements AutoCloseable {
  private final BufferedImage image;

  private Greys(BufferedImage image) {
    this.image = image;
  }

  /** A grey copy of a picture, so many times as large; what is transparent becomes white. */
  static Greys of(BufferedImage picture, double scale) {
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return new Greys(grey);
  }

  private byte[] pixels() {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  /** The same picture at another size. */
  Greys scaled(double scale) {
    return of(image, scale);
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /** How light a pixel is, 0 to 255; paper beyond the edge. */
  int at(int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < width() && y < height();
    return inside ? pixels()[y * width() + x] & 0xFF : 255;
  }

  /** The pixels as ZXing wants them; no copy. */
  LuminanceSource luminance() {
    return new PlanarYUVLuminanceSource(
        pixels(), width(), height(), 0, 0, width(), height(), false);
  }

  @Override
  public void close() {
    Arrays.fill(pixels(), (byte) 0);
  }
}
