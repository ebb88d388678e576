// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.KeyEvent;

/**
 * Brings characters from the keyboard to a control that keeps them itself, dead keys and input
 * methods included. JavaFX hands each character over in a string of its own; it is never joined
 * with another.
 */
final class Typing {
  private Typing() {}

  /** Calls {@code accept} for each character typed while {@code node} has the focus. */
  static void into(Node node, Predicate<Character> accept) {
    node.addEventHandler(
        KeyEvent.KEY_TYPED,
        event -> {
          if (!isShortcut(event) && each(event.getCharacter(), accept)) {
            event.consume();
          }
        });
    node.setOnInputMethodTextChanged(
        (InputMethodEvent event) -> each(event.getCommitted(), accept));
    node.setInputMethodRequests(new NothingToRead());
  }

  private static boolean each(String typed, Predicate<Character> accept) {
    boolean any = false;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c >= 0x20 && c != 0x7F) {
        any |= accept.test(c);
      }
    }
    return any;
  }

  /** Control and Alt together are AltGr on some systems and type characters. */
  private static boolean isShortcut(KeyEvent event) {
    boolean altGraph = event.isControlDown() && event.isAltDown();
    return (event.isControlDown() || event.isAltDown() || event.isMetaDown()) && !altGraph;
  }

  /** Lets input methods compose, and tells them nothing of what is there. */
  private static final class NothingToRead implements InputMethodRequests {
    @Override
    public Point2D getTextLocation(int offset) {
      return Point2D.ZERO;
    }

    @Override
    public int getLocationOffset(int x, int y) {
      return 0;
    }

    @Override
    public void cancelLatestCommittedText() {}

    @Override
    public String getSelectedText() {
      return "";
    }
  }
}
