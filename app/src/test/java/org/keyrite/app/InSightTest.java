// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class InSightTest {
  private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1024, 768);
  private static final Rectangle2D RIGHT = new Rectangle2D(1024, 0, 1920, 1080);

  @Test
  void leavesAWindowWherePeoplePutIt() {
    Rectangle2D across = new Rectangle2D(900, 10, 800, 700);
    Rectangle2D halfOutside = new Rectangle2D(-400, 0, 800, 700);
    assertEquals(Optional.empty(), InSight.place(across, List.of(LEFT, RIGHT)));
    assertEquals(Optional.empty(), InSight.place(halfOutside, List.of(LEFT)));
    assertEquals(Optional.empty(), InSight.place(RIGHT, List.of(LEFT, RIGHT)));
  }

  @Test
  void bringsAWindowBackWhoseDisplayIsGone() {
    Rectangle2D window = new Rectangle2D(1100, 20, 800, 700);
    assertEquals(
        Optional.of(new Rectangle2D(112, 34, 800, 700)), InSight.place(window, List.of(LEFT)));
  }

  @Test
  void makesAWindowNoLargerThanTheDisplayThatIsLeft() {
    assertEquals(Optional.of(LEFT), InSight.place(RIGHT, List.of(LEFT)));
  }

  @Test
  void waitsWhileThereIsNoDisplayAtAll() {
    assertEquals(Optional.empty(), InSight.place(RIGHT, List.of()));
  }
}
