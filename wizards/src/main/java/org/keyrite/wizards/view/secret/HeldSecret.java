// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.util.Duration;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A secret behind a cover. It is drawn only while Space or the mouse is held on {@link #button()},
 * and covered again by letting go, by the window losing the focus, by a display that is plugged in,
 * and after {@link #LONGEST}. With more than one display the first press only warns.
 *
 * <p>Nothing shown here is text: see {@link GlyphSet}. The borrowed lines are overwritten as soon
 * as they are drawn, and covering removes the drawing.
 */
public final class HeldSecret extends VBox {
  /** The longest time that a secret is shown in one go. */
  public static final Duration LONGEST = Duration.seconds(60);

  private static final int LINES = 5;

  private final Wording wording;
  private final GlyphSet glyphs;
  private final Supplier<List<char[]>> content;
  private final ObservableList<?> displays;
  private final PauseTransition limit;
  private final StackPane body = new StackPane();
  private final Label state = new Label();
  private final FontIcon eye = new FontIcon();
  private final Label warning;
  private final VBox cover;
  private final Act button;
  private final double height;
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper seen = new ReadOnlyBooleanWrapper();
  private final ChangeListener<Boolean> coverWithoutFocus = (o, was, is) -> coverUnless(is);
  private final ChangeListener<Window> windowChanged = (o, was, is) -> follow(was, is);
  private final ListChangeListener<Object> displaysChanged = change -> countDisplays();

  /** Set when it was covered under the holder's hand: a key that repeats itself shows nothing. */
  private boolean mustLetGo;

  private boolean warned;

  /**
   * What it is called while it is covered.
   *
   * @param hold on the button
   * @param behind on the cover
   */
  public record Words(Message hold, Message behind) {
    /** A share of the person who looks. */
    public static final Words SHARE =
        new Words(Message.of("window.held.hold"), Message.of("window.held.behind"));

    /** Any other secret. */
    public static final Words OTHER =
        new Words(Message.of("window.held.holdOther"), Message.of("window.held.behindOther"));
  }

  /** A covered secret on the displays of this computer. */
  public HeldSecret(
      Wording wording, GlyphSet glyphs, Message name, Words words, Supplier<List<char[]>> content) {
    this(wording, glyphs, name, words, content, Screen.getScreens(), LONGEST);
  }

  HeldSecret(
      Wording wording,
      GlyphSet glyphs,
      Message name,
      Words words,
      Supplier<List<char[]>> content,
      ObservableList<?> displays,
      Duration longest) {
    this.wording = wording;
    this.glyphs = glyphs;
    this.content = content;
    this.displays = displays;
    limit = new PauseTransition(longest);
    limit.setOnFinished(e -> cover());
    warning = wording.label("window.held.display", "kr-body", "kr-attention");
    cover =
        new VBox(
            new FontIcon("mdi2l-lock-outline"),
            wording.label(words.behind(), "kr-behind"),
            wording.label("window.held.letGo", "kr-body", "kr-muted"),
            warning);
    cover.getStyleClass().add("kr-zone-cover");
    height = LINES * GlyphLine.height(glyphs) + 24;
    body.setMinHeight(height);
    body.getStyleClass().add("kr-zone-body");
    body.getChildren().add(cover);
    say("window.held.covered", "mdi2e-eye-off-outline");
    button = holdButton(words.hold());
    getStyleClass().add("kr-zone");
    getChildren().addAll(head(name), body);
    sceneProperty().addListener((o, was, is) -> sceneChanged(was, is));
    countDisplays();
  }

  private HBox head(Message name) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    state.setWrapText(true);
    state.setMinHeight(USE_PREF_SIZE);
    HBox head = new HBox(eye, state, gap, wording.label(name, "kr-zone-name"));
    head.getStyleClass().add("kr-zone-head");
    return head;
  }

  private Act holdButton(Message hold) {
    Act made = Act.filled(wording, hold, () -> {}).icon("mdi2g-gesture-tap-hold");
    made.key("window.key.space");
    made.addEventFilter(KeyEvent.KEY_PRESSED, event -> onSpace(event, this::uncover));
    made.addEventFilter(KeyEvent.KEY_RELEASED, event -> onSpace(event, this::letGo));
    made.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> uncover());
    made.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> letGo());
    made.focusedProperty().addListener(coverWithoutFocus);
    return made;
  }

  private static void onSpace(KeyEvent event, Runnable action) {
    if (event.getCode() == KeyCode.SPACE) {
      event.consume();
      action.run();
    }
  }

  private void letGo() {
    cover();
    mustLetGo = false;
  }

  private void uncover() {
    if (shown.get() || mustLetGo) {
      return;
    }
    if (displays.size() > 1 && !warned) {
      warned = true;
      mustLetGo = true;
      return;
    }
    List<char[]> lines = content.get();
    body.setMinHeight(Math.max(height, body.getHeight()));
    body.getChildren().setAll(drawn(lines));
    lines.forEach(line -> Arrays.fill(line, '\0'));
    say("window.held.shown", "mdi2e-eye-outline");
    button.say(Message.of("window.held.keep"));
    button.getStyleClass().add("kr-held");
    shown.set(true);
    seen.set(true);
    limit.playFromStart();
  }

  /** The lines below one another, made smaller where they do not fit behind the cover. */
  private Node drawn(List<char[]> lines) {
    VBox rows = new VBox();
    rows.setAlignment(Pos.CENTER_LEFT);
    int groups = lines.stream().mapToInt(GlyphLine::groups).max().orElse(0);
    for (int i = 0; i < lines.size(); i++) {
      rows.getChildren().add(new GlyphLine(glyphs, i + 1, lines.get(i), groups));
    }
    if (lines.size() <= LINES) {
      return rows;
    }
    double scale = (double) LINES / lines.size();
    rows.getTransforms().add(new Scale(scale, scale, 0, height / 2));
    return new Group(rows);
  }

  /** Covers the secret, whoever holds what. */
  public void cover() {
    if (!shown.get()) {
      return;
    }
    limit.stop();
    mustLetGo = true;
    body.getChildren().setAll(cover);
    body.setMinHeight(height);
    say("window.held.covered", "mdi2e-eye-off-outline");
    button.say(Message.of("window.held.again"));
    button.getStyleClass().remove("kr-held");
    shown.set(false);
  }

  private void say(String key, String icon) {
    state.textProperty().bind(wording.of(key));
    eye.setIconLiteral(icon);
  }

  private void coverUnless(boolean fine) {
    if (!fine) {
      letGo();
    }
  }

  private void sceneChanged(Scene was, Scene is) {
    cover();
    if (was != null) {
      displays.removeListener(displaysChanged);
      was.windowProperty().removeListener(windowChanged);
      follow(was.getWindow(), null);
    }
    if (is != null) {
      displays.addListener(displaysChanged);
      is.windowProperty().addListener(windowChanged);
      follow(null, is.getWindow());
      countDisplays();
    }
  }

  private void follow(Window was, Window is) {
    if (was != null) {
      was.focusedProperty().removeListener(coverWithoutFocus);
    }
    if (is != null) {
      is.focusedProperty().addListener(coverWithoutFocus);
    }
  }

  private void countDisplays() {
    warned = false;
    warning.setVisible(displays.size() > 1);
    warning.setManaged(displays.size() > 1);
    if (displays.size() > 1) {
      cover();
    }
  }

  /** The button to hold; it belongs in the act row. */
  public Act button() {
    return button;
  }

  /** Whether the secret can be seen now. */
  public ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Whether it was ever shown. */
  public ReadOnlyBooleanProperty seenProperty() {
    return seen.getReadOnlyProperty();
  }
}
