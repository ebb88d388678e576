// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.RailButton;
import org.keyrite.wizards.view.look.Wording;

/**
 * What can be done on every screen besides its act: note an exception, change the language, stop
 * for now, do a section again, seat another person, give up. Each lies over the screen, which stays
 * underneath as it was.
 */
final class OtherWays implements StepViews.Ways {
  private final Wording wording;
  private final Frame frame;
  private final WizardModel model;
  private final Runnable stop;

  OtherWays(Wording wording, Frame frame, WizardModel model, Runnable stop) {
    this.wording = wording;
    this.frame = frame;
    this.model = model;
    this.stop = stop;
  }

  /** The buttons that stand in the rail on every screen. */
  List<Node> places() {
    return List.of(
        new RailButton(wording, "mdi2n-note-plus-outline", "window.ways.notePlace", this::note),
        new RailButton(
            wording, "mdi2t-translate", "window.language", () -> Panel.language(frame, wording)),
        new RailButton(wording, "mdi2d-dots-horizontal", "window.ways.others", this::others));
  }

  private static Form.Line line(String key) {
    return new Form.Line(Message.of(key), "");
  }

  /** Asks for a note for the record, unless something lies over the screen already. */
  void note() {
    if (frame.hasOverlay()) {
      return;
    }
    new Form(
            Message.of("window.ways.note"),
            Message.of("window.ways.noteText"),
            Message.of("window.ways.noteAct"))
        .over(
            frame,
            wording,
            List.of(line("window.ways.remark")),
            (lines, told) -> model.note(lines.getFirst(), told));
  }

  @Override
  public void remark(Message question, Consumer<String> then) {
    new Form(question, Message.of("window.ways.remarkText"), Message.of("window.act.next"))
        .over(
            frame,
            wording,
            List.of(line("window.ways.remark")),
            (lines, told) -> then.accept(lines.getFirst()));
  }

  /** Asks who sits in a seat now, and why somebody else does. */
  void changePerson(Seat seat) {
    new Form(
            Message.of("window.ways.person", seat.title()),
            Message.of("window.ways.personText"),
            Message.of("window.ways.personAct"))
        .over(
            frame,
            wording,
            List.of(line("window.ways.name"), line("window.ways.reason")),
            (lines, told) ->
                model.seat(
                    seat,
                    lines.get(0),
                    lines.get(1),
                    problem -> told.accept(Optional.of(problem))));
  }

  @Override
  public void others() {
    VBox ways = new VBox(12);
    ways.getChildren().add(way("mdi2p-pause-circle-outline", Message.of("window.ways.stop"), stop));
    if (!model.isAtWork()) {
      elsewhere(ways);
    }
    new Panel(Message.of("window.ways.others"), Message.of("window.ways.othersText"))
        .over(frame, wording, ways);
  }

  private void elsewhere(VBox ways) {
    for (Section section : model.redoable()) {
      ways.getChildren().add(way("mdi2r-restart", redo(section), () -> confirmRedo(section)));
    }
    model
        .state()
        .current()
        .map(Step::seat)
        .filter(seat -> !model.person(seat).isEmpty())
        .ifPresent(seat -> ways.getChildren().add(person(seat)));
    ways.getChildren()
        .add(
            way("mdi2h-help-circle-outline", Message.of("window.words.all"), this::words)
                .key("window.key.help"));
    ways.getChildren()
        .add(way("mdi2c-close-octagon-outline", Message.of("window.ways.abort"), this::abort));
  }

  private static Message redo(Section section) {
    return Message.of("window.ways.redo", section.title());
  }

  private Act person(Seat seat) {
    return way(
        "mdi2a-account-switch-outline",
        Message.of("window.ways.person", seat.title()),
        () -> changePerson(seat));
  }

  private void words() {
    frame.closeOverlay();
    frame.explain(Optional.empty());
  }

  private Act way(String icon, Message message, Runnable action) {
    return Act.bordered(wording, message, action).icon(icon);
  }

  private void confirmRedo(Section section) {
    new Form(redo(section), Message.of("window.ways.redoText"), Message.of("window.ways.redoAct"))
        .over(
            frame,
            wording,
            List.of(line("window.ways.reason")),
            (lines, told) -> model.redo(section, lines.getFirst()));
  }

  private void abort() {
    new Form(
            Message.of("window.ways.abort"),
            Message.of("window.ways.abortText"),
            Message.of("window.ways.abortAct"))
        .over(
            frame,
            wording,
            List.of(line("window.ways.reason")),
            (lines, told) -> model.abort(lines.getFirst()));
  }

  @Override
  public void stop() {
    stop.run();
  }
}
