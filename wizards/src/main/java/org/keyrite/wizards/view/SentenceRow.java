// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * A sentence that is confirmed, above the acts that confirm it; in a low window beside them, so
 * that more is seen of what the sentence is about.
 */
final class SentenceRow extends Region {
  private static final double DOWN = 8;
  private static final double ACROSS = 24;

  /** Beside the acts, a sentence in less room has more lines than the acts are high. */
  private static final double LEAST = 340;

  private final Region sentence;
  private final ActRow acts;

  SentenceRow(Region sentence, ActRow acts) {
    this.sentence = sentence;
    this.acts = acts;
    getChildren().addAll(sentence, acts);
    setMinHeight(USE_PREF_SIZE);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double beside(double width) {
    return snapSizeX(width - acts.prefWidth(-1) - ACROSS);
  }

  /** Nothing is won where the sentence becomes as high as both were before. */
  private boolean isBeside(double width) {
    double room = beside(width);
    return Frame.isLow(this)
        && room >= LEAST
        && sentence.prefHeight(room) < sentence.prefHeight(width) + acts.prefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.max(sentence.prefWidth(-1), acts.prefWidth(-1));
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width >= 0 && isBeside(width)) {
      double room = beside(width);
      return snapSizeY(Math.max(sentence.prefHeight(room), acts.prefHeight(acts.prefWidth(-1))));
    }
    return snapSizeY(sentence.prefHeight(width) + DOWN + acts.prefHeight(width));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    if (isBeside(width)) {
      double room = beside(width);
      double high = snapSizeY(sentence.prefHeight(room));
      double top = snapPositionY((getHeight() - high) / 2);
      sentence.resizeRelocate(0, top, room, high);
      double wide = snapSizeX(acts.prefWidth(-1));
      double low = snapSizeY(acts.prefHeight(wide));
      acts.resizeRelocate(width - wide, snapPositionY((getHeight() - low) / 2), wide, low);
    } else {
      double high = snapSizeY(sentence.prefHeight(width));
      sentence.resizeRelocate(0, 0, width, high);
      acts.resizeRelocate(0, high + DOWN, width, getHeight() - high - DOWN);
    }
  }
}
