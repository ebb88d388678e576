// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
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

  private final FxRobot robot = new FxRobot();
  private final Language language;
  private final Messages messages;
  private final Path records;
  private final Path pictures;
  private final Stage stage;
  private final Workstation workstation;
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
    this.pictures = picturesFolder();
    // The robot of AWT does not work without a head; the other one asks JavaFX.
    System.setProperty("testfx.robot", "glass");
    stage = FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    Outside outside =
        new Outside(
            "Keyrite",
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

  /** Where pictures go: beside the guide when asked for, else where the build cleans up. */
  private static Path picturesFolder() {
    return Path.of(System.getProperty("keyrite.pictures", "target/pictures"));
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

  /** Presses keys, one after the other. */
  void press(KeyCode... codes) {
    for (KeyCode code : codes) {
      until("takes no keys", () -> !isWaiting());
      robot.push(code);
    }
    WaitForAsyncUtils.waitForFxEvents();
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
      write(onFx(() -> stage.getScene().snapshot(null)), pictures.resolve(each.tag()), name);
    }
    onFx(() -> workstation.speak(language));
  }

  private static void write(WritableImage image, Path folder, String name) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    try {
      Files.createDirectories(folder);
      ImageIO.write(pixels, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T onFx(Callable<T> work) {
    T result = WaitForAsyncUtils.waitForAsyncFx(10_000, work);
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
