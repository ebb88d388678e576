// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.view.look.Plate;
import org.keyrite.wizards.view.look.SeatLook;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/** The coloured band that answers "whose turn is it?" from across the room. */
public final class SeatBand extends HBox {
  /** The part of the band that the rule keeps, however long the name of the seat. */
  private static final double RULE = 0.42;

  /**
   * A band for one seat.
   *
   * @param seat the seat, such as "Custodian 2 of 3"
   * @param person who sits there, empty if not known yet
   * @param rule the one rule for this screen
   * @param isPrivate whether only this person may look
   */
  public SeatBand(
      Wording wording,
      SeatLook look,
      Message seat,
      Optional<String> person,
      Message rule,
      boolean isPrivate) {
    getStyleClass().addAll("kr-band", look.styleClass(), Areas.READ_ONLY);
    setAccessibleRole(AccessibleRole.TEXT);
    accessibleTextProperty().bind(wording.said(said -> aloud(said, seat, person, rule)));
    VBox who = new VBox(wording.label(seat, "kr-seat"));
    person.ifPresent(name -> {
      Label label = new Label(name);
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.getStyleClass().add("kr-who");
      who.getChildren().add(label);
    });
    who.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(who, Priority.ALWAYS);
    Label said = wording.label(rule, "kr-rule");
    said.minWidthProperty().bind(widthProperty().multiply(RULE));
    said.prefWidthProperty().bind(widthProperty().multiply(RULE));
    said.setMaxHeight(Double.MAX_VALUE);
    if (isPrivate) {
      said.setGraphic(new FontIcon("mdi2e-eye-off-outline"));
    }
    getChildren().addAll(new Plate(look), who, said);
  }

  private static String aloud(Messages said, Message seat, Optional<String> person, Message rule) {
    String who = said.text(seat) + person.map(name -> ": " + name).orElse("");
    return who + ". " + said.text(rule);
  }
}
