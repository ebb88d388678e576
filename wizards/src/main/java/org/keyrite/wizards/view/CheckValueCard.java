// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.PgpWords;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A key check value to be read aloud: the serial of its device on top, hex digits in groups of
 * four, two a line, and below a hairline a word for each byte.
 */
final class CheckValueCard extends VBox {
  private static final String NAME = ".kcv";
  private static final int GROUP = 4;
  private static final int GROUPS_A_LINE = 2;
  private static final int WORDS_A_LINE = 4;

  private CheckValueCard(Wording wording, Fact<?> fact, String serial, Bytes value) {
    super(4);
    getStyleClass().addAll("kr-card", "kr-check-value");
    Message which =
        fact.index() > 0 ? Message.of("window.device.number", fact.index()) : fact.label();
    Label name = wording.label(which, "kr-heading");
    name.setGraphic(new FontIcon("mdi2u-usb-flash-drive-outline"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label device = plain(serial, "kr-serial");
    device.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(12, name, gap, device);
    head.setAlignment(Pos.BASELINE_LEFT);
    getChildren().addAll(head, digits(value), new Separator(), words(value));
  }

  /**
   * The card of a fact that is the check value of a device; none where it is something else.
   *
   * @param texts all facts, as texts
   */
  static Optional<Node> of(Wording wording, Fact<?> fact, Map<String, String> texts) {
    String text = texts.getOrDefault(fact.name(), "");
    if (!fact.name().endsWith(NAME) || !text.matches("([0-9A-Fa-f]{2})+")) {
      return Optional.empty();
    }
    String device = fact.name().substring(0, fact.name().length() - NAME.length());
    String serial = texts.getOrDefault(device + ".serial", "");
    return Optional.of(new CheckValueCard(wording, fact, serial, Bytes.fromHex(text)));
  }

  private static Node digits(Bytes value) {
    String hex = value.toHex().toUpperCase(Locale.ROOT);
    VBox lines = new VBox();
    lines.setAlignment(Pos.CENTER);
    int line = GROUP * GROUPS_A_LINE;
    for (int i = 0; i < hex.length(); i += line) {
      String all = hex.substring(i, Math.min(i + line, hex.length()));
      Label label = plain(all.replaceAll("(.{" + GROUP + "})(?=.)", "$1 "), "kr-value");
      label.setMinWidth(USE_PREF_SIZE);
      lines.getChildren().add(label);
    }
    return lines;
  }

  private static Node words(Bytes value) {
    VBox lines = new VBox(2);
    List<String> words = new PgpWords().words(value);
    for (int i = 0; i < words.size(); i += WORDS_A_LINE) {
      List<Label> line = new ArrayList<>();
      for (String word : words.subList(i, Math.min(i + WORDS_A_LINE, words.size()))) {
        Label label = plain(word, "kr-check-word");
        label.setMinWidth(USE_PREF_SIZE);
        line.add(label);
      }
      lines.getChildren().add(new Flow(14, 0, Pos.CENTER, line.toArray(Node[]::new)));
    }
    return lines;
  }

  private static Label plain(String text, String look) {
    Label label = new Label(text);
    label.getStyleClass().add(look);
    return label;
  }
}
