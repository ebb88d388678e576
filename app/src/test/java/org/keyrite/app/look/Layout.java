// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whether everything on a screen can be read and reached: nothing cut off, nothing covered. */
public final class Layout {
  /** Pixels by which letters may stick out: boxes of text are larger than their ink. */
  private static final double SLACK = 3;

  /** Boxes of lines overlap by their line spacing without the letters touching. */
  private static final double LINE_SLACK = 8;

  /** The least width and height of a button, in pixels. */
  private static final double TARGET = 42;

  private static final Set<String> FIELDS = Set.of("kr-input", "kr-typed", "kr-zone-body");

  private final double width;
  private final double height;
  private final List<Node> visible;
  private final List<String> defects = new ArrayList<>();

  private Layout(Scene scene) {
    width = scene.getRoot().getLayoutBounds().getWidth();
    height = scene.getRoot().getLayoutBounds().getHeight();
    visible = Visible.nodes(scene);
  }

  /** What is wrong with the layout of a scene, a sentence each. */
  public static List<String> defects(Scene scene) {
    Layout layout = new Layout(scene);
    layout.visible.stream().filter(Layout::counts).forEach(layout::look);
    layout.overlaps();
    return layout.defects;
  }

  /** Text, fields, icons: what a person looks for. Marks across the whole screen are none. */
  private static boolean counts(Node node) {
    boolean mark = node.getStyleClass().contains("kr-watermark");
    return !mark
        && (Visible.showsText(node)
            || node instanceof TextInputControl
            || node instanceof FontIcon
            || node instanceof ButtonBase
            || node.getStyleClass().stream().anyMatch(FIELDS::contains));
  }

  private void look(Node node) {
    if (Visible.showsText(node)) {
      cutOff((Labeled) node);
    }
    outside(node);
    sticksOut(node);
    small(node);
  }

  private void cutOff(Labeled labeled) {
    Text written = Visible.written(labeled);
    if (!written.getText().equals(labeled.getText())) {
      tell(labeled, "is shortened to \"" + written.getText() + "\"");
    }
    Bounds ink = written.getBoundsInParent();
    if (ink.getHeight() > labeled.getHeight() + SLACK
        || ink.getWidth() > labeled.getWidth() + SLACK) {
      tell(labeled, "is larger than its room");
    }
  }

  /** Every button can be hit by a hand that is not steady. */
  private void small(Node node) {
    Bounds bounds = node.getLayoutBounds();
    if (node instanceof ButtonBase && Math.min(bounds.getWidth(), bounds.getHeight()) < TARGET) {
      tell(node, "is too small to hit: %.0f".formatted(bounds.getHeight()));
    }
  }

  private void outside(Node node) {
    Bounds bounds = Visible.inScene(node);
    ScrollPane pane = Visible.scroller(node);
    double left = 0;
    double right = width;
    if (pane != null) {
      left = Visible.view(pane).getMinX();
      right = Visible.view(pane).getMaxX();
      if (Visible.view(pane).getHeight() < 60) {
        tell(node, "is scrolled in a slit");
      }
    } else if (bounds.getMinY() < -SLACK || bounds.getMaxY() > height + SLACK) {
      tell(node, "is above or below the window: " + place(bounds));
    }
    if (bounds.getMinX() < left - SLACK || bounds.getMaxX() > right + SLACK) {
      tell(node, "is beside the window or its part of it: " + place(bounds));
    }
  }

  /** Text belongs on the card, band or button that it is part of. */
  private void sticksOut(Node node) {
    Bounds bounds = Visible.inScene(node);
    for (Node at = node.getParent(); at != null && !isView(at); at = at.getParent()) {
      if (at instanceof Region region
          && region.getBackground() != null
          && !region.getBackground().getFills().isEmpty()
          && !region.getStyleClass().contains("kr-group")) {
        Bounds around = region.localToScene(region.getLayoutBounds());
        if (bounds.getMinX() < around.getMinX() - SLACK
            || bounds.getMaxX() > around.getMaxX() + SLACK
            || bounds.getMinY() < around.getMinY() - SLACK
            || bounds.getMaxY() > around.getMaxY() + SLACK) {
          tell(node, "sticks out of " + Visible.name(region) + ": " + place(bounds));
        }
      }
    }
  }

  private static boolean isView(Node node) {
    return node instanceof ScrollPane || node.getStyleClass().contains("viewport");
  }

  private void overlaps() {
    List<Node> all = visible.stream().filter(Layout::counts).toList();
    List<Bounds> seen = all.stream().map(Visible::seen).toList();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Bounds common = Visible.common(seen.get(i), seen.get(j));
        if (common.getWidth() > SLACK && common.getHeight() > LINE_SLACK) {
          overlap(all.get(i), all.get(j), common);
        }
      }
    }
  }

  private void overlap(Node one, Node other, Bounds common) {
    if (!Visible.isIn(one, other) && !Visible.isIn(other, one)) {
      tell(one, "lies on " + Visible.name(other) + ": " + place(common));
    }
  }

  private void tell(Node node, String what) {
    defects.add(Visible.name(node) + " " + what);
  }

  private static String place(Bounds b) {
    return "%.0f..%.0f, %.0f..%.0f".formatted(b.getMinX(), b.getMaxX(), b.getMinY(), b.getMaxY());
  }
}
