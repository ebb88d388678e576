// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.look;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;

/** What of a scene can be seen and used: nothing hidden, nothing under another screen. */
final class Visible {
  private Visible() {}

  /** Every node that is seen, in the order in which it is drawn. */
  static List<Node> nodes(Scene scene) {
    List<Node> nodes = new ArrayList<>();
    collect(scene.getRoot(), nodes);
    return nodes;
  }

  private static void collect(Node node, List<Node> into) {
    if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
      return;
    }
    into.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  /** Whether this is a piece of text or a label that shows text. */
  static boolean showsText(Node node) {
    return node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isBlank()
        && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
        && written(labeled) != null;
  }

  /** The text that a label draws. */
  static Text written(Labeled labeled) {
    return labeled.getChildrenUnmodifiable().stream()
        .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
        .map(Text.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** Where a node is in the scene, as much of it as can be scrolled into view sideways. */
  static Bounds inScene(Node node) {
    Node ink = node instanceof Labeled labeled && showsText(node) ? written(labeled) : node;
    return ink.localToScene(ink.getLayoutBounds());
  }

  /** The nearest part around a node that scrolls, if one does. */
  static ScrollPane scroller(Node node) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane) {
        return pane;
      }
    }
    return null;
  }

  /** The part of a scroller through which its content is seen. */
  static Bounds view(ScrollPane pane) {
    Bounds all = pane.localToScene(pane.getLayoutBounds());
    Bounds port = pane.getViewportBounds();
    return new BoundingBox(all.getMinX(), all.getMinY(), port.getWidth(), port.getHeight());
  }

  /** What can be seen of a node now; without width or height if it is scrolled away. */
  static Bounds seen(Node node) {
    Bounds bounds = inScene(node);
    ScrollPane pane = scroller(node);
    return pane == null ? bounds : common(bounds, view(pane));
  }

  /** What both have in common; without width or height if that is nothing. */
  static Bounds common(Bounds a, Bounds b) {
    double x = Math.max(a.getMinX(), b.getMinX());
    double y = Math.max(a.getMinY(), b.getMinY());
    double width = Math.min(a.getMaxX(), b.getMaxX()) - x;
    double height = Math.min(a.getMaxY(), b.getMaxY()) - y;
    return new BoundingBox(x, y, Math.max(0, width), Math.max(0, height));
  }

  /** Whether one is somewhere in the other. */
  static boolean isIn(Node node, Node around) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == around) {
        return true;
      }
    }
    return false;
  }

  /** What to call a node in a sentence about it. */
  static String name(Node node) {
    String text = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
    return node.getClass().getSimpleName() + node.getStyleClass() + text;
  }
}
