// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.device.DeviceNames;
import org.keyrite.wizards.device.InReader;
import org.keyrite.wizards.view.look.Wording;

/**
 * The devices along the bottom of the window, a card a reader: what it is called, its serial, and
 * what it is doing. Does not tell what is wrong with a device; the screen above does, or the page
 * that opens with a click on its card.
 */
public final class DeviceBar extends HBox {
  private final Wording wording;
  private final DeviceWatch watch;
  private final DeviceNames names = new DeviceNames();
  private final boolean always;
  private final Optional<Consumer<String>> open;
  private Set<String> working = Set.of();

  /**
   * A bar that follows the watch as long as it is in a window.
   *
   * @param always whether it keeps its place where there is no reader
   */
  public DeviceBar(Wording wording, DeviceWatch watch, boolean always) {
    this(wording, watch, always, Optional.empty());
  }

  /**
   * The same, with cards that open.
   *
   * @param open takes the serial of the device whose card was chosen
   */
  public DeviceBar(
      Wording wording, DeviceWatch watch, boolean always, Optional<Consumer<String>> open) {
    this.open = open;
    this.wording = wording;
    this.watch = watch;
    this.always = always;
    getStyleClass().addAll("kr-devices", Areas.READ_ONLY);
    setAccessibleRole(AccessibleRole.TEXT);
    ChangeListener<DeviceWatch.Picture> change = (o, was, is) -> build();
    sceneProperty()
        .addListener((o, was, is) -> {
          watch.pictureProperty().removeListener(change);
          if (is != null) {
            watch.pictureProperty().addListener(change);
            build();
          }
        });
    build();
  }

  /** Which devices are at work and must stay where they are, by serial. */
  void working(Set<String> serials) {
    if (!working.equals(serials)) {
      working = Set.copyOf(serials);
      build();
    }
  }

  private void build() {
    DeviceWatch.Picture picture = watch.pictureProperty().get();
    getChildren().clear();
    for (InReader in : picture.found()) {
      getChildren().add(card(in));
    }
    if (getChildren().isEmpty() && always) {
      Message nothing =
          Message.of(picture.serviceRuns() ? "window.device.noReader" : "window.device.noService");
      getChildren().add(empty(wording.label(nothing, "kr-device-name")));
    }
    accessibleTextProperty().bind(wording.said(messages -> aloud()));
    setManaged(!getChildren().isEmpty());
    setVisible(isManaged());
  }

  /** What a screen reader says of all cards. */
  private String aloud() {
    return lookupAll(".label").stream()
        .map(node -> ((Label) node).getText())
        .collect(Collectors.joining(", "));
  }

  private Node card(InReader in) {
    return switch (in) {
      case InReader.Nothing(String reader) ->
          empty(name(reader), state("window.device.empty", DeviceLight.EMPTY));
      case InReader.Other(String reader, _) ->
          card(
              DeviceLight.ATTENTION,
              name(reader),
              state("window.device.unread", DeviceLight.ATTENTION));
      case InReader.Device device -> {
        boolean busy = working.contains(device.serial());
        DeviceLight light = busy ? DeviceLight.WORKING : DeviceLight.OK;
        String kind = names.isPretend(device.info()) ? "window.device.pretend" : "window.device";
        Label serial = new Label(device.serial());
        serial.getStyleClass().add("kr-serial");
        HBox card =
            card(
                light,
                wording.label(kind, "kr-device-name"),
                serial,
                state(busy ? "window.device.keep" : "window.device.in", light));
        yield open.isPresent() ? button(card, device.serial()) : card;
      }
    };
  }

  private Node button(HBox card, String serial) {
    Button button = new Button();
    button.setGraphic(card);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.textProperty().bind(wording.of(Message.of("window.device.open", serial)));
    button.accessibleTextProperty().bind(button.textProperty());
    button.getStyleClass().add("kr-device-button");
    button.setOnAction(e -> open.ifPresent(page -> page.accept(serial)));
    return button;
  }

  private static Label name(String reader) {
    Label label = new Label(reader);
    label.getStyleClass().add("kr-device-name");
    return label;
  }

  private Label state(String key, DeviceLight light) {
    return wording.label(key, "kr-device-state", light.look());
  }

  private static HBox empty(Node... words) {
    HBox card = card(DeviceLight.EMPTY, words);
    card.getStyleClass().add("kr-empty");
    return card;
  }

  private static HBox card(DeviceLight light, Node... words) {
    VBox lines = new VBox(words);
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox card = new HBox(light.icon(), lines);
    card.getStyleClass().add("kr-device");
    return card;
  }
}
