// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.guide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.Panel;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The guide over whatever screen is there: its titles, to be searched with every word of its pages,
 * and the pages. Who goes back finds what he left, as far scrolled as it was. Lives on the FX
 * thread.
 */
public final class GuideView {
  private final Frame frame;
  private final Wording wording;
  private final Guide guide;
  private final Deque<Left> behind = new ArrayDeque<>();
  private Panel panel = new Panel(Message.of("window.guide"), Message.of("window.guide.text"));
  private Node content = new VBox();
  private List<GuidePage> pages = List.of();

  /** Opens over this frame, in the language that is spoken when it is opened. */
  public GuideView(Frame frame, Wording wording, Guide guide) {
    this.frame = frame;
    this.wording = wording;
    this.guide = guide;
  }

  /** What somebody looked at before, and where he was on it. */
  private record Left(Panel panel, Node content, double place, Node focus) {}

  /** Shows the titles. */
  public void open() {
    pages = guide.pages(wording.language());
    TextField search = new TextField();
    search.accessibleTextProperty().bind(wording.of("window.guide.search"));
    search.setMaxWidth(560);
    Label label = wording.label("window.guide.search", "kr-body");
    label.setLabelFor(search);
    VBox titles = new VBox(8);
    search.textProperty().addListener((o, was, is) -> titles.getChildren().setAll(titles(is)));
    titles.getChildren().setAll(titles(""));
    content = new VBox(18, new VBox(6, label, search), titles);
    panel.over(frame, wording, content);
    search.requestFocus();
  }

  private List<Node> titles(String typed) {
    List<Found> found = Found.in(pages, typed);
    return found.isEmpty()
        ? List.of(wording.label("window.guide.nothing", "kr-body"))
        : found.stream().map(this::title).toList();
  }

  private Node title(Found found) {
    Label title = new Label(found.page().title());
    title.getStyleClass().add("kr-body");
    VBox lines = new VBox(2, title);
    if (!found.words().isEmpty()) {
      Label words = new Label(found.words());
      words.getStyleClass().add("kr-hint");
      lines.getChildren().add(words);
    }
    lines.getChildren().forEach(line -> ((Label) line).setWrapText(true));
    HBox.setHgrow(lines, Priority.ALWAYS);
    Button button = new Button(found.page().title());
    button.setGraphic(new HBox(14, new FontIcon("mdi2b-book-open-variant"), lines));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText(found.page().title());
    button.setAccessibleHelp(found.words());
    button.getStyleClass().add("kr-guide-title");
    button.setMinHeight(Button.USE_PREF_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(e -> show(found.page(), found.block()));
    return button;
  }

  /** Shows a page from its title on, or from one of its blocks. */
  private void show(GuidePage page, int block) {
    Node focus = Optional.ofNullable(frame.getScene().getFocusOwner()).orElse(content);
    behind.push(new Left(panel, content, frame.overlayPlace(), focus));
    VBox nodes = new PageNodes(page, guide, this::follow).nodes();
    content = new VBox(14, new Flow(24, 4, Pos.CENTER_LEFT, ways()), nodes);
    panel =
        new Panel(Message.of("window.guide.page", page.title()), Message.of("window.guide.here"));
    panel.over(frame, wording, content);
    if (block > 0) {
      frame.bringOnOverlay(nodes.getChildren().get(block - 1));
    }
  }

  /** Back to the titles, and to the page from which a link led here. */
  private Node[] ways() {
    Act all =
        Act.plain(
                wording,
                Message.of("window.guide.all"),
                () -> {
                  while (behind.size() > 1) {
                    behind.pop();
                  }
                  back();
                })
            .icon("mdi2f-format-list-bulleted");
    Act back =
        Act.plain(wording, Message.of("window.guide.back"), this::back).icon("mdi2a-arrow-left");
    return behind.size() > 1 ? new Node[] {back, all} : new Node[] {all};
  }

  private void back() {
    Left left = behind.pop();
    panel = left.panel();
    content = left.content();
    panel.over(frame, wording, content);
    left.focus().requestFocus();
    frame.overlayPlace(left.place());
  }

  /** Goes where a link leads that stays in the guide. */
  private void follow(String path) {
    pages.stream()
        .filter(page -> page.path().equals(path))
        .findFirst()
        .ifPresent(page -> show(page, 0));
  }
}
