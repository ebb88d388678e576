// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import java.util.Arrays;
import java.util.Optional;
import javafx.css.Styleable;

/**
 * How large letters are, in percent of the usual size.
 *
 * <p>What people read at the keys, up to {@value #WHOLE} px, grows by all of it. What can already
 * be read across the room grows by as many pixels as the largest of these, so that the order of
 * titles and texts stays and the window still holds them. Shares are drawn at 34 px whatever is
 * chosen: that is twice the size of other text already.
 */
public enum TypeSize {
  /** As the screens were drawn. */
  USUAL(100),
  /** A step larger. */
  LARGER(125),
  /** Half as large again. */
  LARGE(150),
  /** For weak eyes. */
  VERY_LARGE(175),
  /** Twice the usual. */
  DOUBLE(200);

  static final double WHOLE = 24;

  /** From this width of the window on, letters are a step larger than chosen. */
  private static final double WIDE = 1900;

  private final int percent;

  TypeSize(int percent) {
    this.percent = percent;
  }

  /** What it is in percent of the usual size. */
  public int percent() {
    return percent;
  }

  /** The size of this many percent, if there is one. */
  public static Optional<TypeSize> ofPercent(String percent) {
    return Arrays.stream(values())
        .filter(size -> String.valueOf(size.percent).equals(percent))
        .findFirst();
  }

  /** One step larger, or this where there is none. */
  public TypeSize larger() {
    return values()[Math.min(ordinal() + 1, values().length - 1)];
  }

  /** One step smaller, or this where there is none. */
  public TypeSize smaller() {
    return values()[Math.max(ordinal() - 1, 0)];
  }

  /** What it comes to in a window of this width in pixels. */
  public TypeSize in(double width) {
    return width >= WIDE ? larger() : this;
  }

  /** The size in pixels of what is usually this large. */
  public double px(double usual) {
    return usual + (percent - 100) / 100.0 * Math.min(usual, WHOLE);
  }

  /** The size in which the root of a scene is dressed; the usual one before that. */
  public static TypeSize of(Styleable root) {
    return Arrays.stream(values())
        .filter(size -> root.getStyleClass().contains(size.styleClass()))
        .findFirst()
        .orElse(USUAL);
  }

  /** The style class of the root while letters have this size. */
  String styleClass() {
    return "kr-type-" + percent;
  }
}
