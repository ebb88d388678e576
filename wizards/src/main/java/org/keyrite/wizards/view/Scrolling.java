// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

  private final ReadOnlyBooleanWrapper moreBelow = new ReadOnlyBooleanWrapper();

  Scrolling(Region content) {
    super(content);
    vvalueProperty().addListener((o, was, is) -> look());
    viewportBoundsProperty().addListener((o, was, is) -> resized(was, is));
    content.heightProperty().addListener((o, was, is) -> look());
    getStyleClass().add("kr-scroll");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    sceneProperty().addListener((o, was, is) -> follow(was, is));
  }

  /** Whether something stands below what is seen. */
  ReadOnlyBooleanProperty moreBelowProperty() {
    return moreBelow.getReadOnlyProperty();
  }

  /** What has the focus stays in sight where something below takes room. */
  private void resized(Bounds was, Bounds is) {
    look();
    if (is.getHeight() < was.getHeight() && getScene() != null) {
      bringFocus(getScene().getFocusOwner());
    }
  }

  /** Scrolls whatever is around this node so that it is seen. */
  static void bringInSight(Node node) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof Scrolling scrolling) {
        scrolling.bring(node);
      }
    }
  }

  private void look() {
    double hidden = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    if (hidden <= 0 && getVvalue() != 0) {
      // The skin keeps a place also where there is none, and goes there when letters grow.
      setVvalue(0);
    }
    moreBelow.set(hidden > AROUND && getVvalue() * hidden < hidden - AROUND);
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
