// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Keeps a window where it is seen: when its display is unplugged, it comes to one that is left. Not
 * every desktop does that by itself. Lives on the FX thread.
 *
 * @param stage the window
 */
record InSight(Stage stage) {

  /** From now on, as long as the window is open. */
  void keep() {
    ListChangeListener<Screen> changed = change -> come();
    ChangeListener<Boolean> closed =
        (o, was, is) -> {
          if (!is) {
            Screen.getScreens().removeListener(changed);
          }
        };
    stage.showingProperty().addListener(closed);
    Screen.getScreens().addListener(changed);
  }

  private void come() {
    Rectangle2D window =
        new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    List<Rectangle2D> displays = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    place(window, displays)
        .ifPresent(place -> {
          stage.setWidth(place.getWidth());
          stage.setHeight(place.getHeight());
          stage.setX(place.getMinX());
          stage.setY(place.getMinY());
        });
  }

  /**
   * Where a window must go to be seen, no larger than the first display; nowhere as long as half of
   * it is seen, for people put windows where they like.
   */
  static Optional<Rectangle2D> place(Rectangle2D window, List<Rectangle2D> displays) {
    double seen = displays.stream().mapToDouble(display -> common(window, display)).sum();
    if (displays.isEmpty() || seen * 2 >= window.getWidth() * window.getHeight()) {
      return Optional.empty();
    }
    Rectangle2D first = displays.getFirst();
    double width = Math.min(window.getWidth(), first.getWidth());
    double height = Math.min(window.getHeight(), first.getHeight());
    return Optional.of(
        new Rectangle2D(
            first.getMinX() + (first.getWidth() - width) / 2,
            first.getMinY() + (first.getHeight() - height) / 2,
            width,
            height));
  }

  private static double common(Rectangle2D a, Rectangle2D b) {
    double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
    double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }
}
