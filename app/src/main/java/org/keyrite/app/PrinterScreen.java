// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.print.Queue;
import org.keyrite.wizards.view.ActRow;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.ChoiceButton;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where a person chooses the printer of a ceremony: each queue with where its paper comes out and
 * whether it can print, a warning where the document leaves this computer, and a test page. A
 * folder is offered where the plan allows it.
 */
final class PrinterScreen {
  /** What a person may do here. */
  interface Ways {
    /** Goes on with this queue, or with the folder; tells on the FX thread what is refused. */
    void use(Optional<String> queue, Consumer<Problem> refused);

    /** Prints a test page; calls back on the FX thread with what went wrong, if anything. */
    void testPage(String queue, TestPageEnd end);

    /** Goes back. */
    void back();
  }

  /** Hears how a test page ended. */
  @FunctionalInterface
  interface TestPageEnd {
    /** It is out, or there was a problem. */
    void with(Optional<Problem> problem);
  }

  private static final double ROW = 64;

  private final Wording wording;
  private final Ways ways;
  private final ToggleGroup group = new ToggleGroup();
  private final VBox rows = new VBox(10);
  private final VBox words = new VBox(6);
  private final Act test;
  private final Act use;

  PrinterScreen(Wording wording, List<Queue> queues, boolean maySave, Ways ways) {
    this.wording = wording;
    this.ways = ways;
    test = Act.bordered(wording, Message.of("window.printer.test"), this::test);
    use = Act.filled(wording, Message.of("window.printer.use"), this::use).onEnter();
    queues.forEach(queue -> rows.getChildren().add(row(queue)));
    if (maySave) {
      rows.getChildren().add(folder());
    }
    if (rows.getChildren().isEmpty()) {
      rows.getChildren().add(wording.label("window.printer.none", "kr-body"));
    }
    rows.setMinHeight(VBox.USE_PREF_SIZE);
    words.setMinHeight(110);
    group.selectedToggleProperty().addListener((o, was, is) -> chosen());
    group.getToggles().stream().findFirst().ifPresent(group::selectToggle);
    chosen();
  }

  /** Shows the screen in a frame. */
  void openIn(Frame frame) {
    VBox content =
        new VBox(
            18,
            wording.label("window.printer.title", "kr-title"),
            wording.label("window.printer.text", "kr-lead"),
            rows,
            words);
    Act back =
        Act.plain(wording, Message.of("window.act.back"), ways::back).icon("mdi2a-arrow-left");
    frame.show(Optional.empty(), content, Optional.of(new ActRow().left(back).right(test, use)));
    group.getToggles().stream()
        .findFirst()
        .map(RadioButton.class::cast)
        .ifPresentOrElse(RadioButton::requestFocus, back::requestFocus);
  }

  private RadioButton row(Queue queue) {
    String icon =
        switch (queue.reach()) {
          case CABLE -> "mdi2p-printer";
          case NETWORK -> "mdi2p-printer-wireless";
          case FILE -> "mdi2f-file-outline";
          case UNKNOWN -> "mdi2p-printer-alert";
        };
    Message state =
        switch (queue.state()) {
          case Queue.State.Ready _ -> Message.of("window.printer.ready");
          case Queue.State.Stopped(String reason) -> Message.of("window.printer.stopped", reason);
          case Queue.State.Rejecting(String reason) ->
              Message.of("window.printer.rejecting", reason);
        };
    return option(
        icon,
        Message.of("window.printer.name", queue.name()),
        Message.of("window.printer.line", queue.where(), state),
        Optional.of(queue));
  }

  private RadioButton folder() {
    return option(
        "mdi2f-folder-outline",
        Message.of("window.printer.folder"),
        Message.of("window.printer.folderLine"),
        Optional.empty());
  }

