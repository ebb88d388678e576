// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * The parts of a window between which F6 moves the focus: from one to the next that can take it,
 * and from the last to the first. Who comes back to a part finds the focus where he left it.
 */
final class Areas {
  /** Says that this part can be read with the focus on it though Tab does not stop there. */
  static final String READ_ONLY = "kr-read-only-area";

  private final Map<Node, Node> left = new HashMap<>();

  /** Forgets where the focus was. */
  void forget() {
    left.clear();
  }

  /**
   * Moves the focus.
   *
   * @param areas the parts in their order
   * @param backwards to the one before instead of the next
   */
  void move(List<Node> areas, Scene scene, boolean backwards) {
    List<Node> order = new ArrayList<>(areas);
    if (backwards) {
      Collections.reverse(order);
    }
    Node focused = scene.getFocusOwner();
    Optional<Node> from = order.stream().filter(area -> isIn(focused, area)).findFirst();
    from.ifPresent(area -> left.put(area, focused));
    Collections.rotate(order, -1 - from.map(order::indexOf).orElse(-1));
    for (Node area : order) {
      Optional<Node> place = place(area);
      if (place.isPresent()) {
        place.get().requestFocus();
        return;
      }
    }
  }

  private Optional<Node> place(Node area) {
    Optional<Node> known =
        Optional.ofNullable(left.get(area)).filter(node -> isIn(node, area) && canHave(node));
    return known.isPresent() ? known : first(area);
  }

  private static Optional<Node> first(Node node) {
    if (!canHave(node)) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    Optional<Node> inside =
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(c -> first(c).stream()).findFirst()
            : Optional.empty();
    boolean itself = node.getStyleClass().contains(READ_ONLY);
    return inside.isEmpty() && itself ? Optional.of(node) : inside;
  }

  private static boolean canHave(Node node) {
    return node.isVisible() && !node.isDisabled();
  }

  private static boolean isIn(Node node, Node area) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == area) {
        return true;
      }
    }
    return false;
  }
}
