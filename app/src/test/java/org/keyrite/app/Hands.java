// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;

/** How a person uses the window: with the mouse wherever it can be used, or with keys alone. */
enum Hands {
  /** Clicks, and types only what has to be typed; brings a sheet as a file that is dropped. */
  MOUSE {
    @Override
    void choose(Window window, String text) {
      window.click(text);
    }

    @Override
    void go(Window window) {
      window.clickFirst(".kr-act");
    }

    @Override
    void reveal(Window window, Runnable meanwhile) {
      String share = window.text("window.held.hold");
      window.holdMouse(window.says(share) ? share : window.text("window.held.holdOther"));
      meanwhile.run();
      window.releaseMouse();
    }

    @Override
    void sheet(Window window, Path file, List<String> lines) {
      window.drop(file);
      window.untilSays(window.text("window.sheet.scanned", file.getFileName()));
    }
  },

  /** Has no mouse. */
  KEYS {
    @Override
    void choose(Window window, String text) {
      window.tabTo(text);
      window.press(KeyCode.SPACE);
    }

    @Override
    void go(Window window) {
      window.press(KeyCode.ENTER);
    }

    @Override
    void reveal(Window window, Runnable meanwhile) {
      window.hold(KeyCode.SPACE);
      meanwhile.run();
      window.release(KeyCode.SPACE);
    }

    @Override
    void sheet(Window window, Path file, List<String> lines) {
      lines.forEach(window::type);
    }
  };

  /** Presses the button that says this. */
  abstract void choose(Window window, String text);

  /** Presses the filled button, which Enter does too. */
  abstract void go(Window window);

  /** Holds what shows a secret. */
  abstract void reveal(Window window, Runnable meanwhile);

  /** Brings a sheet back: as its file, or typed. */
  abstract void sheet(Window window, Path file, List<String> lines);
}
