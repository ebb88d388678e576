// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.view.ActRow;
import org.keyrite.wizards.view.FxScene;
import org.keyrite.wizards.view.Stand;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;

class HeldSecretTest {
  private static final List<String> LINES =
      List.of(
          "7K3M 9QX0 V8B5 S2ZD M4",
          "R4HT 6G1N YC0E P7WJ 0Q",
          "5VMA 3K8F ZQ2B 90XD ZK",
          "HS6T E4RY N1GC 7P5W 8T",
          "K7X2 T6AW 99");

  private final Wording wording = new Wording(Language.ENGLISH);
  private final ObservableList<String> displays = FXCollections.observableArrayList("built in");
  private final List<char[]> lent = new ArrayList<>();
  private HeldSecret held;
  private FxScene fx;

  private void open(Theme theme, Duration longest, List<String> lines) {
    FxScene.run(Traces::forgetLayouts);
    fx =
        FxScene.show(
            theme,
            () -> {
              held =
                  new HeldSecret(
                      wording,
                      GlyphSet.mono(34),
                      Stand.plain("Your share, Vault 2026"),
                      HeldSecret.Words.SHARE,
                      () -> lend(lines),
                      displays,
                      longest);
              return Stand.around(
                  wording,
                  "Copy these five lines onto your sheet",
                  held,
                  new ActRow().right(held.button()));
            });
    FxScene.run(held.button()::requestFocus);
  }

  private void open() {
    open(Theme.LIGHT, HeldSecret.LONGEST, LINES);
  }

  private List<char[]> lend(List<String> lines) {
    List<char[]> fresh = lines.stream().map(String::toCharArray).toList();
    lent.addAll(fresh);
    return fresh;
  }

  private long outlines() {
    return FxScene.call(() -> (long) held.lookupAll(".kr-glyph").size());
  }

  private void mouse(EventType<MouseEvent> type) {
    FxScene.run(() ->
        Event.fireEvent(
            held.button(),
            new MouseEvent(
                type,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null)));
  }

  @AfterEach
  void close() {
    fx.close();
  }

  @Test
  void isCoveredUntilTheKeyIsHeld() {
    open();
    assertEquals(0, outlines());
    assertTrue(lent.isEmpty());
    fx.picture("held-covered");
    fx.hold(KeyCode.SPACE);
    assertTrue(held.shownProperty().get());
    assertEquals(String.join("", LINES).replace(" ", "").length(), outlines());
    fx.picture("held-shown");
  }

  @Test
  void isCoveredWhenTheKeyIsLetGo() {
    open();
    fx.hold(KeyCode.SPACE).release(KeyCode.SPACE);
    assertFalse(held.shownProperty().get());
    assertEquals(0, outlines());
    assertTrue(held.seenProperty().get());
  }

  @Test
  void isShownWhileTheMouseIsHeld() {
    open(Theme.DARK, HeldSecret.LONGEST, LINES);
    mouse(MouseEvent.MOUSE_PRESSED);
    assertTrue(held.shownProperty().get());
    fx.picture("held-shown-dark");
    mouse(MouseEvent.MOUSE_RELEASED);
    assertFalse(held.shownProperty().get());
  }

  @Test
  void overwritesTheLinesAsSoonAsTheyAreDrawn() {
    open();
    fx.hold(KeyCode.SPACE);
    assertEquals(LINES.size(), lent.size());
    lent.forEach(line -> assertArrayEquals(new char[line.length], line));
  }

  @Test
  void isCoveredWhenTheButtonLosesTheFocus() {
    open();
    fx.hold(KeyCode.SPACE);
    FxScene.run(() -> fx.scene().getRoot().requestFocus());
    assertFalse(held.shownProperty().get());
  }

  @Test
  void isCoveredWhenTheWindowLosesTheFocus() {
    open();
    FxScene.until(() -> fx.stage().isFocused());
    mouse(MouseEvent.MOUSE_PRESSED);
    try (FxScene other = FxScene.show(Theme.LIGHT, () -> new Label("another window"))) {
      FxScene.until(() -> other.stage().isFocused());
      assertFalse(fx.stage().isFocused());
      assertFalse(held.shownProperty().get());
      assertEquals(0, outlines());
    }
  }

  @Test
  void isCoveredAfterAWhileAndAKeyThatRepeatsItselfDoesNotShowItAgain() {
    open(Theme.LIGHT, Duration.millis(50), LINES);
    fx.hold(KeyCode.SPACE);
    FxScene.until(() -> !held.shownProperty().get());
    fx.hold(KeyCode.SPACE);
    assertFalse(held.shownProperty().get());
    fx.release(KeyCode.SPACE).hold(KeyCode.SPACE);
    assertTrue(held.shownProperty().get());
  }

  @Test
  void aSecondDisplayCoversItAndIsWarnedOfBeforeItIsShownAgain() {
    open();
    fx.hold(KeyCode.SPACE);
    FxScene.run(() -> displays.add("projector"));
    assertFalse(held.shownProperty().get());
    fx.release(KeyCode.SPACE);
    fx.picture("held-display");
    fx.hold(KeyCode.SPACE);
    assertFalse(held.shownProperty().get(), "the first press only warns");
    fx.release(KeyCode.SPACE).hold(KeyCode.SPACE);
    assertTrue(held.shownProperty().get());
  }

  @Test
  void isCoveredWhenItLeavesTheScreen() {
    open();
    fx.hold(KeyCode.SPACE);
    FxScene.run(() -> fx.scene().setRoot(new Label("next screen")));
    assertFalse(held.shownProperty().get());
    assertEquals(0, outlines());
  }

  @Test
  void leavesNoTextOfTheSecretBehind() {
    open();
    fx.hold(KeyCode.SPACE);
    fx.picture("held-shown");
    for (String group : groups()) {
      assertFalse(FxScene.call(() -> Traces.inNodes(fx.scene().getRoot(), group)), group);
      assertFalse(FxScene.call(() -> Traces.inLayoutCache(group)), group);
    }
  }

  @Test
  void aLabelWouldHaveLeftTheSecretInTheLayoutCache() {
    open();
    String canary = "Q8ZJW4";
    FxScene.run(() -> fx.scene().setRoot(new Label(canary)));
    fx.picture("canary");
    assertTrue(FxScene.call(() -> Traces.inLayoutCache(canary)));
    assertTrue(FxScene.call(() -> Traces.inNodes(fx.scene().getRoot(), canary)));
  }

  @Test
  void showsMoreLinesThanUsualSmaller() {
    List<String> many = Stream.of(LINES, LINES.subList(0, 3)).flatMap(List::stream).toList();
    open(Theme.LIGHT, HeldSecret.LONGEST, many);
    double covered = FxScene.call(() -> held.getHeight());
    fx.hold(KeyCode.SPACE);
    fx.picture("held-many");
    assertEquals(covered, FxScene.call(() -> held.getHeight()));
  }

  private static List<String> groups() {
    return LINES.stream().flatMap(line -> Stream.of(line.split(" "))).toList();
  }
}
