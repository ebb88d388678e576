// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Whether whoever sees no colours is told the same: what is chosen has a tick, what is wrong or
 * right a word beside it, and each state of a section, of work or of a device an icon of its own.
 */
public final class NotByColour {
  private static final String TICK = "mdi2c-check-bold";

  /** The icon that a state has, by its style class. */
  private static final Map<String, String> STATES =
      Map.of(
          "kr-done", "mdi2c-check-circle",
          "kr-now", "mdi2c-circle-slice-8",
          "kr-to-come", "mdi2c-circle-outline");

  private static final Map<String, String> LIGHTS =
      Map.of(
          "kr-idle", "mdi2c-circle-outline",
          "kr-working", "mdi2p-progress-clock",
          "kr-ok", "mdi2c-check-circle",
          "kr-attention", "mdi2a-alert",
          "kr-muted", "mdi2s-smart-card-reader-outline");

  private NotByColour() {}

  /** What is told by colour alone on a scene, a sentence each. */
  public static List<String> defects(Scene scene) {
    List<String> defects = new ArrayList<>();
    for (Node node : Visible.nodes(scene)) {
      if (has(node, "kr-choice") && isSelected(node) && !holds(node, icon(TICK))) {
        defects.add(Visible.name(node) + " is chosen without a tick");
      }
      if (has(node, "kr-wrong") && !holds(around(node, "kr-field"), NotByColour::isRefusal)) {
        defects.add(Visible.name(node) + " is wrong, and no word says so");
      }
      if ((has(node, "kr-good") || has(node, "kr-different"))
          && has(node, "kr-typed")
          && !holds(node.getParent(), other -> has(other, "kr-judgement"))) {
        defects.add(Visible.name(node) + " is judged without a word");
      }
      if (has(node, "kr-rail-row") && !(node instanceof Labeled) || has(node, "kr-work-line")) {
        state(node, STATES, node, defects);
      }
      if (has(node, "kr-light-icon")) {
        state(node, LIGHTS, node, defects);
        if (!holds(node.getParent(), other -> Visible.showsText(other))) {
          defects.add(Visible.name(node) + " is a light without words");
        }
      }
    }
    return defects;
  }

  private static void state(
      Node node, Map<String, String> icons, Node within, List<String> defects) {
    icons.forEach((state, literal) -> {
      if (has(node, state) && !holds(within, icon(literal))) {
        defects.add(Visible.name(node) + " is " + state + " without the icon " + literal);
      }
    });
  }

  private static boolean isSelected(Node node) {
    return node instanceof ToggleButton toggle && toggle.isSelected()
        || node instanceof RadioButton radio && radio.isSelected();
  }

  private static boolean isRefusal(Node node) {
    return has(node, "kr-refused") && Visible.showsText(node);
  }

  private static Predicate<Node> icon(String literal) {
    return node -> node instanceof FontIcon icon && literal.equals(icon.getIconLiteral());
  }

  private static boolean has(Node node, String styleClass) {
    return node.getStyleClass().contains(styleClass);
  }

  private static Node around(Node node, String styleClass) {
    Node at = node;
    while (at.getParent() != null && !has(at, styleClass)) {
      at = at.getParent();
    }
    return at;
  }

  private static boolean holds(Node node, Predicate<Node> wanted) {
    if (!node.isVisible()) {
      return false;
    }
    return wanted.test(node)
        || node instanceof Parent parent
            && parent.getChildrenUnmodifiable().stream().anyMatch(child -> holds(child, wanted));
  }
}