  private RadioButton option(String icon, Message name, Message line, Optional<Queue> queue) {
    RadioButton option = new ChoiceButton();
    Label first = wording.label(name, "kr-heading");
    Label second = wording.label(line, "kr-hint", "kr-muted");
    first.setWrapText(false);
    second.setWrapText(false);
    VBox text = new VBox(2, first, second);
    text.setAlignment(Pos.CENTER_LEFT);
    // Not by colour alone: what is chosen has a tick.
    FontIcon tick = new FontIcon("mdi2c-check-bold");
    tick.visibleProperty().bind(option.selectedProperty());
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox graphic = new HBox(18, new FontIcon(icon), text, tick);
    graphic.setAlignment(Pos.CENTER_LEFT);
    graphic.setMinHeight(ROW);
    option.setGraphic(graphic);
    option.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    option.textProperty().bind(wording.of(name));
    option
        .accessibleTextProperty()
        .bind(wording.said(said -> said.text(name) + ". " + said.text(line)));
    option.setMaxWidth(Double.MAX_VALUE);
    option.setMinHeight(RadioButton.USE_PREF_SIZE);
    option.setAlignment(Pos.CENTER_LEFT);
    option.setToggleGroup(group);
    option.setUserData(queue);
    return option;
  }

  @SuppressWarnings("unchecked")
  private Optional<Queue> queue() {
    return (Optional<Queue>) group.getSelectedToggle().getUserData();
  }

  private void chosen() {
    if (group.getSelectedToggle() == null) {
      use.waitFor(Message.of("window.printer.choose"));
      test.setVisible(false);
      return;
    }
    Optional<Queue> queue = queue();
    test.setVisible(queue.isPresent());
    use.ready(Message.of(queue.isPresent() ? "window.printer.use" : "window.printer.save"));
    words.getChildren().clear();
    switch (queue.map(Queue::reach).orElse(Queue.Reach.CABLE)) {
      case NETWORK -> warn(Message.of("window.printer.networkWarning"));
      case FILE -> warn(Message.of("window.printer.fileWarning"));
      case UNKNOWN -> warn(Message.of("window.printer.unknownWarning"));
      case CABLE -> say(Message.of("window.printer.testFirst"), "kr-muted");
    }
    if (queue.isEmpty()) {
      words.getChildren().clear();
      warn(Message.of("window.printer.folderWarning"));
    }
  }

  private void warn(Message message) {
    Label label = say(message, "kr-attention");
    FontIcon icon = new FontIcon("mdi2a-alert");
    icon.getStyleClass().add("kr-attention");
    label.setGraphic(icon);
    label.setGraphicTextGap(14);
  }

  private Label say(Message message, String look) {
    Label label = wording.label(message, "kr-body", look);
    words.getChildren().add(label);
    return label;
  }

  private void test() {
    String queue = queue().orElseThrow().name();
    words.getChildren().clear();
    say(Message.of("window.printer.testing", queue), "kr-muted");
    test.setDisable(true);
    ways.testPage(queue, this::tested);
  }

  private void tested(Optional<Problem> problem) {
    test.setDisable(false);
    words.getChildren().clear();
    if (problem.isPresent()) {
      refuse(problem.get(), nextAfterTest(problem.get()));
    } else {
      say(Message.of("window.printer.tested"), "kr-ok");
    }
  }

  /** A page without a secret is not void, and no sheet follows it. */
  private static Message nextAfterTest(Problem problem) {
    return switch (problem) {
      case PaperProblem.QueueStoppedAtWork(String queue, _) ->
          Message.of("window.printer.testStopped", queue);
      case PaperProblem.JobHeld _ -> Message.of("window.printer.testHeld");
      case PaperProblem.JobCancelled _,
          PaperProblem.JobGivenUp _,
          PaperProblem.PrinterWaits _,
          PaperProblem.PrinterSilent _ ->
          Message.of("window.printer.testLost");
      default -> Sentences.next(problem);
    };
  }

  private void refuse(Problem problem, Message next) {
    say(Sentences.what(problem), "kr-refused").getStyleClass().add("kr-strong");
    say(next, "kr-muted");
  }

  private void use() {
    ways.use(
        queue().map(Queue::name),
        problem -> {
          words.getChildren().clear();
          refuse(problem, Sentences.next(problem));
        });
  }
}
