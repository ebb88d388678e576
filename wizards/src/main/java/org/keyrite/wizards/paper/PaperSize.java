// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/** The paper in the printer. Measures are in points, 72 an inch. */
public enum PaperSize {
  /** ISO A4, 210 by 297 mm. */
  A4("a4", 595.28f, 841.89f),
  /** US Letter, 8.5 by 11 inches. */
  LETTER("letter", 612, 792);

  private final String id;
  private final float width;
  private final float height;

  PaperSize(String id, float width, float height) {
    this.id = id;
    this.width = width;
    this.height = height;
  }

  /** Its name in plans. */
  public String id() {
    return id;
  }

  /** Points from left to right. */
  public float width() {
    return width;
  }

  /** Points from top to bottom. */
  public float height() {
    return height;
  }
}
