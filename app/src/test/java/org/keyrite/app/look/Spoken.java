// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.look;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;

/** Whether a screen reader has a word and a kind for everything that gets the focus. */
public final class Spoken {
  private Spoken() {}

  /** What says nothing on a scene, a sentence each. */
  public static List<String> defects(Scene scene) {
    List<String> defects = new ArrayList<>();
    for (Node node : Visible.nodes(scene)) {
      boolean pressed = node instanceof javafx.scene.control.ButtonBase;
      if (!node.isFocusTraversable() && !pressed) {
        continue;
      }
      if (word(node).isBlank()) {
        defects.add(Visible.name(node) + " has no accessible text");
      }
      AccessibleRole role = node.getAccessibleRole();
      if (role == null || role == AccessibleRole.PARENT || role == AccessibleRole.NODE) {
        defects.add(Visible.name(node) + " has no accessible role");
      }
    }
    return defects;
  }

  private static String word(Node node) {
    if (node.getAccessibleText() != null) {
      return node.getAccessibleText();
    }
    if (node instanceof Labeled labeled) {
      return String.valueOf(labeled.getText());
    }
    if (node instanceof TextInputControl) {
      return "";
    }
    Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return text == null ? "" : text.toString();
  }
}
