// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A section in the rail, or a part of long work: what it is and whether it is done.
 *
 * @param text its name
 * @param state how far it is
 */
public record Milestone(Message text, State state) {
  /** How far something is; each with an icon of its own. */
  public enum State {
    /** Behind us. */
    DONE("kr-done", "mdi2c-check-circle"),
    /** Where we are. */
    NOW("kr-now", "mdi2c-circle-slice-8"),
    /** Still before us. */
    TO_COME("kr-to-come", "mdi2c-circle-outline");

    private final String styleClass;
    private final String icon;

    State(String styleClass, String icon) {
      this.styleClass = styleClass;
      this.icon = icon;
    }
  }

  /** A row with icon and name. */
  HBox row(Wording wording, String rowClass) {
    Label label = wording.label(text);
    HBox row = new HBox(new FontIcon(state.icon), label);
    row.getStyleClass().addAll(rowClass, state.styleClass);
    return row;
  }
}
