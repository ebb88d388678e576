// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Draws a page of the guide.
 *
 * @param follow goes to another page of the guide, by its path
 */
record PageNodes(GuidePage page, Guide guide, Consumer<String> follow) {
  private static final double WIDTH = 900;
  private static final double PICTURE = 760;

  VBox nodes() {
    VBox nodes = new VBox(12);
    nodes.setMaxWidth(WIDTH);
    page.content().forEach(block -> nodes.getChildren().add(node(block)));
    return nodes;
  }

  private Node node(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph(var words) -> flow(words);
      case Block.Item item -> item(item);
      case Block.Picture picture -> picture(picture);
      case Block.Code(var lines) -> code(lines);
      case Block.Table(var rows) -> table(rows);
    };
  }

  private static Label heading(Block.Heading heading) {
    Label label = new Label(GuidePage.words(heading.words()));
    label.getStyleClass().add("kr-heading");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private HBox item(Block.Item item) {
    Label mark = new Label(item.number() == 0 ? "•" : item.number() + ".");
    mark.getStyleClass().add("kr-body");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    TextFlow words = flow(item.words());
    HBox.setHgrow(words, Priority.ALWAYS);
    return new HBox(12, mark, words);
  }

  private Node picture(Block.Picture picture) {
    String path = page.resolve(picture.target());
    Image image =
        new Image(
            guide
                .picture(path)
                .orElseThrow(() -> new IllegalArgumentException("no picture " + path))
                .toExternalForm());
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitWidth(Math.min(PICTURE, image.getWidth()));
    view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    view.setAccessibleText(picture.told());
    HBox framed = new HBox(view);
    framed.getStyleClass().add("kr-guide-picture");
    framed.setMaxWidth(Region.USE_PREF_SIZE);
    return framed;
  }

  private static Label code(String lines) {
    Label label = new Label(lines);
    label.getStyleClass().add("kr-guide-code");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private GridPane table(List<List<List<Span>>> rows) {
    GridPane grid = new GridPane(24, 8);
    grid.getStyleClass().add("kr-guide-table");
    for (int column = 0; column < rows.getFirst().size(); column++) {
      ColumnConstraints wide = new ColumnConstraints();
      wide.setPercentWidth(100.0 / rows.getFirst().size());
      grid.getColumnConstraints().add(wide);
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        TextFlow cell = flow(rows.get(row).get(column));
        if (row == 0) {
          cell.getStyleClass().add("kr-guide-head");
        }
        GridPane.setValignment(cell, VPos.TOP);
        grid.add(cell, column, row);
      }
    }
    return grid;
  }

  private TextFlow flow(List<Span> words) {
    List<Node> parts = new ArrayList<>();
    words.forEach(span -> parts.add(part(span)));
    TextFlow flow = new TextFlow(parts.toArray(Node[]::new));
    flow.getStyleClass().add("kr-guide-text");
    flow.setMinWidth(0);
    flow.setAccessibleRole(AccessibleRole.TEXT);
    flow.setAccessibleText(GuidePage.words(words));
    return flow;
  }

  private Node part(Span span) {
    String path = page.resolve(span.target());
    if (span.look() == Span.Look.LINK && GuidePage.isInGuide(path)) {
      Hyperlink link = new Hyperlink(span.text());
      link.setOnAction(e -> follow.accept(path));
      return link;
    }
    Text text = new Text(span.text());
    text.getStyleClass()
        .add(
            switch (span.look()) {
              case STRONG, EMPHASIS -> "kr-guide-strong";
              case CODE -> "kr-guide-mono";
              case PLAIN, LINK -> "kr-guide-plain";
            });
    return text;
  }
}
