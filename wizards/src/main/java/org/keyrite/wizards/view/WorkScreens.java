// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Series;
import org.keyrite.wizards.view.look.Wording;

/**
 * The screens of work. What is over soon gets none; a hundred keys that take a moment each are not
 * over soon, and get theirs as one work would.
 */
final class WorkScreens {
  private static final Duration PATIENCE = Duration.millis(700);

  private final Wording wording;
  private final WizardModel model;
  private final StepViews views;
  private final BiConsumer<Seat, StepScreen> shown;
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private Optional<WorkPane> working = Optional.empty();
  private String underWay = "";

  /**
   * No work is under way.
   *
   * @param shown shows a screen to whoever sits in a seat
   */
  WorkScreens(
      Wording wording, WizardModel model, StepViews views, BiConsumer<Seat, StepScreen> shown) {
    this.wording = wording;
    this.model = model;
    this.views = views;
    this.shown = shown;
    model
        .progress()
        .readingProperty()
        .addListener((o, was, is) -> working.ifPresent(pane -> pane.report(is.done(), is.total())));
  }

  /** The work of a step begins. */
  void begin(Perform step) {
    Optional<Series> series = Series.of(model.state(), step);
    WorkPane pane = new WorkPane(wording, List.of(), System::nanoTime);
    series.ifPresent(pane::report);
    working = Optional.of(pane);
    String key = step.id().key();
    boolean goesOn = series.isPresent() && key.equals(underWay);
    underWay = key;
    if (goesOn && patience.getStatus() == Animation.Status.STOPPED) {
      shown.accept(step.seat(), views.work(step, pane));
      return;
    }
    patience.setOnFinished(e -> shown.accept(step.seat(), views.work(step, pane)));
    if (!goesOn) {
      patience.playFromStart();
    }
  }

  /** No work is under way any more. */
  void end() {
    patience.stop();
    working = Optional.empty();
    underWay = "";
  }
}
