// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.guide;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.Panel;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/** The guide over whatever screen is there: its titles, to be searched, and its pages. */
public final class GuideView {
  private final Frame frame;
  private final Wording wording;
  private final Guide guide;

  /** Opens over this frame, in the language that is spoken when it is opened. */
  public GuideView(Frame frame, Wording wording, Guide guide) {
    this.frame = frame;
    this.wording = wording;
    this.guide = guide;
  }

  /** Shows the titles. */
  public void open() {
    List<GuidePage> pages = guide.pages(wording.language());
    TextField search = new TextField();
    search.accessibleTextProperty().bind(wording.of("window.guide.search"));
    search.setMaxWidth(560);
    Label label = wording.label("window.guide.search", "kr-body");
    label.setLabelFor(search);
    VBox titles = new VBox(8);
    Runnable look =
        () ->
            titles
                .getChildren()
                .setAll(
                    pages.stream()
                        .filter(page -> fits(page, search.getText()))
                        .map(this::title)
                        .toList());
    search.textProperty().addListener((o, was, is) -> look.run());
    look.run();
    new Panel(Message.of("window.guide"), Message.of("window.guide.text"))
        .over(frame, wording, new VBox(18, new VBox(6, label, search), titles));
    search.requestFocus();
  }

  /** Whether all words that were typed stand in the title or the headings. */
  private static boolean fits(GuidePage page, String typed) {
    String heads =
        page.blocks().stream()
            .filter(Block.Heading.class::isInstance)
            .map(block -> GuidePage.words(((Block.Heading) block).words()))
            .reduce("", (all, head) -> all + " " + head)
            .toLowerCase(Locale.ROOT);
    return List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
        .allMatch(heads::contains);
  }

  private Node title(GuidePage page) {
    Button button = new Button(page.title(), new FontIcon("mdi2b-book-open-variant"));
    button.getStyleClass().add("kr-guide-title");
    button.setWrapText(true);
    button.setMinHeight(Button.USE_PREF_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(e -> show(page));
    return button;
  }

  private void show(GuidePage page) {
    Act all =
        Act.plain(wording, Message.of("window.guide.all"), this::open).icon("mdi2a-arrow-left");
    VBox content = new VBox(14, all, new PageNodes(page, guide, this::follow).nodes());
    new Panel(Message.of("window.guide.page", page.title()), Message.of("window.guide.here"))
        .over(frame, wording, content);
  }

  /** Goes where a link leads that stays in the guide. */
  private void follow(String path) {
    guide.pages(wording.language()).stream()
        .filter(page -> page.path().equals(path))
        .findFirst()
        .ifPresent(this::show);
  }
}
