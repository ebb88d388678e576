// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.keyrite.app.Installation.Finding;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.journal.HashText;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.Panel;
import org.keyrite.wizards.view.look.Wording;

/**
 * Which Keyrite this is, over the home screen: its version, and where it was installed from a
 * package, whether it is still what was packed, with the hash that people compare.
 *
 * @param installation empty when the program runs from its sources
 * @param work where the files are read; not the FX thread
 */
record AboutPage(
    Wording wording, String product, Optional<Installation> installation, Executor work) {
  private static final double ICON = 96;
  private static final int GROUPS_A_LINE = 8;
  private static final int WORDS_A_LINE = 8;

  /** Opens the page; Esc closes it. */
  void open(Frame frame) {
    ImageView icon = new ImageView(Icon.image(128));
    icon.setFitWidth(ICON);
    icon.setFitHeight(ICON);
    VBox found = new VBox(12);
    VBox words = new VBox(12, wording.label("window.about.what", "kr-body"), found, licence());
    HBox content = new HBox(28, icon, words);
    content.setAlignment(Pos.TOP_LEFT);
    new Panel(Message.of("window.about"), Message.of("window.about.text", product))
        .over(frame, wording, content);
    if (installation.isEmpty()) {
      found.getChildren().setAll(wording.label("window.about.sources", "kr-body"));
      return;
    }
    found.getChildren().setAll(wording.label("window.about.looking", "kr-body", "kr-muted"));
    work.execute(() -> {
      Finding finding = installation.get().look();
      Platform.runLater(() -> found.getChildren().setAll(told(finding)));
    });
  }

  private Label licence() {
    return wording.label("window.about.licence", "kr-hint");
  }

  private List<Node> told(Finding finding) {
    return switch (finding) {
      case Finding.Whole(Bytes hash) ->
          List.of(
              wording.label("window.about.whole", "kr-body"),
              lines(HashText.groups(hash), GROUPS_A_LINE, "kr-serial"),
              lines(HashText.words(hash), WORDS_A_LINE, "kr-body"));
      case Finding.Changed(List<String> files) ->
          List.of(
              wording.label(
                  Message.of("window.about.changed", files.getFirst(), files.size()),
                  "kr-body",
                  "kr-refused"));
    };
  }

  private static Label lines(List<String> pieces, int perLine, String look) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      text.append(i == 0 ? "" : i % perLine == 0 ? "\n" : " ").append(pieces.get(i));
    }
    Label label = new Label(text.toString());
    label.getStyleClass().add(look);
    return label;
  }
}
