// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Marked;
import org.keyrite.wizards.view.look.Title;
import org.keyrite.wizards.view.look.Wording;

/** The top of a screen: what to do, help, and what the program did since the last screen. */
final class ScreenHead extends VBox {
  private static final int MOST_DONE = 3;

  ScreenHead(Wording wording, Message title, Message text, List<Perform> justDone) {
    super(8);
    getChildren()
        .addAll(
            Title.of(wording.label(title)), new Marked(wording, wording.label(text, "kr-lead")));
    if (!justDone.isEmpty()) {
      List<Node> done = new ArrayList<>();
      justDone.stream()
          .skip(Math.max(0, justDone.size() - MOST_DONE))
          .map(step -> new Milestone(step.title(), Milestone.State.DONE))
          .forEach(line -> done.add(line.row(wording, "kr-done-line")));
      Flow lines = new Flow(28, 4, Pos.TOP_LEFT);
      lines.show(done);
      getChildren().add(lines);
    }
  }
}
