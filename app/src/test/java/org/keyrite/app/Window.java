// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

// Long because everything that a person can do to a window stands here.

import static org.keyrite.app.Fingers.onFx;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.keyrite.app.look.Look;
import org.keyrite.app.look.Viewing;
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
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.keyboard.KnownKeyboard;
import org.keyrite.wizards.preflight.Inspection;
import org.keyrite.wizards.rehearsal.People;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.Laptop;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole window, as people have it in front of them: what it says is looked for in words, its
 * keys and buttons are pressed by a robot.
 */
final class Window implements AutoCloseable {
  /** The property that asks for a picture of every screen on one sheet. */
  static final String CONTACT = "keyrite.contact";

  private static final int PATIENCE_SECONDS = 60;
  private static final int MOST_PLACES = 40;

  /** Of the wheel, until the end of the longest page is in sight. */
  private static final int MOST_TURNS = 100;

  /** So near to the edge of what is scrolled nobody aims. */
  private static final double EDGE = 30;

  private static final long INSPECTION_MILLIS = 120_000;

  private final ThreadPoolExecutor work =
      (ThreadPoolExecutor) Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
  private final FxRobot robot;
  private final Fingers fingers;
  private Language language;
  private Messages messages;
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
    this(language, folder, cost, readers, queues, new FixedLaptop());
  }

  /** Opens it on the home screen of this laptop, with no readers and no printers. */
  Window(Language language, Path folder, Inspection inspection) throws TimeoutException {
    this(
        language,
        folder,
        DerivationCost.forTests(1),
        new PracticeReaders(List.of()),
        List::of,
        inspection);
  }

  /** Opens it on the home screen of this laptop. */
  Window(
      Language language,
      Path folder,
      DerivationCost cost,
      Readers readers,
      Queues queues,
      Inspection inspection)
      throws TimeoutException {
    this.language = language;
    this.messages = Messages.in(language);
    this.records = folder.resolve("records");
    // The robot of AWT does not work without a head; the other one asks JavaFX.
    System.setProperty("testfx.robot", "glass");
    robot = new FxRobot();
    stage = FxToolkit.registerPrimaryStage();
    fingers = new Fingers(robot, stage);
    Platform.setImplicitExit(false);
    Outside outside =
        new Outside(
            "Keyrite",
            Optional.empty(),
            new Laptop(clock(), ZoneId.of("Europe/Berlin"), () -> true),
            records,
            folder.resolve("settings.properties"),
            language,
            Optional.of(language),
            new CombinedRandom(List.of(new JvmRandom())),
            cost,
            Catalogue.ALL,
            People.load(),
            keyboard(),
            (window, title) -> chosen,
            new Devices(readers),
            inspection,
            queues,
            work);
    workstation =
        onFx(() -> {
          Theme.loadFonts();
          Settings settings = outside.preferences();
          Workstation made = new Workstation(outside, settings, new Wording(settings.language()));
          made.show(stage);
          // Whoever had it before may have pulled at its corner.
          stage.sizeToScene();
          stage.setX(0);
          stage.setY(0);
          return made;
        });
    until("never gets the keyboard", stage::isFocused);
  }

  private static Clock clock() {
    Instant start = Instant.parse("2026-11-21T14:32:00Z");
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start));
  }

  private KeyboardSetup keyboard() {
    return new KnownKeyboard(
        Optional.of(false), List.of(language == Language.GERMAN ? "de" : "us"));
  }

  /** The text of a key in the language of this window. */
  String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** The text of a message in the language of this window. */
  String text(Message message) {
    return messages.text(message);
  }

  /** Chooses another language on the screen, as the person in front of it does. */
  void change(Language other) {
    click(text("window.language"));
    click(other.ownName());
    language = other;
    messages = Messages.in(other);
    click(text("window.ways.close"));
  }

  /** Makes it so large, as a person does who pulls at its corner. */
  void resize(double width, double height) {
    onFx(() -> {
      stage.setWidth(width);
      stage.setHeight(height);
      return null;
    });
    until("never gets its size", () -> stage.getScene().getHeight() == height);
  }

  /** Whether the whole of the first part with this CSS selector is seen, nothing scrolled away. */
  boolean isWhole(String selector) {
    return onFx(() -> {
      Viewing.layOut(stage.getScene().getRoot());
      return Viewing.isWhole(seen(selector).getFirst());
    });
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
      stuck();
      throw new AssertionError(what, e);
    }
  }

  /** Waits until nothing is worked at any more, such as the papers of a record that has ended. */
  void untilAtRest() {
    until("never comes to rest", () -> work.getActiveCount() == 0);
  }

  /** Waits until the window says exactly this. */
  void untilSays(String text) {
    until("never says: " + text, () -> !waits() && find(text).isPresent());
  }

  /** Whether it takes neither keys nor clicks now. */
  boolean isWaiting() {
    return onFx(this::waits);
  }

  private boolean waits() {
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

  /** Waits until this comes to something, asked off the FX thread. */
  <T> T untilThere(String what, Supplier<Optional<T>> looked) {
    List<T> found = new ArrayList<>(1);
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS, TimeUnit.SECONDS, () -> looked.get().map(found::add).orElse(false));
    } catch (TimeoutException e) {
      stuck();
      throw new AssertionError(what + ": " + words(), e);
    }
    return found.getFirst();
  }

  /** Whether the window says exactly this now. */
  boolean says(String text) {
    return onFx(() -> find(text).isPresent());
  }

  /** Whether the window has a part with this CSS selector now. */
  boolean shows(String selector) {
    return onFx(() -> !seen(selector).isEmpty());
  }

  private List<Node> seen(String selector) {
    return stage.getScene().getRoot().lookupAll(selector).stream().filter(Window::isSeen).toList();
  }

  /** Everything that the window says now. */
  String words() {
    return onFx(() ->
        seen(".label").stream()
            .map(node -> ((Labeled) node).getText())
            .filter(text -> text != null && !text.isBlank())
            .collect(Collectors.joining(" | ")));
  }

  /** Clicks on the first part with this CSS selector. */
  void clickFirst(String selector) {
    until("never shows: " + selector, () -> !waits() && !seen(selector).isEmpty());
    fingers.click(onFx(() -> seen(selector).getFirst()));
  }

  /** Holds the mouse on what says this. */
  void holdMouse(String text) {
    untilSays(text);
    fingers.pointAt(onFx(() -> find(text)).orElseThrow());
    fingers.pressMouse();
  }

  /** Lets the mouse go. */
  void releaseMouse() {
    fingers.releaseMouse();
  }

  /** Drags a file from another window onto what stands in the middle of this one. */
  void drop(Path file) {
    Stage desk =
        onFx(() -> {
          Label icon = new Label(file.getFileName().toString());
          icon.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            icon.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
          });
          Stage made = new Stage();
          made.setScene(new Scene(new StackPane(icon), 200, 60));
          made.setX(0);
          made.setY(900);
          made.show();
          return made;
        });
    robot.drag(onFx(() -> desk.getScene().getRoot()), MouseButton.PRIMARY);
    robot.moveBy(10, 0);
    robot.dropTo(fingers.spot(onFx(() -> seen(".kr-main").getLast())));
    onFx(() -> {
      desk.close();
      stage.requestFocus();
      return null;
    });
  }

  /** Confirms the sentence of a step with the mouse. */
  void confirm(String step) {
    untilSays(text(step + ".title"));
    click(text("window.attest.yes"));
  }

  /** Clicks on what says this. */
  void click(String text) {
    untilSays(text);
    bring(text);
    fingers.click(onFx(() -> find(text)).orElseThrow());
  }

  /** Turns the wheel as people do until what says this is in sight. */
  private void bring(String text) {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      Optional<VerticalDirection> way = onFx(() -> find(text).flatMap(Window::outOfSight));
      if (way.isEmpty()) {
        return;
      }
      fingers.pointAt(onFx(() -> seen(".kr-main").getLast()));
      fingers.turnWheel(2, way.get());
    }
  }

  /** Which way to turn the wheel for a part that is not in sight. */
  private static Optional<VerticalDirection> outOfSight(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    double middle = (bounds.getMinY() + bounds.getMaxY()) / 2;
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane) {
        Bounds view = pane.localToScene(pane.getLayoutBounds());
        boolean above = middle < view.getMinY() + EDGE;
        if (pane.getVvalue() > 0 && above
            || pane.getVvalue() < 1 && middle > view.getMaxY() - EDGE) {
          return Optional.of(above ? VerticalDirection.UP : VerticalDirection.DOWN);
        }
      }
    }
    return Optional.empty();
  }

  /** Turns the wheel of the mouse over what says this, to the end of what scrolls there. */
  void scrollDown(String over) {
    untilSays(over);
    fingers.pointAt(onFx(() -> find(over)).orElseThrow());
    fingers.turnWheel(40, VerticalDirection.DOWN);
  }

  /** Presses keys, one after the other. */
  void press(KeyCode... codes) {
    for (KeyCode code : codes) {
      until("takes no keys", () -> !waits());
      fingers.push(code);
    }
  }

  /** Presses a key together with Control. */
  void control(KeyCode code) {
    hold(KeyCode.CONTROL);
    press(code);
    release(KeyCode.CONTROL);
  }

  /** What the part says that has the focus; nothing if it says nothing. */
  String focused() {
    return onFx(
        () -> stage.getScene().getFocusOwner() instanceof Labeled labeled ? labeled.getText() : "");
  }

  /** Whether the focus is on the first part with this CSS selector. */
  boolean isFocused(String selector) {
    return onFx(() -> seen(selector).getFirst() == stage.getScene().getFocusOwner());
  }

  /** Presses Tab until what says this has the focus, no oftener than there can be places. */
  void tabTo(String text) {
    untilSays(text);
    for (int i = 0; i < MOST_PLACES; i++) {
      if (focused().equals(text)) {
        return;
      }
      press(KeyCode.TAB);
    }
    stuck();
    throw new AssertionError("Tab never comes to: " + text);
  }

  /** Holds a key. */
  void hold(KeyCode code) {
    fingers.press(code);
  }

  /** Lets a key go. */
  void release(KeyCode code) {
    fingers.release(code);
  }

  /** Types characters into what has the focus. */
  void type(CharSequence text) {
    until("takes no keys", () -> !waits());
    fingers.type(stage.getScene(), text);
  }

  /**
   * Pictures of the window for the guide, one a language: the words change in place, and everything
   * else stays. Nothing where nobody asked for pictures.
   */
  void picture(String name) {
    if (Pictures.areWanted()) {
      take(name);
    }
  }

  private void stuck() {
    take("stuck");
  }

  private void take(String name) {
    for (Language each : Language.values()) {
      WritableImage taken =
          onFx(() -> {
            workstation.speak(each);
            // The marks under words are drawn anew, and have their colour only then.
            Viewing.layOut(stage.getScene().getRoot());
            return stage.getScene().snapshot(null);
          });
      pictures.write(taken, each.tag(), name);
    }
    onFx(() -> workstation.speak(language));
  }

  /**
   * Looks at the screen as it is in windows of every size, with letters of every size, in every
   * language and in a longer one, light and dark; takes down what is wrong with it. All of it
   * happens between two pulses, so that the screen stays the one that it is.
   */
  void inspect(String name) {
    inspect(name, Look.ALL);
  }

  /** The same in some ways only. */
  void inspect(String name, List<Look> looks) {
    screens.add(name);
    if (Boolean.getBoolean(CONTACT)) {
      contact(name);
    }
    Scene scene = stage.getScene();
    Viewing viewing =
        new Viewing(
            scene,
            workstation.wording(),
            look -> {
              if (Boolean.getBoolean("keyrite.looks")) {
                pictures.write(scene.getRoot(), look, "looks", name + " " + look);
              }
            });
    onFx(INSPECTION_MILLIS, () -> viewing.defects(looks))
        .forEach(defect -> defects.add(name + ", " + defect));
  }

  /** A picture for the contact sheet of each look that is shown there. */
  private void contact(String name) {
    onFx(
        INSPECTION_MILLIS,
        () -> {
          Scene scene = stage.getScene();
          for (Look look : Look.SHOWN) {
            workstation.wording().speak(look.texts());
            scene.getRoot().resize(look.width(), look.height());
            pictures.write(scene.getRoot(), look, "contact/" + look, name);
          }
          scene.getRoot().resize(scene.getWidth(), scene.getHeight());
          workstation.wording().speak(language);
          Theme.LIGHT.dress(scene);
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

  /** Closes it as the program does, which waits until the story of what ran is told. */
  @Override
  public void close() throws TimeoutException {
    fingers.close();
    CountDownLatch idle = new CountDownLatch(1);
    onFx(() -> {
      stage.hide();
      stage.getOnCloseRequest().handle(null);
      workstation.whenIdle(idle::countDown);
      return null;
    });
    until("never leaves its ceremony", () -> idle.getCount() == 0);
    // Whoever comes next clears the folder, in which nothing must be written any more.
    untilAtRest();
    FxToolkit.cleanupStages();
  }
}
