// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * Waits for the first window of this process that can be used: on the screen, drawn, and with the
 * focus somewhere in it. Then says how much memory there is, and ends the process.
 */
public final class FirstWindow {
  private static final Path MEMORY = Path.of("/proc/self/smaps_rollup");
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(2);

  private FirstWindow() {}

  /** Begins to wait, beside whatever the process does. */
  public static void await() {
    Thread.ofPlatform().daemon().start(FirstWindow::look);
  }

  /** A window that never comes ends the process without a number. */
  private static void look() {
    long until = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < until) {
      try {
        Platform.runLater(FirstWindow::judge);
      } catch (IllegalStateException notStartedYet) {
        // Until JavaFX is there, nothing can be asked.
      }
      LockSupport.parkNanos(LOOK_AGAIN);
    }
    Runtime.getRuntime().halt(1);
  }

  private static void judge() {
    for (Window window : Window.getWindows()) {
      Scene scene = window.getScene();
      if (window.isShowing() && scene != null && scene.getFocusOwner() != null) {
        // What is there in the pulse that follows is on the screen after it.
        scene.addPostLayoutPulseListener(FirstWindow::tell);
        Platform.requestNextPulse();
        return;
      }
    }
  }

  private static void tell() {
    try {
      String pss =
          Files.readAllLines(MEMORY).stream()
              .filter(line -> line.startsWith("Pss:"))
              .findFirst()
              .orElseThrow();
      System.out.println(pss.replaceAll("\\D", ""));
      System.out.flush();
    } catch (IOException e) {
      System.out.println("0");
    }
    Runtime.getRuntime().halt(0);
  }
}
