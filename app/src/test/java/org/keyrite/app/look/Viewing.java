// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;

/**
 * Looks at a screen in windows of every size, with letters of every size, in every language and in
 * a longer one, light and dark. All of it happens on the FX thread between two pulses, so that the
 * screen stays the one that it is.
 *
 * @param wording the words on the screen
 * @param seen is shown each look that the screen has for a moment
 */
public record Viewing(Scene scene, Wording wording, Consumer<Look> seen) {
  /** A scroll bar that appears, or a line that wraps, is known to what is around it only then. */
  private static final int LAYOUT_PASSES = 4;

  /** What is wrong, a sentence each. */
  public List<String> defects(List<Look> looks) {
    List<String> defects = new ArrayList<>();
    Messages spoken = wording.messages();
    Parent root = scene.getRoot();
    Optional<Look> before = Optional.empty();
    for (Look look : looks) {
      wording.speak(look.texts());
      if (before.filter(look::isDressedLike).isEmpty()) {
        look.theme().dress(scene, look.size());
      }
      before = Optional.of(look);
      root.resize(look.width(), look.height());
      layOut(root);
      look.defects(scene).forEach(defect -> defects.add(look + ": " + defect));
      seen.accept(look);
    }
    wording.speak(spoken);
    Theme.LIGHT.dress(scene);
    root.resize(scene.getWidth(), scene.getHeight());
    return defects;
  }

  /** Whether nothing of a part is scrolled away or outside of the window. */
  public static boolean isWhole(Node part) {
    Bounds own = part.localToScene(part.getLayoutBounds());
    Scene scene = part.getScene();
    boolean whole = own.getMinY() >= 0 && own.getMaxY() <= scene.getHeight();
    for (Node at = part.getParent(); at != null && whole; at = at.getParent()) {
      if (at instanceof ScrollPane pane) {
        Bounds view = Visible.view(pane);
        whole = own.getMinY() >= view.getMinY() - 1 && own.getMaxY() <= view.getMaxY() + 1;
      }
    }
    return whole;
  }

  /** Gives everything its place. */
  public static void layOut(Parent root) {
    for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
      root.applyCss();
      root.layout();
    }
  }
}
