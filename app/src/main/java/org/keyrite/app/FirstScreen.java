// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.keyrite.wizards.device.DeviceNames;
import org.keyrite.wizards.view.DeviceWatch;

/**
 * Shows the window, and does the rest of the start once people see the first screen: devices, the
 * keyboard, the picture of the window. Lives on the FX thread.
 *
 * @param stage with its scene
 * @param plugged has not begun to watch
 */
record FirstScreen(Stage stage, Outside outside, DeviceWatch plugged) {
  /** So long a screen that was laid out takes to be drawn, at most, on a slow machine. */
  private static final Duration UNTIL_DRAWN = Duration.millis(250);

  void show() {
    Scene scene = stage.getScene();
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            PauseTransition drawn = new PauseTransition(UNTIL_DRAWN);
            drawn.setOnFinished(e -> rest());
            drawn.play();
          }
        });
    stage.show();
  }

  private void rest() {
    new InSight(stage).keep();
    plugged.begin();
    outside.work().execute(DeviceNames::prepare);
    outside.work().execute(outside.keyboard()::layouts);
    outside
        .work()
        .execute(() -> {
          List<Image> icons = Icon.sizes();
          Platform.runLater(() -> stage.getIcons().setAll(icons));
        });
  }
}
