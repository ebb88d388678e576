// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.view.look.Wording;

/** The top of a screen: what to do, help, and what the program did since the last screen. */
final class ScreenHead extends VBox {
  private static final int MOST_DONE = 3;

  ScreenHead(Wording wording, Message title, Message text, List<Perform> justDone) {
    super(8);
    getChildren().addAll(wording.label(title, "kr-title"), wording.label(text, "kr-lead"));
    if (!justDone.isEmpty()) {
      FlowPane done = new FlowPane(28, 4);
      justDone.stream()
          .skip(Math.max(0, justDone.size() - MOST_DONE))
          .map(step -> new Milestone(step.title(), Milestone.State.DONE))
          .forEach(line -> done.getChildren().add(line.row(wording, "kr-done-line")));
      getChildren().add(done);
    }
  }
}
