// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremonies.DkekQuorum;
import org.keyrite.wizards.ceremony.Answers;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.rehearsal.Beforehand;
import org.keyrite.wizards.rehearsal.RehearsalDesk;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.WizardModel;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Wording;

/**
 * A rehearsal that explains itself: below each screen stands what is to be seen on it, and made-up
 * people type whatever a visitor does not want to type. The screens are those of every ceremony;
 * the tour only stands where devices would. Lives on the FX thread.
 */
final class Tour {
  /** Beside the acts in a window of 1280 pixels. */
  private static final double TEXT_WIDTH = 500;

  private final Wording wording;
  private final Frame frame;
  private final WizardModel model;
  private final Outside outside;
  private final Runnable leave;
  private Optional<RehearsalDesk> people = Optional.empty();
  private Optional<TourStop> byThemselves = Optional.empty();

  /**
   * A tour through a rehearsal.
   *
   * @param leave stops it; it can be continued later
   */
  Tour(Wording wording, Frame frame, WizardModel model, Outside outside, Runnable leave) {
    this.wording = wording;
    this.frame = frame;
    this.model = model;
    this.outside = outside;
    this.leave = leave;
  }

  /** Whether the tour leads through ceremonies of this kind. */
  static boolean isOf(CeremonyKind kind) {
    return kind.id().equals(DkekQuorum.ID);
  }

  /** The smallest ceremony that shows everything: three sheets, two of which open. */
  static Ceremony ceremony(CeremonyKind kind, Messages messages) throws ProblemException {
    return kind.plan(Facts.ofTexts(plan(messages))).ceremony();
  }

  private static Map<String, String> plan(Messages messages) {
    return Map.of(
        "name", messages.text("window.tour.name"),
        "custodians", "3",
        "threshold", "2",
        "output", "save",
        "language", messages.language().tag());
  }

  /** Whether this is a tour, begun in whatever language, and not a rehearsal of somebody's own. */
  static boolean isTour(Ceremony ceremony) {
    Map<String, String> plan = ceremony.plan().texts();
    return ceremony.kind().equals(DkekQuorum.ID)
        && Stream.of(Language.values())
            .map(language -> plan(Messages.in(language)))
            .anyMatch(tour -> plan.entrySet().containsAll(tour.entrySet()));
  }

  /** Stands beside the ceremony that is kept in this folder, from now to its end. */
  void open(CeremonyFolder folder) {
    Ceremony ceremony = model.state().ceremony();
    people =
        Optional.of(
            new RehearsalDesk(
                new RehearsalDesk.Things(
                    outside.people(),
                    folder.sheets(),
                    Beforehand.of(ceremony, folder.path()),
                    Optional.empty()),
                (row, state) -> {},
                perform -> Progress.NONE,
                problem -> {}));
    model.showingProperty().addListener((o, was, is) -> follow(is));
    follow(model.showingProperty().get());
  }

  private void follow(WizardModel.Showing showing) {
    if (showing == null) {
      return;
    }
    Optional<TourStop> stop = TourStop.of(showing, model.state());
    byThemselves = byThemselves.filter(goingOn -> stop.isEmpty() || stop.get() == goingOn);
    if (byThemselves.isPresent()) {
      Platform.runLater(this::act);
    } else {
      // What passes by itself leaves what was said last.
      stop.ifPresent(at -> frame.devices(Optional.of(callout(at))));
    }
  }

  private Region callout(TourStop stop) {
    VBox words =
        new VBox(
            2, wording.label(stop.place(), "kr-tour-place"), wording.label(stop.text(), "kr-hint"));
    words.setPrefWidth(TEXT_WIDTH);
    HBox acts = new HBox(12);
    acts.setAlignment(Pos.CENTER_RIGHT);
    if (stop != TourStop.END) {
      acts.getChildren().add(Act.plain(wording, Message.of("window.tour.leave"), leave));
      if (stop != TourStop.WORK) {
        acts.getChildren().add(doIt(stop));
      }
    }
    Flow flow = new Flow(24, 8, Pos.CENTER_LEFT, words, acts);
    flow.getStyleClass().add("kr-tour");
    return flow;
  }

  private Act doIt(TourStop stop) {
    String key = stop.isManySteps() ? "window.tour.letThem" : "window.tour.do";
    return Act.bordered(
        wording,
        Message.of(key),
        () -> {
          byThemselves = Optional.of(stop).filter(TourStop::isManySteps);
          act();
        });
  }

  /** Does what the screen asks for, as made-up people would. */
  private void act() {
    switch (model.showingProperty().get()) {
      case WizardModel.Showing.HandOver _ -> model.sitDown();
      case WizardModel.Showing.AtStep(Step step) -> act(step);
      default -> {
        // Work goes on by itself, and a refusal is for the visitor to read.
      }
    }
  }

  private void act(Step step) {
    switch (step) {
      case Ask ask -> answer(ask);
      case Attest _ -> model.attest(true, "");
      case Perform _ -> model.perform();
      default -> throw new IllegalStateException("not in this tour: " + step.id());
    }
  }

  private void answer(Ask ask) {
    CeremonyState state = model.state();
    frame.wait(true);
    outside
        .work()
        .execute(() -> {
          try {
            Answers answers = people.orElseThrow().ask(ask, state);
            Platform.runLater(() -> {
              frame.wait(false);
              model.answer(answers, problem -> {});
            });
          } catch (ProblemException e) {
            // The sheet is gone from its folder: the visitor types, or leaves.
            Platform.runLater(() -> frame.wait(false));
          }
        });
  }
}
