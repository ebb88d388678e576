// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

// Long because every place of the window, and each key that works in all of them, stands here.

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.keyrite.wizards.view.look.HelpWanted;
import org.keyrite.wizards.view.look.Term;
import org.keyrite.wizards.view.look.TypeSize;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The places of every screen: rail at the left, seat band on top, main column with the acts at its
 * foot, devices below; in a rehearsal a striped band above all and a pale word across. Places keep
 * their size whatever is in them.
 */
public final class Frame extends StackPane {
  /** What the ring around the focus needs beyond the edge. */
  private static final double RING = 6;

  /** What is seen of a screen at once, at least. */
  private static final double LEAST_VIEW = 170;

  /** A window that is less high, with letters of the usual size, has no room to spare. */
  private static final double ROOMY = 800;

  /** While the window is low: less around everything, so that more of the screen is seen. */
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  /** What is over sooner needs no word. */
  private static final Duration PATIENCE = Duration.seconds(1);

  private final Wording wording;
  private final Rail rail;
  private final BorderPane window = new BorderPane();
  private final BorderPane right = new BorderPane();
  private final Label watermark;
  private final Label moment;
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private final StackPane overlay = new StackPane();
  private final Areas areas = new Areas();
  private List<Node> shown = List.of();
  private List<Node> over = List.of();
  private Optional<Node> focusBelow = Optional.empty();
  private Optional<Runnable> guide = Optional.empty();
  private boolean waiting;
  private boolean enterIsDown;

  /** A frame with nothing in it. */
  public Frame(Wording wording, Rail rail) {
    this.wording = wording;
    this.rail = rail;
    watermark = wording.label("window.rehearsal.word", "kr-watermark");
    watermark.setWrapText(false);
    watermark.setMouseTransparent(true);
    watermark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    watermark.setVisible(false);
    moment = wording.label("window.moment", "kr-moment");
    moment.setMouseTransparent(true);
    moment.setVisible(false);
    StackPane.setAlignment(moment, Pos.BOTTOM_CENTER);
    // Where letters are so large that band, acts and devices leave no room, all of it scrolls.
    StackPane main = new StackPane(new Scrolling(right), overlay, clipped(watermark), moment);
    main.addEventFilter(
        InputEvent.ANY,
        event -> {
          if (waiting) {
            event.consume();
          }
        });
    patience.setOnFinished(e -> moment.setVisible(true));
    overlay.getStyleClass().add("kr-overlay");
    overlay.setVisible(false);
    window.setLeft(rail);
    window.setCenter(main);
    getChildren().add(window);
    heightProperty().addListener((o, was, is) -> judgeHeight());
    getStyleClass().addListener((ListChangeListener<String>) change -> judgeHeight());
    sceneProperty().addListener((o, was, is) -> Optional.ofNullable(is).ifPresent(this::listen));
    addEventHandler(KeyEvent.KEY_PRESSED, this::turn);
    addEventHandler(KeyEvent.KEY_PRESSED, this::help);
    addEventHandler(KeyEvent.KEY_PRESSED, this::toNextArea);
    addEventHandler(HelpWanted.WANTED, wanted -> explain(Optional.of(wanted.term())));
  }

  private void judgeHeight() {
    pseudoClassStateChanged(LOW, getHeight() < ROOMY * TypeSize.of(this).percent() / 100);
  }

  /** Whether the window that this is in has no height to spare. */
  static boolean isLow(Node node) {
    return node.getScene() != null
        && node.getScene().getRoot().getPseudoClassStates().contains(LOW);
  }

