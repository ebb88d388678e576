// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.SeatLook;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The screen between two people: no band, a name to be read from across the room, nothing secret,
 * and the choice of a language.
 */
public final class HandOver extends VBox {
  private final Act taken;

  /**
   * A screen that waits for the person to sit down.
   *
   * @param seat the seat, such as "Custodian 2 of 3"
   * @param person who takes it, empty if not known yet
   * @param whenTaken what happens when the person sits
   * @param rareWays ways out below the button
   */
  public HandOver(
      Wording wording,
      SeatLook look,
      Message seat,
      Optional<String> person,
      Runnable whenTaken,
      List<? extends Node> rareWays) {
    getStyleClass().addAll("kr-hand-over", look.styleClass());
    StackPane disc = new StackPane(new FontIcon("mdi2a-account-arrow-right"));
    disc.getStyleClass().add("kr-disc");
    getChildren().addAll(disc, wording.label("window.handOver.before", "kr-before"));
    getChildren().add(wording.label(seat, "kr-name"));
    person.ifPresent(name -> getChildren().add(name(name)));
    Flow calm =
        new Flow(
            6,
            0,
            Pos.CENTER,
            wording.label("window.handOver.stepBack", "kr-lead"),
            wording.label("window.handOver.nothingSecret", "kr-lead-strong"));
    taken =
        Act.filled(
                wording,
                person
                    .map(name -> Message.of("window.handOver.iAm", name))
                    .orElse(Message.of("window.handOver.iSit")),
                whenTaken)
            .onEnter();
    Flow rare = new Flow(24, 0, Pos.CENTER);
    rare.show(rareWays);
    getChildren().addAll(calm, languages(wording), taken, rare);
    setMargin(disc, new Insets(0, 0, 14, 0));
    setMargin(calm, new Insets(14, 0, 24, 0));
    setMargin(taken, new Insets(28, 0, 14, 0));
  }

  private static Label name(String person) {
    Label label = new Label(person);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("kr-person");
    return label;
  }

  private static VBox languages(Wording wording) {
    Label word = new Label();
    word.setText(
        String.join(
            " · ",
            List.of(Language.values()).stream()
                .map(language -> languageWord(wording, language))
                .toList()));
    word.setGraphic(new FontIcon("mdi2t-translate"));
    word.getStyleClass().add("kr-muted");
    VBox box = new VBox(12, word, new LanguageChoice(wording, Pos.CENTER));
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private static String languageWord(Wording wording, Language language) {
    return wording.in(language).text("window.language");
  }

  /** The strip in the seat's colour that stands where the band will be. */
  public static Region strip(SeatLook look) {
    Region strip = new Region();
    strip.getStyleClass().addAll("kr-strip", look.styleClass());
    return strip;
  }

  /** The button to have the focus. */
  public Act taken() {
    return taken;
  }
}
