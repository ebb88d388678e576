// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Series;
import org.keyrite.wizards.view.ActRow;
import org.keyrite.wizards.view.Milestone;
import org.keyrite.wizards.view.WorkPane;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;

/** Long work as people see it: at its beginning, in the middle, and where nobody knows. */
class LongWorkLooksTest {
  private Exhibit exhibit;
  private long now;

  @BeforeEach
  void open() throws Exception {
    exhibit = new Exhibit();
  }

  @AfterEach
  void close() throws Exception {
    exhibit.close();
  }

  private void look(String name, Consumer<WorkPane> reports) {
    exhibit.show(() -> {
      Wording wording = exhibit.wording();
      List<Milestone> parts =
          List.of(
              new Milestone(Message.of("window.home.shares"), Milestone.State.DONE),
              new Milestone(Message.of("window.home.devices"), Milestone.State.NOW),
              new Milestone(Message.of("window.home.keys"), Milestone.State.TO_COME));
      WorkPane pane = new WorkPane(wording, parts, () -> now);
      reports.accept(pane);
      Act stop =
          Act.bordered(wording, Message.of("window.work.stop"), () -> {}).key("window.key.escape");
      ActRow acts =
          new ActRow()
              .left(wording.label("window.work.mayStop", "kr-body", "kr-muted"))
              .right(stop);
      VBox content =
          new VBox(
              18,
              wording.label("window.shares.title", "kr-title"),
              wording.label("window.shares.text", "kr-lead"),
              pane);
      exhibit.frame().show(Optional.of(exhibit.band()), content, Optional.of(acts));
    });
    assertEquals("", exhibit.defects("work-" + name));
  }

  @Test
  void atItsBeginning() {
    look("0", pane -> pane.report(0, 100));
  }

  @Test
  void inTheMiddle() {
    look(
        "40",
        pane -> {
          now += TimeUnit.SECONDS.toNanos(80);
          pane.report(40, 100);
        });
  }

  @Test
  void almostDone() {
    look(
        "99",
        pane -> {
          now += TimeUnit.SECONDS.toNanos(99);
          pane.report(100, 100);
        });
  }

  @Test
  void amongSeveralKeys() {
    look("keys", pane -> pane.report(new Series(63, 100, Optional.of(Duration.ofMinutes(12)))));
  }

  @Test
  void whereNobodyKnows() {
    look("unknown", pane -> pane.report(0, 0));
  }
}