  /** Keys are seen here even where nothing on the screen has the focus. */
  private void listen(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onlyOnce);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, this::letGo);
  }

  /** Enter that is held repeats itself; it must not act on the screens that follow. */
  private void onlyOnce(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      if (enterIsDown) {
        event.consume();
      }
      enterIsDown = true;
    }
  }

  private void letGo(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      enterIsDown = false;
    }
  }

  private void help(KeyEvent event) {
    if (event.getCode() == KeyCode.F1) {
      explain(Optional.empty());
      event.consume();
    }
  }

  private void toNextArea(KeyEvent event) {
    if (event.getCode() == KeyCode.F6) {
      areas.move(areas(), getScene(), event.isShiftDown());
      event.consume();
    }
  }

  /** Whose turn it is, what is to be done, how to go on, the devices, the rail. */
  private List<Node> areas() {
    List<Node> parts = new ArrayList<>();
    if (hasOverlay()) {
      parts.addAll(over);
    } else {
      Optional.ofNullable(right.getTop()).ifPresent(parts::add);
      parts.addAll(shown);
      Optional.ofNullable(right.getBottom()).ifPresent(parts::add);
    }
    parts.add(rail);
    return parts;
  }

  /** Says what opens the guide: it is offered where words are explained. */
  public void guide(Runnable opened) {
    guide = Optional.of(opened);
  }

  /** What opens the guide, if there is one. */
  Optional<Runnable> guide() {
    return guide;
  }

  /** Explains a word, or those of the screen, unless something lies over it already. */
  void explain(Optional<Term> term) {
    if (!waiting && !hasOverlay()) {
      Glossary glossary = new Glossary(this, wording);
      term.ifPresentOrElse(glossary::of, () -> glossary.of(right));
    }
  }

  /** The page keys scroll whatever has the focus. */
  private void turn(KeyEvent event) {
    double views =
        switch (event.getCode()) {
          case PAGE_DOWN -> 0.8;
          case PAGE_UP -> -0.8;
          default -> 0;
        };
    if (views != 0) {
      scrolling(hasOverlay() ? overlay : right).ifPresent(scrolling -> scrolling.turn(views));
      event.consume();
    }
  }

  /** Keeps the turned word from widening the window. */
  private static Node clipped(Label word) {
    StackPane layer = new StackPane(word);
    layer.setMouseTransparent(true);
    layer.setMinSize(0, 0);
    layer.setPrefSize(0, 0);
    return layer;
  }

  /** The rail at the left. */
  public Rail rail() {
    return rail;
  }

  /** Marks everything as a rehearsal, or not. */
  public void rehearsal(boolean on) {
    watermark.setVisible(on);
    window.setTop(on ? rehearsalBand() : null);
  }

  private HBox rehearsalBand() {
    Label word = wording.label("window.rehearsal.word");
    word.setMinWidth(USE_PREF_SIZE);
    HBox plaque = new HBox(word, wording.label("window.rehearsal.meaning"));
    plaque.getStyleClass().add("kr-plaque");
    HBox band = new HBox(new FontIcon("mdi2f-flask-outline"), plaque);
    band.getStyleClass().add("kr-rehearsal");
    return band;
  }

  /** Shows a screen: band or none, content that scrolls, acts at its foot that do not. */
  public void show(Optional<? extends Node> band, Node content, Optional<? extends Region> acts) {
    right.setTop(band.orElse(null));
    VBox column = column(content, acts);
    shown = column.getChildren();
    // In a wide window, what people read stays beside the rail; a name is seen from everywhere.
    right.setCenter(centred(column, content instanceof HandOver ? Pos.TOP_CENTER : Pos.TOP_LEFT));
    areas.forget();
    build(right);
    wait(false);
  }

  private VBox column(Node content, Optional<? extends Region> acts) {
    VBox column = new VBox();
    column.getStyleClass().add("kr-main");
    StackPane roomForFocus = new StackPane(content);
    roomForFocus.setPadding(new Insets(RING));
    Scrolling scrolling = new Scrolling(roomForFocus);
    scrolling.setMinHeight(LEAST_VIEW);
    VBox.setVgrow(scrolling, Priority.ALWAYS);
    Label more = wording.label("window.more", "kr-more");
    more.setGraphic(new FontIcon("mdi2c-chevron-double-down"));
    more.setWrapText(false);
    more.setMouseTransparent(true);
    more.visibleProperty().bind(scrolling.moreBelowProperty());
    more.managedProperty().bind(more.visibleProperty());
    column.getChildren().addAll(scrolling, more);
    acts.ifPresent(column.getChildren()::add);
    return column;
  }

  private static StackPane centred(VBox column, Pos place) {
    StackPane centre = new StackPane(column);
    centre.setAlignment(place);
    return centre;
  }

  /** A scroll pane takes its content in only now; before, nothing in it can have the focus. */
  private static void build(Parent part) {
    part.applyCss();
    part.layout();
  }

  /**
   * Takes neither keys nor clicks while something goes on; the screen and the focus stay as they
   * are. Where that takes longer, a line says so.
   */
  public void wait(boolean on) {
    waiting = on;
    moment.setVisible(false);
    if (on) {
      patience.playFromStart();
    } else {
      patience.stop();
    }
  }

  /** Whether it takes neither keys nor clicks now. */
  public boolean isWaiting() {
    return waiting;
  }

  /** Lays a screen over the main column, which stays underneath as it is and takes no keys. */
  void overlay(StepScreen screen) {
    if (!hasOverlay()) {
      focusBelow = Optional.ofNullable(getScene().getFocusOwner());
    }
    VBox column = column(screen.content(), Optional.of(screen.acts()));
    over = column.getChildren();
    overlay.getChildren().setAll(centred(column, Pos.TOP_LEFT));
    overlay.setVisible(true);
    build(overlay);
    right.setDisable(true);
    screen.focus().run();
  }

  /** How far what lies over the main column is scrolled, from 0 to 1. */
  public double overlayPlace() {
    return scrolling(overlay).map(Scrolling::getVvalue).orElse(0.0);
  }

  /** Scrolls what lies over the main column to where it was. */
  public void overlayPlace(double place) {
    scrolling(overlay).ifPresent(scrolling -> scrolling.setVvalue(place));
  }

  /** Scrolls what lies over the main column so that this part of it comes first. */
  public void bringOnOverlay(Node part) {
    scrolling(overlay)
        .ifPresent(scrolling -> {
          scrolling.setVvalue(1);
          scrolling.bring(part);
        });
  }

  private static Optional<Scrolling> scrolling(Parent part) {
    return Optional.ofNullable((Scrolling) part.lookup(".kr-scroll"));
  }

  /** Whether something lies over the main column. */
  boolean hasOverlay() {
    return overlay.isVisible();
  }

  /** Takes away what lies over the main column; the focus is where it was. */
  public void closeOverlay() {
    if (hasOverlay()) {
      overlay.setVisible(false);
      overlay.getChildren().clear();
      right.setDisable(false);
      focusBelow.ifPresent(Node::requestFocus);
      focusBelow = Optional.empty();
    }
  }

  /** Shows devices at the foot, or nothing there. */
  public void devices(Optional<? extends Node> devices) {
    right.setBottom(devices.orElse(null));
  }
}
