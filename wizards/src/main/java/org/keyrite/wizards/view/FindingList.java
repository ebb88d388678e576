// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keyrite.core.problem.LaptopProblem;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.preflight.Finding;
import org.keyrite.wizards.view.look.Marked;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What was found on the laptop, a line each: a sign, what was looked at, what was found, and below
 * it what to do. Faults stand first, so that none is below what is seen.
 */
final class FindingList extends VBox {
  private final Wording wording;
  private final boolean stops;
  private int faults;

  /**
   * An empty list.
   *
   * @param stops whether a fault keeps people from going on
   */
  FindingList(Wording wording, boolean stops) {
    super(4);
    this.wording = wording;
    this.stops = stops;
    getStyleClass().addAll("kr-card", "kr-facts");
    setMinHeight(USE_PREF_SIZE);
  }

  /** Adds what was found, as the journal keeps it. */
  void add(Fact<?> fact, String text) {
    Optional<LaptopProblem> fault = Finding.faultIn(text);
    Label name = wording.label(fact.label(), "kr-finding-name");
    Marked marked = new Marked(wording, name);
    marked.getStyleClass().add("kr-fact-name");
    Label found = new Label();
    found.getStyleClass().add("kr-finding");
    found.setWrapText(true);
    found.setMinHeight(USE_PREF_SIZE);
    found.textProperty().bind(wording.said(said -> Sentences.value(said, fact.name(), text)));
    VBox words = new VBox(2, FactTable.row(marked, found));
    fault.ifPresent(problem ->
        words.getChildren().add(wording.label(Sentences.next(problem), "kr-finding-next")));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(14, sign(text, fault.isPresent()), words);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("kr-finding-row");
    getChildren().add(fault.isPresent() ? faults++ : getChildren().size(), row);
  }

  private FontIcon sign(String text, boolean fault) {
    String literal;
    String look;
    if (fault) {
      literal = stops ? "mdi2a-alert-octagon" : "mdi2a-alert";
      look = stops ? "kr-refused" : "kr-attention";
    } else if (text.startsWith(Finding.FINE)) {
      literal = "mdi2c-check-circle";
      look = "kr-ok";
    } else {
      literal = "mdi2i-information-outline";
      look = "kr-idle";
    }
    FontIcon icon = new FontIcon(literal);
    icon.getStyleClass().add(look);
    return icon;
  }
}
