// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.look;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Contrast as WCAG 2.1 defines it, of every letter and icon on a screen against what is really
 * painted below it: the colours are those that JavaFX resolved, with all that is transparent mixed.
 */
public final class Contrast {
  /** The least for text of any size here; larger text could do with 3. */
  private static final double TEXT = 4.5;

  /** The least for an icon that has no word beside it. */
  private static final double ICON = 3;

  private Contrast() {}

  /** What is too pale on a scene, a sentence each. */
  public static List<String> defects(Scene scene) {
    List<String> defects = new ArrayList<>();
    for (Node node : Visible.nodes(scene)) {
      if (!node.getStyleClass().contains("kr-watermark")) {
        look(node, defects);
      }
    }
    return defects;
  }

  private static void look(Node node, List<String> defects) {
    Shape ink;
    double least = TEXT;
    if (Visible.showsText(node)) {
      ink = Visible.written((Labeled) node);
    } else if (node instanceof FontIcon icon) {
      ink = icon;
      least = ICON;
    } else if (node instanceof Text text && isTyped(text)) {
      ink = text;
    } else {
      return;
    }
    for (Color ground : grounds(ink)) {
      for (Color colour : colours(ink.getFill())) {
        double ratio = ratio(over(colour, opacity(node), ground), ground);
        if (ratio < least) {
          defects.add("%s is %s on %s: %.2f".formatted(Visible.name(node), colour, ground, ratio));
        }
      }
    }
  }

  /** Text in a field that people type in. */
  private static boolean isTyped(Text text) {
    return !text.getText().isBlank()
        && text.getParent() != null
        && text.getParent().getParent() instanceof javafx.scene.control.TextInputControl;
  }

  private static double opacity(Node node) {
    double opacity = 1;
    for (Node at = node; at != null; at = at.getParent()) {
      opacity *= at.getOpacity();
    }
    return opacity;
  }

  /** Every colour that may lie under a node: one, or those of stripes. */
  private static Set<Color> grounds(Node ink) {
    Bounds bounds = ink.localToScene(ink.getLayoutBounds());
    ScrollPane scroller = Visible.scroller(ink);
    // What is scrolled away lies under nothing that is outside of what scrolls.
    Bounds place = scroller == null ? bounds : Visible.view(scroller);
    Set<Color> grounds = Set.of(Color.WHITE);
    // It lies under nothing; only what scrolls it lies around it.
    boolean isScrolledAway = isScrolledAway(ink, bounds);
    List<Parent> around = new ArrayList<>();
    for (Parent at = ink.getParent(); at != null; at = at.getParent()) {
      around.addFirst(at);
    }
    for (int i = 0; i < around.size(); i++) {
      Parent part = around.get(i);
      place = part == scroller ? bounds : place;
      grounds = painted(part, grounds);
      // What it stands on itself, such as the plate of an icon, goes with it.
      if (isScrolledAway && part != ink.getParent()) {
        continue;
      }
      Node next = i + 1 < around.size() ? around.get(i + 1) : ink;
      for (Node sibling : part.getChildrenUnmodifiable()) {
        if (sibling == next) {
          break;
        }
        if (sibling.isVisible() && covers(sibling, place)) {
          grounds = painted(sibling, grounds);
        }
      }
    }
    return grounds;
  }

  private static boolean isScrolledAway(Node ink, Bounds bounds) {
    ScrollPane pane = Visible.scroller(ink);
    return pane != null && !isIn(Visible.view(pane), bounds);
  }

  /** Whether the middle of something is in a part of the scene. */
  private static boolean isIn(Bounds part, Bounds bounds) {
    return part.contains(
        (bounds.getMinX() + bounds.getMaxX()) / 2, (bounds.getMinY() + bounds.getMaxY()) / 2);
  }

  private static boolean covers(Node node, Bounds bounds) {
    Bounds own = node.localToScene(node.getLayoutBounds());
    return isIn(own, bounds);
  }

  private static Set<Color> painted(Node node, Set<Color> below) {
    if (!(node instanceof Region region) || region.getBackground() == null) {
      return below;
    }
    Set<Color> grounds = below;
    for (BackgroundFill fill : region.getBackground().getFills()) {
      Set<Color> mixed = new LinkedHashSet<>();
      for (Color ground : grounds) {
        colours(fill.getFill()).forEach(colour -> mixed.add(over(colour, 1, ground)));
      }
      grounds = mixed;
    }
    return grounds;
  }

  private static List<Color> colours(Paint paint) {
    return switch (paint) {
      case Color colour -> List.of(colour);
      case LinearGradient gradient ->
          gradient.getStops().stream().map(Stop::getColor).distinct().toList();
      default -> List.of();
    };
  }

  private static Color over(Color top, double opacity, Color ground) {
    double part = top.getOpacity() * opacity;
    return Color.color(
        top.getRed() * part + ground.getRed() * (1 - part),
        top.getGreen() * part + ground.getGreen() * (1 - part),
        top.getBlue() * part + ground.getBlue() * (1 - part));
  }

  static double ratio(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
