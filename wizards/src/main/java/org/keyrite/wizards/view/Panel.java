// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;

/**
 * Something to look at or choose from over a screen that stays underneath as it is.
 *
 * @param title what it is
 * @param text what follows from it
 */
public record Panel(Message title, Message text) {

  /** The choice of a language. */
  public static void language(Frame frame, Wording wording) {
    new Panel(Message.of("window.language"), Message.of("window.ways.languageText"))
        .over(frame, wording, new LanguageChoice(wording, Pos.CENTER_LEFT));
  }

  /** Shows the content over this frame, with a way to close it. */
  public void over(Frame frame, Wording wording, Node content) {
    VBox column = new VBox(24, new ScreenHead(wording, title, text, List.of()), content);
    Act close =
        Act.filled(wording, Message.of("window.ways.close"), frame::closeOverlay)
            .key("window.key.escape");
    close.setCancelButton(true);
    frame.overlay(new StepScreen(column, new ActRow().right(close), close::requestFocus));
  }
}
