// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

// Long because everything that a person can do to a window stands here.

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.keyrite.app.look.Look;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.random.CombinedRandom;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.reader.Readers;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.rehearsal.People;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.Laptop;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.secret.Keyboard;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole window, as people have it in front of them: what it says is looked for in words, its
 * keys and buttons are pressed by a robot.
 */
final class Window implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final int MOST_PLACES = 40;
  private static final long INSPECTION_MILLIS = 120_000;

  /** A scroll bar that appears, or a line that wraps, is known to what is around it only then. */
  private static final int LAYOUT_PASSES = 4;

  private final FxRobot robot = new FxRobot();
  private final Language language;
  private final Messages messages;
  private final Path records;
  private final Pictures pictures = Pictures.inTheirFolder();
  private final Stage stage;
  private final Workstation workstation;
  private final List<String> defects = new ArrayList<>();
  private final List<String> screens = new ArrayList<>();
  private Optional<Path> chosen = Optional.empty();

  /** Opens it on the home screen. */
  Window(Language language, Path folder, DerivationCost cost) throws TimeoutException {
    this(language, folder, cost, new PracticeReaders(List.of()));
  }

  /** Opens it on the home screen, with these readers plugged in. */
  Window(Language language, Path folder, DerivationCost cost, Readers readers)
      throws TimeoutException {
    this(language, folder, cost, readers, List::of);
  }

  /** Opens it on the home screen, with these readers plugged in and these printer queues. */
  Window(Language language, Path folder, DerivationCost cost, Readers readers, Queues queues)
      throws TimeoutException {
    this.language = language;
    this.messages = Messages.in(language);
    this.records = folder.resolve("records");
    // The robot of AWT does not work without a head; the other one asks JavaFX.
    System.setProperty("testfx.robot", "glass");
    stage = FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    Outside outside =
        new Outside(
            "Keyrite",
            Optional.empty(),
            new Laptop(clock(), ZoneId.of("Europe/Berlin"), () -> true),
            records,
            folder.resolve("settings.properties"),
            language,
            new CombinedRandom(List.of(new JvmRandom())),
            cost,
            Catalogue.ALL,
            People.load(),
            keyboard(),
            (window, title) -> chosen,
            new Devices(readers),
            queues,
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    workstation =
        onFx(() -> {
          Theme.loadFonts();
          Workstation made = new Workstation(outside);
          made.show(stage);
          stage.setX(0);
          stage.setY(0);
          return made;
        });
  }

  private static Clock clock() {
    Instant start = Instant.parse("2026-11-21T14:32:00Z");
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start));
  }

  private Keyboard keyboard() {
    return new Keyboard() {
      @Override
      public List<String> layouts() {
        return List.of(language == Language.GERMAN ? "de" : "us");
      }

      @Override
      public Optional<Boolean> capsLock() {
        return Optional.of(false);
      }
    };
  }

  /** The text of a key in the language of this window. */
  String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** The text of a message in the language of this window. */
  String text(Message message) {
    return messages.text(message);
  }

  /** Where ceremonies are kept. */
  Path records() {
    return records;
  }

  /** The file that is chosen when a file is asked for. */
  void choose(Path file) {
    chosen = Optional.of(file);
  }

  /** Waits until this holds on the FX thread. */
  void until(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    } catch (TimeoutException e) {
      picture("stuck");
      throw new AssertionError(what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits until the window says exactly this. */
  void untilSays(String text) {
    until("never says: " + text, () -> !isWaiting() && find(text).isPresent());
  }

  private boolean isWaiting() {
    return ((Frame) stage.getScene().getRoot()).isWaiting();
  }

  private Optional<Node> find(String text) {
    return stage.getScene().getRoot().lookupAll("*").stream()
        .filter(node -> node instanceof Labeled l && text.equals(l.getText()) && isSeen(node))
        .findFirst();
  }

  /** How many buttons say exactly this. */
  long count(String text) {
    return onFx(() ->
        stage.getScene().getRoot().lookupAll(".button").stream()
            .filter(node -> node instanceof Labeled l && text.equals(l.getText()) && isSeen(node))
            .count());
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return !node.isDisabled() && node.getScene() != null;
  }

  /** Clicks on what says this. */
  void click(String text) {
    untilSays(text);
    robot.clickOn(find(text).orElseThrow());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Turns the wheel of the mouse over what says this, to the end of what scrolls there. */
  void scrollDown(String over) {
    untilSays(over);
    robot.moveTo(find(over).orElseThrow());
    robot.scroll(40, VerticalDirection.DOWN);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Presses keys, one after the other. */
  void press(KeyCode... codes) {
    for (KeyCode code : codes) {
      until("takes no keys", () -> !isWaiting());
      robot.push(code);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Presses Tab until what says this has the focus, no oftener than there can be places. */
  void tabTo(String text) {
    untilSays(text);
    for (int i = 0; i < MOST_PLACES; i++) {
      if (onFx(() -> stage.getScene().getFocusOwner()) instanceof Labeled labeled
          && text.equals(labeled.getText())) {
        return;
      }
      press(KeyCode.TAB);
    }
    picture("stuck");
    throw new AssertionError("Tab never comes to: " + text);
  }

  /** Holds a key. */
  void hold(KeyCode code) {
    robot.press(code);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Lets a key go. */
  void release(KeyCode code) {
    robot.release(code);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Types characters into what has the focus. */
  void type(CharSequence text) {
    robot.write(text.toString(), 0);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /**
   * Pictures of the window, one a language: the words change in place, and everything else stays.
   */
  void picture(String name) {
    for (Language each : Language.values()) {
      onFx(() -> workstation.speak(each));
      pictures.write(onFx(() -> stage.getScene().snapshot(null)), each.tag(), name);
    }
    onFx(() -> workstation.speak(language));
  }

  /**
   * Looks at the screen as it is in windows of every size, with letters of every size, in every
   * language and in a longer one, light and dark; takes down what is wrong with it. All of it
   * happens between two pulses, so that the screen stays the one that it is.
   */
  void inspect(String name) {
    screens.add(name);
    onFx(
        INSPECTION_MILLIS,
        () -> {
          Scene scene = stage.getScene();
          Parent root = scene.getRoot();
          for (Look look : Look.ALL) {
            workstation.wording().speak(look.texts());
            look.theme().dress(scene, look.size());
            root.resize(look.width(), look.height());
            for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
              root.applyCss();
              root.layout();
            }
            look.defects(scene).forEach(defect -> defects.add(name + ", " + look + ": " + defect));
            if (Boolean.getBoolean("keyrite.looks")) {
              pictures.write(root, look, name);
            }
          }
          workstation.wording().speak(language);
          Theme.LIGHT.dress(scene);
          root.resize(scene.getWidth(), scene.getHeight());
          return null;
        });
  }

  /** What was wrong with the screens that were inspected. */
  List<String> defects() {
    return List.copyOf(defects);
  }

  /** The names of the screens that were inspected. */
  List<String> screens() {
    return List.copyOf(screens);
  }

  private static <T> T onFx(Callable<T> work) {
    return onFx(10_000, work);
  }

  private static <T> T onFx(long millis, Callable<T> work) {
    T result = WaitForAsyncUtils.waitForAsyncFx(millis, work);
    WaitForAsyncUtils.waitForFxEvents();
    return result;
  }

  @Override
  public void close() throws TimeoutException {
    robot.release(new KeyCode[0]);
    onFx(() -> {
      stage.getOnCloseRequest().handle(null);
      stage.hide();
      return null;
    });
    FxToolkit.cleanupStages();
  }
}
