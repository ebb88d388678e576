// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;

/** Puts the window on the desktop of this computer, once. */
final class Desktop {
  private final FutureTask<Void> toolkit = new FutureTask<>(Desktop::startToolkit, null);

  /** Starts JavaFX, which takes longest, while other things are seen to; not needed before open. */
  void prepare() {
    // A task that was begun is not begun again.
    Thread.ofPlatform().daemon().name("toolkit").start(toolkit);
  }

  private static void startToolkit() {
    if (!Platform.class.getModule().isNamed()) {
      ClassPathWarning.drop();
    }
    Platform.startup(() -> {});
  }

  /**
   * Starts JavaFX, sees to everything else meanwhile, shows the window and comes back when it is
   * closed. No window is shown by a process that could not be closed from inside.
   */
  void open(Supplier<Outside> surroundings) {
    prepare();
    ClosedJvm.closeFromInside();
    Outside outside = surroundings.get();
    Settings settings = outside.preferences();
    Wording wording = new Wording(settings.language());
    Theme.loadFonts();
    try {
      toolkit.get();
      show(outside, settings, wording);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("JavaFX did not start", e);
    }
    Platform.exit();
  }

  private static void show(Outside outside, Settings settings, Wording wording)
      throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Platform.runLater(() -> {
      Stage stage = new Stage();
      Workstation workstation = new Workstation(outside, settings, wording);
      Thread.setDefaultUncaughtExceptionHandler(
          (thread, cause) -> Platform.runLater(() -> workstation.crash(cause)));
      stage.setOnHidden(e -> workstation.whenIdle(closed::countDown));
      workstation.show(stage);
    });
    closed.await();
  }
}
