// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.device.DeviceNames;
import org.keyrite.wizards.device.InReader;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Wording;

/**
 * The devices along the bottom of the window, a card a reader: what it is called, its serial, and
 * what it is doing. Does not tell what is wrong with a device; the screen above does, or the page
 * that opens with a click on its card. Cards stand side by side as far as there is room.
 */
public final class DeviceBar extends Region {
  private static final double ACROSS = 16;
  private static final double DOWN = 10;

  /** What the ring around the focus needs beyond the edge of a card. */
  private static final double RING = 4;

  /** What there is room for at once; more is scrolled. */
  private static final int ROWS = 2;

  private final Wording wording;
  private final DeviceWatch watch;
  private final DeviceNames names = new DeviceNames();
  private final boolean always;
  private final Optional<Consumer<String>> open;
  private final Flow cards = new Flow(ACROSS, DOWN, Pos.CENTER_LEFT);
  private final Scrolling scrolling = new Scrolling(cards);
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
    // The page keys are for the screen above.
    scrolling.getStyleClass().remove("kr-scroll");
    cards.setPadding(new Insets(RING));
    getChildren().add(scrolling);
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
  public void working(Set<String> serials) {
    if (!working.equals(serials)) {
      working = Set.copyOf(serials);
      build();
    }
  }

  private void build() {
    DeviceWatch.Picture picture = watch.pictureProperty().get();
    List<Node> shown = new ArrayList<>();
    picture.found().forEach(in -> shown.add(card(in)));
    if (shown.isEmpty() && always) {
      Message nothing =
          Message.of(picture.serviceRuns() ? "window.device.noReader" : "window.device.noService");
      shown.add(empty(wording.label(nothing, "kr-device-name")));
    }
    cards.show(shown);
    accessibleTextProperty().bind(wording.said(messages -> aloud()));
    setManaged(!shown.isEmpty());
    setVisible(isManaged());
  }

  /** What a screen reader says of all cards. */
  private String aloud() {
    return cards.lookupAll(".label").stream()
        .map(node -> ((Label) node).getText())
        .collect(Collectors.joining(", "));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double insetsAcross() {
    return snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    return cards.prefWidth(-1) + insetsAcross();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? -1 : width - insetsAcross();
    double card =
        cards.getChildrenUnmodifiable().stream()
            .mapToDouble(node -> node.prefHeight(node.prefWidth(-1)))
            .max()
            .orElse(0);
    double most = ROWS * card + (ROWS - 1) * DOWN + 2 * RING;
    return snapSizeY(Math.min(cards.prefHeight(room), most))
        + snappedTopInset()
        + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double high = getHeight() - snappedTopInset() - snappedBottomInset();
    scrolling.resizeRelocate(
        snappedLeftInset(), snappedTopInset(), getWidth() - insetsAcross(), high);
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
                new Flow(10, 0, Pos.CENTER_LEFT, wording.label(kind, "kr-device-name"), serial),
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
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
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
    HBox card = new Card(light.icon(), lines);
    card.getStyleClass().add("kr-device");
    return card;
  }

  /** A button asks what is in it for its height without saying how wide it is. */
  private static final class Card extends HBox {
    Card(Node... parts) {
      super(parts);
    }

    @Override
    protected double computePrefHeight(double width) {
      return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
    }
  }
}
