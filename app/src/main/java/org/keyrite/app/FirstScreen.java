// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.util.Duration;

/** Lets people see the first screen before the rest of the start is done. */
final class FirstScreen {
  /** So long a screen that was laid out takes to be drawn, at most, on a slow machine. */
  private static final Duration UNTIL_DRAWN = Duration.millis(250);

  private FirstScreen() {}

  /** Does the rest once this scene was laid out and drawn; on the FX thread. */
  static void andThen(Scene scene, Runnable rest) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            PauseTransition drawn = new PauseTransition(UNTIL_DRAWN);
            drawn.setOnFinished(e -> rest.run());
            drawn.play();
          }
        });
  }
}
