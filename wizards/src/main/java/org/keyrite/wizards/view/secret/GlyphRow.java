// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;

/** A group of characters drawn as outlines, side by side; nothing in it is text. */
final class GlyphRow extends Region {
  /** Space between two characters, as a share of their width. */
  private static final double SPACING = 0.07;

  private final GlyphSet glyphs;
  private int count;

  GlyphRow(GlyphSet glyphs) {
    this.glyphs = glyphs;
    setAccessibleRole(AccessibleRole.NODE);
  }

  /** Draws these characters in place of what was there; keeps nothing of the array. */
  void show(char[] characters, int from, int to, List<String> styleClasses) {
    getChildren().clear();
    count = to - from;
    for (int i = from; i < to; i++) {
      Path path = glyphs.draw(characters[i]);
      path.getStyleClass().addAll(styleClasses);
      path.setManaged(false);
      getChildren().add(path);
    }
    requestLayout();
  }

  /** Marks one of the characters with a style class. */
  void mark(int index, String styleClass) {
    getChildren().get(index).getStyleClass().add(styleClass);
  }

  /** Where the character at this place begins. */
  double offset(int index) {
    return index * glyphs.advance() * (1 + SPACING);
  }

  @Override
  protected double computePrefWidth(double height) {
    return offset(count);
  }

  @Override
  protected double computePrefHeight(double width) {
    return glyphs.capHeight();
  }

  @Override
  protected void layoutChildren() {
    double base = Math.round((getHeight() + glyphs.capHeight()) / 2);
    for (int i = 0; i < getChildren().size(); i++) {
      getChildren().get(i).setLayoutX(offset(i));
      getChildren().get(i).setLayoutY(base);
    }
  }
}
