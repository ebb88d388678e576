// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * Hears a hand-held scanner that types the code of a sheet while something in a node has the focus.
 * From the moment a code is known as one, its keys go nowhere else. It ends with Enter or Tab, as
 * scanners are set, or with a pause.
 */
public final class HandScanner {
  private static final Duration PAUSE = Duration.seconds(1);

  private final CodeKeys keys = new CodeKeys();
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final Runnable begun;
  private final Consumer<char[]> read;

  private HandScanner(Runnable begun, Consumer<char[]> read) {
    this.begun = begun;
    this.read = read;
    pause.setOnFinished(e -> end());
  }

  /**
   * Listens.
   *
   * @param begun called when a code has begun: its first characters went where letters go
   * @param read called with the text, which is the receiver's to wipe
   */
  public static void listen(Node node, Runnable begun, Consumer<char[]> read) {
    HandScanner scanner = new HandScanner(begun, read);
    node.addEventFilter(KeyEvent.KEY_TYPED, scanner::typed);
    node.addEventFilter(KeyEvent.KEY_PRESSED, scanner::pressed);
    node.sceneProperty()
        .addListener((o, was, is) -> {
          if (is == null) {
            scanner.pause.stop();
            scanner.keys.forget();
          }
        });
  }

  private void typed(KeyEvent event) {
    String text = event.getCharacter();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7F) {
        continue;
      }
      boolean reading = keys.isReading();
      if (keys.hear(c)) {
        event.consume();
        pause.playFromStart();
        if (!reading) {
          begun.run();
        }
      }
    }
    if (keys.isReading()) {
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (!keys.isReading()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB) {
      event.consume();
      end();
    }
  }

  private void end() {
    pause.stop();
    if (keys.isReading()) {
      read.accept(keys.take());
    }
  }
}
