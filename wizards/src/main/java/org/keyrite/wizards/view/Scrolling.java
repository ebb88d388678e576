// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * Content that is scrolled up and down where there is no room for all of it, and never sideways.
 * Whatever gets the focus in it is brought into view.
 */
final class Scrolling extends ScrollPane {
  /** Room that stays around what is brought into view. */
  private static final double AROUND = 12;

  private final ChangeListener<Node> focusMoved = (o, was, is) -> bringFocus(is);

  Scrolling(Region content) {
    super(content);
    getStyleClass().add("kr-scroll");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    sceneProperty().addListener((o, was, is) -> follow(was, is));
  }

  private void follow(Scene was, Scene is) {
    if (was != null) {
      was.focusOwnerProperty().removeListener(focusMoved);
    }
    if (is != null) {
      is.focusOwnerProperty().addListener(focusMoved);
    }
  }

  private void bringFocus(Node focused) {
    for (Node at = focused; at != null; at = at.getParent()) {
      if (at == getContent()) {
        bring(focused);
        return;
      }
    }
  }

  /** Scrolls no more than needed to see this node, or its top where it is higher than the view. */
  void bring(Node node) {
    double view = getViewportBounds().getHeight();
    double all = getContent().getLayoutBounds().getHeight();
    if (all <= view) {
      return;
    }
    Bounds bounds = getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double top = getVvalue() * (all - view);
    double least = bounds.getMaxY() + AROUND - view;
    double most = bounds.getMinY() - AROUND;
    double to = Math.min(Math.max(top, least), most);
    setVvalue(Math.clamp(to / (all - view), 0, 1));
  }

  /** Scrolls by this many views, downwards if it is more than 0. */
  void turn(double views) {
    double view = getViewportBounds().getHeight();
    double hidden = getContent().getLayoutBounds().getHeight() - view;
    if (hidden > 0) {
      setVvalue(Math.clamp(getVvalue() + views * view / hidden, 0, 1));
    }
  }
}
