// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Together;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Sheets joined by "+" as many as are needed, the others dashed beside them, and what follows: who
 * opens it, how many may be lost, what too few tell. Up to {@value #ALL} sheets are drawn; of more,
 * some and a count.
 */
final class QuorumPicture extends VBox {
  private static final int ALL = 7;
  private static final int SOME = 3;

  private final Wording wording;
  private final Together together;

  QuorumPicture(Wording wording, Together together) {
    super(12);
    this.wording = wording;
    this.together = together;
    getStyleClass().add("kr-quorum");
    Message heading = Message.of("window.quorum.any", together.needed(), together.sheets());
    Flow sheets = new Flow(10, 10, Pos.CENTER_LEFT);
    sheets.show(drawn());
    sheets.accessibleTextProperty().bind(wording.of(heading));
    getChildren().addAll(wording.label(heading, "kr-heading"), sheets, facts());
  }

  private List<Node> drawn() {
    boolean all = together.sheets() <= ALL;
    int joined = all ? together.needed() : Math.min(together.needed(), SOME);
    int beside = all ? together.spare() : Math.min(together.spare(), 1);
    List<Node> nodes = new ArrayList<>();
    for (int i = 1; i <= joined; i++) {
      if (i > 1) {
        nodes.add(plus());
      }
      nodes.add(sheet(i, "kr-joined", "mdi2f-file-document-outline"));
    }
    more(together.needed() - joined, nodes);
    for (int i = 1; i <= beside; i++) {
      nodes.add(sheet(together.needed() + i, "kr-spare", "mdi2f-file-remove-outline"));
    }
    more(together.spare() - beside, nodes);
    return nodes;
  }

  private static Node plus() {
    FontIcon plus = new FontIcon("mdi2p-plus");
    plus.getStyleClass().add("kr-muted");
    return plus;
  }

  private VBox sheet(int number, String look, String icon) {
    VBox sheet =
        new VBox(new FontIcon(icon), wording.label(Message.of("window.quorum.sheet", number)));
    sheet.getStyleClass().addAll("kr-sheet", look);
    return sheet;
  }

  private void more(int count, List<Node> nodes) {
    if (count > 0) {
      nodes.add(wording.label(Message.of("window.quorum.more", count), "kr-body"));
    }
  }

  private VBox facts() {
    boolean spare = together.spare() > 0;
    return new VBox(
        6,
        fact(
            "mdi2l-lock-open-check-outline",
            "kr-ok",
            Message.of("window.quorum.opens", together.needed())),
        fact(
            spare ? "mdi2l-lifebuoy" : "mdi2a-alert",
            spare ? "kr-ok" : "kr-attention",
            Message.of("window.quorum.lost", together.spare(), together.needed())),
        fact(
            "mdi2l-lock-outline",
            "kr-ok",
            Message.of("window.quorum.alone", together.needed() - 1)));
  }

  private HBox fact(String icon, String look, Message message) {
    FontIcon sign = new FontIcon(icon);
    sign.getStyleClass().add(look);
    Label words = wording.label(message, "kr-body");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, sign, words);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
