// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keyrite.core.problem.DeviceProblem.DeviceTwice;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Presented;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.device.DeviceNames;
import org.keyrite.wizards.device.InReader;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;

/**
 * Waits for a device: what is in each reader, whether it is the one that is meant, and a button
 * where a person chooses. Goes on by itself once the device is there whose serial is known.
 */
final class AwaitScreen {
  private final Wording wording;
  private final DeviceWatch watch;
  private final Presented presented;
  private final Consumer<DeviceIdentity> present;
  private final DeviceNames names = new DeviceNames();
  private final VBox cards = new VBox(10);
  private final Act act;
  private Optional<InReader.Device> onlyOne = Optional.empty();
  private boolean taken;

  /**
   * A screen that follows the watch as long as it is in a window.
   *
   * @param present takes the device
   */
  AwaitScreen(
      Wording wording, DeviceWatch watch, Presented presented, Consumer<DeviceIdentity> present) {
    this.wording = wording;
    this.watch = watch;
    this.presented = presented;
    this.present = present;
    act =
        Act.filled(
                wording,
                Message.of("window.act.waitForDevice"),
                () -> onlyOne.ifPresent(this::take))
            .onEnter();
    ChangeListener<DeviceWatch.Picture> change = (o, was, is) -> build();
    cards
        .sceneProperty()
        .addListener((o, was, is) -> {
          watch.pictureProperty().removeListener(change);
          if (is != null) {
            watch.pictureProperty().addListener(change);
            build();
          }
        });
    build();
  }

  Node cards() {
    return cards;
  }

  Act act() {
    return act;
  }

  /** Who was at a button with his keys finds himself at the act, not somewhere else. */
  private void build() {
    boolean focused = cards.getScene() != null && isHere(cards.getScene().getFocusOwner());
    if (focused) {
      act.requestFocus();
    }
    fill();
  }

  private boolean isHere(Node node) {
    return node != null && (node == cards || isHere(node.getParent()));
  }

  private void fill() {
    DeviceWatch.Picture picture = watch.pictureProperty().get();
    cards.getChildren().clear();
    presented
        .meant()
        .ifPresent(serial ->
            cards
                .getChildren()
                .add(wording.label(Message.of("window.await.meant", serial), "kr-lead-strong")));
    if (!picture.serviceRuns()) {
      cards.getChildren().add(noService());
    } else if (picture.found().isEmpty()) {
      cards
          .getChildren()
          .add(row(DeviceLight.EMPTY, wording.label("window.await.noReader", "kr-body")));
    }
    // What somebody is to do stands above what there is.
    picture.drawer().stream()
        .filter(serial -> presented.refuses(serial).isEmpty())
        .forEach(serial -> cards.getChildren().add(ready(serial)));
    picture.found().forEach(in -> cards.getChildren().add(card(in)));
    choose(presented.fitting(picture.found()));
  }

  private void choose(List<InReader.Device> fitting) {
    onlyOne = fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    if (presented.meant().isPresent() && onlyOne.isPresent()) {
      InReader.Device device = onlyOne.get();
      Platform.runLater(() -> take(device));
    }
    if (onlyOne.isPresent()) {
      act.ready(Message.of("window.await.takeOne", onlyOne.get().serial()));
    } else {
      act.waitFor(
          Message.of(fitting.isEmpty() ? "window.act.waitForDevice" : "window.await.choose"));
    }
  }

  private void take(InReader.Device device) {
    if (!taken && cards.getScene() != null) {
      taken = true;
      present.accept(device.identity());
    }
  }

  private HBox noService() {
    Problem problem = new ReaderServiceMissing();
    return row(
        DeviceLight.ATTENTION,
        wording.label(Sentences.what(problem), "kr-heading"),
        wording.label(Sentences.next(problem), "kr-body", "kr-muted"));
  }

  private HBox card(InReader in) {
    return switch (in) {
      case InReader.Nothing(String reader) ->
          row(
              DeviceLight.EMPTY,
              plain(reader, "kr-heading"),
              wording.label("window.device.empty", "kr-body", "kr-muted"));
      case InReader.Other(String reader, Problem problem) ->
          row(
              DeviceLight.ATTENTION,
              plain(reader, "kr-heading"),
              wording.label(Sentences.what(problem), "kr-body", "kr-attention"));
      case InReader.Device device -> device(device);
    };
  }

  private HBox device(InReader.Device device) {
    Optional<Problem> refused = presented.refuses(device.identity());
    Label name = wording.label(names.of(device.info()), "kr-heading");
    Label where =
        wording.label(Message.of("window.await.in", device.reader()), "kr-body", "kr-muted");
    if (refused.isPresent()) {
      // That another device of the ceremony is there too is as it should be.
      DeviceLight light =
          refused.get() instanceof DeviceTwice ? DeviceLight.IDLE : DeviceLight.ATTENTION;
      Label why = wording.label(Sentences.what(refused.get()), "kr-body", light.look());
      return row(light, name, where, why);
    }
    HBox row = row(DeviceLight.OK, name, where);
    if (presented.meant().isEmpty()) {
      row.getChildren()
          .add(Act.bordered(wording, Message.of("window.await.this"), () -> take(device)));
    }
    return row;
  }

  private HBox ready(String serial) {
    HBox row =
        row(
            DeviceLight.IDLE,
            wording.label(Message.of("device.pretend", serial), "kr-heading"),
            wording.label("window.await.ready", "kr-body", "kr-muted"));
    row.getChildren()
        .add(Act.bordered(wording, Message.of("window.await.putIn"), () -> watch.putIn(serial)));
    return row;
  }

  private static Label plain(String text, String look) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(look);
    return label;
  }

  private static HBox row(DeviceLight light, Node... words) {
    VBox lines = new VBox(2, words);
    lines.setMinHeight(Region.USE_PREF_SIZE);
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(lines, Priority.ALWAYS);
    HBox row = new HBox(light.icon(), lines);
    row.setMinHeight(Region.USE_PREF_SIZE);
    row.getStyleClass().addAll("kr-card", "kr-await");
    if (light == DeviceLight.EMPTY) {
      row.getStyleClass().add("kr-empty");
    }
    return row;
  }
}
