// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.util.Duration;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left edge: which ceremony this is, its sections and where we are, the time, the network. */
public final class Rail extends VBox {
  private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");
  private static final String KEY =
      "M12 6.8a5.2 5.2 0 1 0 2.6 9.7l7 7 2-2-1.9-1.9 2-2-2-2-2 2-3-3a5.2 5.2 0 0 0-4.7-7.8z"
          + "M12 9.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4z";

  private final Wording wording;
  private final Laptop laptop;
  private final VBox about = new VBox();
  private final VBox stages = new VBox();
  private final VBox below = new VBox();
  private final Label utc = new Label();
  private final Label here = new Label();
  private final Label network = new Label();
  private final FontIcon networkIcon = new FontIcon();
  private final Label step = new Label();
  private final Scrolling middle;
  private final Timeline ticking;

  /** A rail that says nothing yet. */
  public Rail(Wording wording, Laptop laptop) {
    this.wording = wording;
    this.laptop = laptop;
    getStyleClass().add("kr-rail");
    about.getStyleClass().add("kr-about");
    stages.getStyleClass().add("kr-stages");
    below.getStyleClass().add("kr-rail-below");
    utc.getStyleClass().add("kr-utc");
    step.getStyleClass().add("kr-rail-step");
    for (Label label : List.of(utc, here, network, step)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    Flow time = new Flow(0, 0, Pos.TOP_LEFT, utc, here);
    HBox offline = new HBox(6, networkIcon, network);
    VBox foot = new VBox(4, time, offline);
    foot.getStyleClass().add("kr-rail-foot");
    foot.setMinHeight(USE_PREF_SIZE);
    below.setMinHeight(USE_PREF_SIZE);
    middle = new Scrolling(new VBox(about, stages));
    VBox.setVgrow(middle, Priority.ALWAYS);
    stages.heightProperty().addListener((o, was, is) -> showNow());
    middle.viewportBoundsProperty().addListener((o, was, is) -> showNow());
    step.setVisible(false);
    step.setManaged(false);
    getChildren().addAll(mark(), step, middle, below, foot);
    ticking = new Timeline(new KeyFrame(Duration.seconds(5), e -> tick()));
    ticking.setCycleCount(Timeline.INDEFINITE);
    sceneProperty().addListener((o, was, is) -> run(is != null));
    tick();
  }

  private HBox mark() {
    SVGPath key = new SVGPath();
    key.setContent(KEY);
    key.setScaleX(0.8);
    key.setScaleY(0.8);
    key.setStyle("-fx-fill: white;");
    StackPane logo = new StackPane(key);
    logo.getStyleClass().add("kr-logo");
    HBox mark = new HBox(logo, wording.label("window.name", "kr-mark-name"));
    mark.getStyleClass().add("kr-mark-row");
    return mark;
  }

  /** Where there are more sections than room, the current one is seen. */
  private void showNow() {
    stages.getChildren().stream()
        .filter(row -> row.getStyleClass().contains("kr-now"))
        .findFirst()
        .ifPresent(middle::bring);
  }

  private void run(boolean onScreen) {
    if (onScreen) {
      tick();
      ticking.play();
    } else {
      ticking.stop();
    }
  }

  private void tick() {
    Instant now = laptop.clock().instant();
    say(utc, Message.of("window.rail.utc", HOUR_MINUTE.format(now.atOffset(ZoneOffset.UTC))));
    say(here, Message.of("window.rail.here", HOUR_MINUTE.format(now.atZone(laptop.here()))));
    boolean offline = laptop.offline().getAsBoolean();
    say(network, Message.of(offline ? "window.rail.offline" : "window.rail.online"));
    networkIcon.setIconLiteral(offline ? "mdi2w-wifi-off" : "mdi2w-wifi");
  }

  private void say(Label label, Message message) {
    label.textProperty().bind(wording.of(message));
  }

  /** Names the ceremony. */
  public void name(Message name, Message line) {
    about
        .getChildren()
        .setAll(
            wording.label(name, "kr-about-name"), wording.label(line, "kr-hint", "kr-about-line"));
    step(Optional.empty());
  }

  /** Shows the number that the agenda has for what is on the screen, or none. */
  public void step(Optional<Message> number) {
    step.textProperty().unbind();
    number.ifPresent(message -> say(step, message));
    step.setVisible(number.isPresent());
    step.setManaged(number.isPresent());
  }

  /** Shows the sections, and that where we are whatever room there is. */
  public void milestones(List<Milestone> milestones) {
    stages
        .getChildren()
        .setAll(milestones.stream().map(m -> m.row(wording, "kr-rail-row")).toList());
    // They are laid out in the next pulse.
    Platform.runLater(this::showNow);
  }

  /** Shows places to go to instead of sections, as on the home screen. */
  public void places(List<? extends Node> places) {
    about.getChildren().clear();
    stages.getChildren().setAll(places);
  }

  /** Shows something above the foot. */
  public void below(List<? extends Node> nodes) {
    below.getChildren().setAll(nodes);
  }
}
