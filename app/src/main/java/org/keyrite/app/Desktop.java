// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.keyrite.wizards.view.look.Theme;

/** Puts the window on the desktop of this computer. */
final class Desktop {
  private Desktop() {}

  /** Starts JavaFX, shows the window and comes back when it is closed. */
  static void open(Outside outside) {
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(() -> {
      Theme.loadFonts();
      Stage stage = new Stage();
      stage.getIcons().setAll(Icon.sizes());
      Workstation workstation = new Workstation(outside);
      Thread.setDefaultUncaughtExceptionHandler(
          (thread, cause) -> Platform.runLater(() -> workstation.crash(cause)));
      stage.setOnHidden(e -> workstation.whenIdle(closed::countDown));
      workstation.show(stage);
    });
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
  }
}
