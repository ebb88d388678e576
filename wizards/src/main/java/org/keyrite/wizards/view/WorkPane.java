// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keyrite.core.work.TimeLeft;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Series;
import org.keyrite.wizards.view.look.Wording;

/** Long work: time left in large letters, a bar, percent, and what is being done. */
public final class WorkPane extends VBox {
  private final Wording wording;
  private final Label left = new Label();
  private final Label percent = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final LongSupplier nanoTime;
  private final long start;
  private TimeLeft timeLeft = TimeLeft.UNKNOWN;
  private Optional<Series> series = Optional.empty();

  /**
   * A pane at the beginning of the work.
   *
   * @param parts what is done, now and to come; may be empty
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  public WorkPane(Wording wording, List<Milestone> parts, LongSupplier nanoTime) {
    this.wording = wording;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
    getStyleClass().addAll("kr-card", "kr-work");
    left.getStyleClass().add("kr-title");
    left.setWrapText(true);
    left.setMinHeight(USE_PREF_SIZE);
    percent.setMinWidth(USE_PREF_SIZE);
    percent.getStyleClass().add("kr-lead");
    bar.getStyleClass().add("kr-bar");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox top = new HBox(left, gap, percent);
    top.setAlignment(Pos.BASELINE_LEFT);
    VBox lines = new VBox(12);
    parts.forEach(part -> lines.getChildren().add(part.row(wording, "kr-work-line")));
    setSpacing(14);
    getChildren().addAll(top, bar, lines);
    report(0, 0);
  }

  /** Work for one of several keys: the words and the bar are of all of them from now on. */
  public void report(Series of) {
    series = Optional.of(of);
    report(0, 0);
  }

  /** Shows that {@code done} of {@code total} is behind us; a total of 0 is not known. */
  public void report(long done, long total) {
    if (series.isPresent()) {
      double here = total <= 0 ? 0 : (double) done / total;
      show((series.get().at() - 1 + here) / series.get().of());
      say(left, series.get().text());
      return;
    }
    if (total <= 0) {
      say(left, Message.of("window.work.running"));
      bar.setVisible(false);
      percent.setVisible(false);
      return;
    }
    show((double) done / total);
    timeLeft = timeLeft.after(done, total, Duration.ofNanos(nanoTime.getAsLong() - start));
    Optional<Message> said =
        timeLeft.shown().map(rest -> Message.of("window.work.left", calm(rest.toSeconds())));
    say(left, said.orElse(Message.of("window.work.running")));
  }

  private void show(double part) {
    bar.setVisible(true);
    percent.setVisible(true);
    bar.setProgress(part);
    say(percent, Message.of("window.work.percent", (int) (100 * part)));
  }

  /** Seconds below twenty, then steps of five, upwards. */
  static long calm(long seconds) {
    return seconds < 20 ? seconds : (seconds + 4) / 5 * 5;
  }

  private void say(Label label, Message message) {
    label.textProperty().bind(wording.of(message));
  }
}
