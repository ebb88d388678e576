// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Keys and mouse of the robot of TestFX, without the pause of 50 ms that it makes after each of
 * them: here each is waited for until the window has heard it. A window that takes neither keys nor
 * clicks says so, and {@link Window} waits for that.
 */
final class Fingers implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 20_000;

  private static final int MOST_ATTEMPTS = 3;

  private final BaseRobot robot;
  private final Stage stage;
  private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
  private final Queue<InputEvent> heard = new ConcurrentLinkedQueue<>();
  private final EventHandler<InputEvent> ear = heard::add;

  Fingers(FxRobot robot, Stage stage) {
    this.robot = robot.robotContext().getBaseRobot();
    this.stage = stage;
    onFx(() -> {
      stage.addEventFilter(InputEvent.ANY, ear);
      return null;
    });
  }

  /**
   * Presses a key and lets it go: at once, for a display repeats a key that is held while the
   * window is slow.
   */
  void push(KeyCode code) {
    send(
        key(KeyEvent.KEY_RELEASED, code),
        () -> {
          robot.pressKeyboard(code);
          robot.releaseKeyboard(code);
        });
  }

  /** Presses a key. */
  void press(KeyCode code) {
    down.add(code);
    send(key(KeyEvent.KEY_PRESSED, code), () -> robot.pressKeyboard(code));
  }

  /** Lets a key go. */
  void release(KeyCode code) {
    send(key(KeyEvent.KEY_RELEASED, code), () -> robot.releaseKeyboard(code));
    down.remove(code);
  }

  private static Predicate<InputEvent> key(EventType<KeyEvent> type, KeyCode code) {
    return event ->
        event instanceof KeyEvent key && key.getEventType() == type && key.getCode() == code;
  }

  /** Types characters. */
  void type(Scene scene, CharSequence text) {
    text.chars()
        .mapToObj(character -> String.valueOf((char) character))
        .forEach(character -> robot.typeKeyboard(scene, KeyCode.UNDEFINED, character));
    settle();
  }

  /** Moves the mouse to the middle of what is seen of this. */
  void pointAt(Node node) {
    robot.moveMouse(spot(node));
    settle();
  }

  /** The middle of what is seen of this, on the display. */
  Point2D spot(Node node) {
    return onFx(() -> middle(node));
  }

  private static Point2D middle(Node node) {
    Parent root = node.getScene().getRoot();
    root.applyCss();
    root.layout();
    Bounds seen = seen(node);
    return root.localToScreen(
        new Point2D((seen.getMinX() + seen.getMaxX()) / 2, (seen.getMinY() + seen.getMaxY()) / 2));
  }

  private static Bounds seen(Node node) {
    Bounds all = node.localToScene(node.getBoundsInLocal());
    Scene scene = node.getScene();
    double x = Math.max(0, all.getMinX());
    double y = Math.max(0, all.getMinY());
    return new BoundingBox(
        x,
        y,
        Math.min(scene.getWidth(), all.getMaxX()) - x,
        Math.min(scene.getHeight(), all.getMaxY()) - y);
  }

  /**
   * Clicks on this where it has come to rest: a fold that opens moves what stands below it. Where
   * it began to move only then, something else was hit, and it is aimed at once more.
   */
  void click(Node node) {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS && node.getScene() != null; attempt++) {
      rest(node);
      send(
          is(MouseEvent.MOUSE_RELEASED),
          () -> {
            robot.moveMouse(middle(node));
            robot.pressMouse(MouseButton.PRIMARY);
            robot.releaseMouse(MouseButton.PRIMARY);
          });
      if (isHit(node)) {
        return;
      }
    }
  }

  private boolean isHit(Node node) {
    return heard.stream()
        .filter(is(MouseEvent.MOUSE_RELEASED))
        .map(InputEvent::getTarget)
        .anyMatch(hit -> hit instanceof Node met && (isWithin(met, node) || isWithin(node, met)));
  }

  private static boolean isWithin(Node inner, Node outer) {
    return Stream.<Node>iterate(inner, Objects::nonNull, Node::getParent).anyMatch(outer::equals);
  }

  /** Waits until two pulses in a row leave this in the same place. */
  private void rest(Node node) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_MILLIS,
          TimeUnit.MILLISECONDS,
          () -> {
            Point2D before = spot(node);
            pulse(node.getScene());
            return before.equals(spot(node));
          });
    } catch (TimeoutException e) {
      throw new AssertionError("never comes to rest: " + node, e);
    }
  }

  private static void pulse(Scene scene) throws InterruptedException {
    CountDownLatch passed = new CountDownLatch(1);
    Runnable listener = passed::countDown;
    onFx(() -> {
      scene.addPostLayoutPulseListener(listener);
      Platform.requestNextPulse();
      return null;
    });
    if (!passed.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the window is not drawn");
    }
    onFx(() -> {
      scene.removePostLayoutPulseListener(listener);
      return null;
    });
  }

  /** Presses the mouse where it is. */
  void pressMouse() {
    send(is(MouseEvent.MOUSE_PRESSED), () -> robot.pressMouse(MouseButton.PRIMARY));
  }

  /** Lets the mouse go. */
  void releaseMouse() {
    send(is(MouseEvent.MOUSE_RELEASED), () -> robot.releaseMouse(MouseButton.PRIMARY));
  }

  /** Turns the wheel by so many notches. */
  void turnWheel(int notches, VerticalDirection way) {
    for (int i = 0; i < notches; i++) {
      send(is(ScrollEvent.SCROLL), () -> robot.scrollMouse(way == VerticalDirection.UP ? -1 : 1));
    }
  }

  private static Predicate<InputEvent> is(EventType<?> type) {
    return event -> event.getEventType() == type;
  }

  /** Sends something between two events, and waits until the window heard the last of it. */
  private void send(Predicate<InputEvent> last, Runnable what) {
    heard.clear();
    onFx(() -> {
      what.run();
      return null;
    });
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_MILLIS, TimeUnit.MILLISECONDS, () -> heard.stream().anyMatch(last));
    } catch (TimeoutException e) {
      throw new AssertionError("the window does not hear", e);
    }
    settle();
  }

  /** Lets pass what an event left to be run later. */
  private static void settle() {
    onFx(() -> null);
    onFx(() -> null);
  }

  /** Lets go whatever is still held, so that nobody else finds it pressed. */
  @Override
  public void close() {
    down.forEach(robot::releaseKeyboard);
    onFx(() -> {
      stage.removeEventFilter(InputEvent.ANY, ear);
      return null;
    });
  }

  /** Runs on the FX thread and gives back what it made. */
  static <T> T onFx(Callable<T> work) {
    return onFx(PATIENCE_MILLIS, work);
  }

  /** The same for work that takes its time. */
  static <T> T onFx(long millis, Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(millis, work);
  }
}
