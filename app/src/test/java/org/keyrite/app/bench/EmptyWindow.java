// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window of JavaFX with a button in it: the least that a window takes. */
public final class EmptyWindow {
  private EmptyWindow() {}

  /** Shows it. */
  public static void main(String[] arguments) {
    FirstWindow.await();
    Platform.startup(() -> {
      Stage stage = new Stage();
      stage.setScene(new Scene(new StackPane(new Button("OK")), 1366, 768));
      stage.show();
    });
  }
}
