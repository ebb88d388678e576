// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Marked;
import org.keyrite.wizards.view.look.Wording;

/**
 * Facts as people compare them: the name of each beside its value, or above it where letters are
 * large; the items of a list below one another. Choices are told in words, long hex in groups.
 */
final class FactTable extends VBox {
  /** From so many hex digits on, nobody reads them without gaps. */
  private static final String LONG_HEX = "[0-9A-Fa-f]{24,}";

  /** The same in groups already. */
  private static final String GROUPED_HEX = "[0-9A-F]{4}( [0-9A-F]{4}){5,}";

  /** Words that stand for bytes, more than a check value has. */
  private static final String WORDS = "[A-Za-z]+( [A-Za-z]+){8,}";

  private static final String GROUP = "(.{8})(?=.)";

  private static final int MANY = 4;
  private static final double GAP = 28;

  /** In less room a value wraps too often to be read. */
  private static final double LEAST = 360;

  private final Wording wording;

  /** An empty table. */
  FactTable(Wording wording) {
    super(6);
    this.wording = wording;
    getStyleClass().addAll("kr-card", "kr-facts");
    setMinHeight(USE_PREF_SIZE);
  }

  /** Adds a fact that has this text. */
  void add(Fact<?> fact, String text) {
    List<String> items = items(fact, text, wording.messages());
    Label name = wording.label(fact.label(), "kr-lead");
    Marked marked = new Marked(wording, name);
    if (items.size() == 1) {
      marked.getStyleClass().add("kr-fact-name");
      getChildren().add(row(marked, value(fact, text)));
      return;
    }
    VBox list = new VBox(6, marked);
    for (int i = 0; i < items.size(); i++) {
      int item = i;
      Label line = wrapping("kr-fact-item");
      line.textProperty().bind(wording.said(said -> items(fact, text, said).get(item)));
      list.getChildren().add(line);
    }
    getChildren().add(list);
  }

  /** Whether it needs the room of what was done before. */
  boolean isLong() {
    return getChildren().size() >= MANY || hasList();
  }

  /** Whether one of the facts is a list. */
  boolean hasList() {
    return getChildren().stream().anyMatch(VBox.class::isInstance);
  }

  private static List<String> items(Fact<?> fact, String text, Messages messages) {
    return Sentences.values(messages, fact.name(), text);
  }

  /** The value has the rest of the row, or a row of its own where that is too little. */
  static Flow row(Marked name, Label value) {
    Flow row = new Flow(GAP, 0, Pos.CENTER_LEFT, name, value);
    row.widthProperty()
        .addListener((o, was, is) -> {
          double rest = is.doubleValue() - name.prefWidth(-1) - GAP;
          value.setPrefWidth(USE_COMPUTED_SIZE);
          double line = value.prefWidth(-1);
          // A row of its own costs a line, for the name.
          boolean saves = Math.ceil(line / is.doubleValue()) + 1 < Math.ceil(line / rest);
          if (rest > LEAST && line > rest && !saves) {
            value.setPrefWidth(Math.floor(rest));
          }
        });
    return row;
  }

  private Label value(Fact<?> fact, String text) {
    boolean hex = text.matches(LONG_HEX);
    boolean words = !items(fact, text, wording.messages()).getFirst().equals(text);
    Label label = wrapping(look(text, words));
    if (hex) {
      label.setText(text.replaceAll(GROUP, "$1 "));
    } else {
      label.textProperty().bind(wording.said(said -> items(fact, text, said).getFirst()));
    }
    return label;
  }

  private static String look(String text, boolean told) {
    if (text.matches(LONG_HEX) || text.matches(GROUPED_HEX)) {
      return "kr-fact-hex";
    }
    if (text.matches(WORDS)) {
      return "kr-words";
    }
    return told ? "kr-fact-words" : "kr-fact";
  }

  private static Label wrapping(String look) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(look);
    return label;
  }
}
