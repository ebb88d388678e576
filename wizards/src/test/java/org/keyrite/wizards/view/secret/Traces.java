// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;

/** Where JavaFX may have kept a text: its static layout cache, properties, accessible texts. */
final class Traces {
  private Traces() {}

  /** Whether the layout cache holds a text in which two neighbours of the secret stand together. */
  static boolean inLayoutCache(String secret) {
    return layoutCache().stream().anyMatch(text -> hasNeighbours(text, secret));
  }

  /** Whether a node of this tree, or one of its properties, tells neighbours of the secret. */
  static boolean inNodes(Node node, String secret) {
    List<String> texts = new ArrayList<>();
    collect(node, texts);
    return texts.stream().anyMatch(text -> hasNeighbours(text, secret));
  }

  private static boolean hasNeighbours(String text, String secret) {
    for (int i = 0; i + 1 < secret.length(); i++) {
      if (text.contains(secret.substring(i, i + 2))) {
        return true;
      }
    }
    return false;
  }

  /** Forgets what was laid out before: serials of other tests have neighbours in common with it. */
  static void forgetLayouts() {
    try {
      cache().clear();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("JavaFX keeps its layouts elsewhere now", e);
    }
  }

  private static Hashtable<?, ?> cache() throws ReflectiveOperationException {
    Class<?> layout = Class.forName("com.sun.javafx.text.PrismTextLayout");
    Field cache = layout.getDeclaredField("stringCache");
    cache.setAccessible(true);
    return (Hashtable<?, ?>) cache.get(null);
  }

  private static List<String> layoutCache() {
    try {
      List<String> texts = new ArrayList<>();
      for (Object entry : cache().values()) {
        Field text = entry.getClass().getDeclaredField("text");
        text.setAccessible(true);
        Object characters = text.get(entry);
        if (characters != null) {
          texts.add(new String((char[]) characters));
        }
      }
      return texts;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("JavaFX keeps its layouts elsewhere now", e);
    }
  }

  private static void collect(Node node, List<String> texts) {
    if (node instanceof Text text) {
      texts.add(text.getText());
    }
    for (AccessibleAttribute attribute :
        List.of(
            AccessibleAttribute.TEXT,
            AccessibleAttribute.HELP,
            AccessibleAttribute.ROLE_DESCRIPTION)) {
      texts.add(String.valueOf(node.queryAccessibleAttribute(attribute)));
    }
    properties(node, texts);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }

  /** Every property that the class of this node offers. */
  private static void properties(Node node, List<String> texts) {
    for (var method : node.getClass().getMethods()) {
      if (method.getParameterCount() == 0
          && method.getName().endsWith("Property")
          && ReadOnlyProperty.class.isAssignableFrom(method.getReturnType())) {
        try {
          method.setAccessible(true);
          Object value = ((ObservableValue<?>) method.invoke(node)).getValue();
          if (value instanceof CharSequence) {
            texts.add(value.toString());
          }
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}
