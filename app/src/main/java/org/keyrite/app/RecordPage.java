// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.HashText;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.Told;
import org.keyrite.wizards.paper.PaperSize;
import org.keyrite.wizards.paper.Sheet;
import org.keyrite.wizards.paper.SheetPdf;
import org.keyrite.wizards.print.PaperSink;
import org.keyrite.wizards.print.Queue;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.Panel;
import org.keyrite.wizards.view.ProblemPane;
import org.keyrite.wizards.view.WaitScreen;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The papers of a record, over whatever screen is there: printed on a queue or saved beside the
 * journal, in a language chosen now. The journal is checked each time. Lives on the FX thread;
 * reads and prints where steps work.
 */
final class RecordPage {
  private final Wording wording;
  private final Frame frame;
  private final Outside outside;
  private final Conduct conduct;
  private final CeremonyFolder folder;
  private final VBox content = new VBox(18);
  private final VBox said = new VBox(10);
  private Language language;

  RecordPage(
      Wording wording, Frame frame, Outside outside, Conduct conduct, CeremonyFolder folder) {
    this.wording = wording;
    this.frame = frame;
    this.outside = outside;
    this.conduct = conduct;
    this.folder = folder;
    language = wording.language();
  }

  /** A record that was read, and where it can be printed. */
  private record Read(Ceremony ceremony, JournalCheck check, List<Queue> queues) {}

  /** Something that takes its time, may be refused, and comes to what is shown then. */
  private interface Slow {
    Supplier<List<Node>> done() throws ProblemException;
  }

  /** Opens the page; Esc closes it. */
  void open() {
    content.getChildren().setAll(wording.label("window.record.reading", "kr-lead"));
    panel();
    elsewhere(
        content,
        () -> {
          Ceremony ceremony = conduct.planned(folder);
          Read read = new Read(ceremony, JournalCheck.of(folder.journal()), queues());
          return () -> parts(read);
        });
  }

  private void panel() {
    new Panel(Message.of("window.record"), Message.of("window.record.text"))
        .over(frame, wording, content);
  }

  /** A computer that cannot print can still save. */
  private List<Queue> queues() {
    try {
      return outside.queues().all();
    } catch (ProblemException e) {
      return List.of();
    }
  }

  private List<Node> parts(Read read) {
    String words = String.join(" ", HashText.words(read.check().lastHash()));
    List<Node> ways = new ArrayList<>();
    for (Queue queue : read.queues()) {
      ways.add(
          Act.bordered(
                  wording,
                  Message.of("window.record.print", queue.name()),
                  () -> print(read, queue.name()))
              .icon("mdi2p-printer"));
    }
    ways.add(
        Act.bordered(wording, Message.of("window.record.save"), () -> save(read))
            .icon("mdi2f-folder-outline"));
    return List.of(
        wording.label(Message.of("window.end.kept", folder.path().toString()), "kr-body"),
        wording.label("window.record.words", "kr-body"),
        wording.label(Message.of("window.end.words", words), "kr-words"),
        wording.label("window.record.language", "kr-body"),
        languages(),
        new Flow(12, 12, Pos.CENTER_LEFT, ways.toArray(Node[]::new)),
        said);
  }

  private Flow languages() {
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    for (Language each : Language.values()) {
      ToggleButton button = new ToggleButton(each.ownName());
      button.getStyleClass().add("kr-choice");
      button.setToggleGroup(group);
      button.selectedProperty().addListener((o, was, is) -> mark(button));
      button.setSelected(each == language);
      button.setOnAction(e -> {
        button.setSelected(true);
        language = each;
      });
      buttons.add(button);
    }
    return new Flow(12, 12, Pos.CENTER_LEFT, buttons.toArray(Node[]::new));
  }

  private static void mark(ToggleButton button) {
    button.setGraphic(button.isSelected() ? new FontIcon("mdi2c-check-bold") : null);
  }

  /** Follows the papers until they are out of the printer; people see that, and may stop it. */
  private void print(Read read, String queue) {
    Messages messages = wording.in(language);
    WaitScreen screen =
        new WaitScreen(
            wording,
            Platform::runLater,
            Message.of("window.record.printing"),
            Message.of("window.record.printingText", queue));
    screen.over(frame);
    outside
        .work()
        .execute(() -> {
          Supplier<List<Node>> then = tried(() -> printed(read, messages, queue, screen));
          Platform.runLater(() -> {
            said.getChildren().setAll(then.get());
            panel();
            frame.bringOnOverlay(said);
          });
        });
  }

  private Supplier<List<Node>> printed(
      Read read, Messages messages, String queue, WaitScreen screen) throws ProblemException {
    PaperSink printer = outside.queues().sink(queue);
    Told told = Told.of(read.ceremony(), read.check(), messages);
    SheetPdf pdf = new SheetPdf(messages, Told.paper(read.ceremony()));
    try {
      for (Map.Entry<String, Sheet> paper : told.papers().entrySet()) {
        screen.progress().checkpoint();
        try (Secret rendered = pdf.render(paper.getValue())) {
          printer.send("keyrite-" + paper.getKey(), rendered, screen.progress());
        }
      }
    } catch (Cancelled e) {
      return () -> List.of(wording.label("window.record.stopped", "kr-body", "kr-attention"));
    } catch (ProblemException e) {
      if (!wasGiven(e.problem())) {
        throw e;
      }
      Message next = Message.of("window.record.notPrinted");
      return () -> List.of(new ProblemPane(wording, e.problem(), next));
    }
    return () ->
        List.of(wording.label(Message.of("window.record.printed", queue), "kr-body", "kr-ok"));
  }

  /**
   * Whether the queue had the paper already: in a ceremony that voids a sheet, and here nothing.
   */
  private static boolean wasGiven(Problem problem) {
    return switch (problem) {
      case PaperProblem.QueueStoppedAtWork _, PaperProblem.JobHeld _, PaperProblem.JobCancelled _ ->
          true;
      case PaperProblem.JobGivenUp _, PaperProblem.PrinterWaits _, PaperProblem.PrinterSilent _ ->
          true;
      default -> false;
    };
  }

  private void save(Read read) {
    Messages messages = wording.in(language);
    elsewhere(
        said,
        () -> {
          PaperSize size = Told.paper(read.ceremony());
          Told.of(read.ceremony(), read.check(), messages).writeAll(folder.path(), size);
          String where = folder.path().toString();
          return () ->
              List.of(wording.label(Message.of("window.record.saved", where), "kr-body", "kr-ok"));
        });
  }

  private void elsewhere(VBox shown, Slow slow) {
    frame.wait(true);
    outside
        .work()
        .execute(() -> {
          Supplier<List<Node>> then = tried(slow);
          Platform.runLater(() -> {
            frame.wait(false);
            shown.getChildren().setAll(then.get());
          });
        });
  }

  private Supplier<List<Node>> tried(Slow slow) {
    try {
      return slow.done();
    } catch (ProblemException e) {
      Problem problem = e.problem();
      return () -> List.of(new ProblemPane(wording, problem));
    }
  }
}
