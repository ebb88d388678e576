// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.keyrite.wizards.view.look.Theme;

/**
 * A window of 1366 by 768 for one test. Everything runs on the FX thread and waits for it; keys go
 * straight to the node with the focus, so no test waits for a robot.
 */
public final class FxScene implements AutoCloseable {
  /** Where pictures go that nobody asked for in particular. */
  public static final Path PICTURES = Path.of("target", "pictures");

  private static final long PATIENCE_SECONDS = 30;
  private static boolean started;

  private final Stage stage;

  private FxScene(Stage stage) {
    this.stage = stage;
  }

  /** Starts JavaFX, once in this JVM. */
  public static synchronized void start() {
    if (started) {
      return;
    }
    CompletableFuture<Void> ready = new CompletableFuture<>();
    Platform.startup(() -> ready.complete(null));
    await(ready);
    Platform.setImplicitExit(false);
    Theme.loadFonts();
    started = true;
  }

  /** Shows what {@code content} makes, in this theme. */
  public static FxScene show(Theme theme, Callable<? extends Parent> content) {
    start();
    return call(() -> {
      Stage stage = new Stage();
      Scene scene = new Scene(content.call(), 1366, 768);
      theme.dress(scene);
      stage.setScene(scene);
      stage.setX(0);
      stage.setY(0);
      stage.show();
      return new FxScene(stage);
    });
  }

  /** Runs on the FX thread and gives back what it made. */
  public static <T> T call(Callable<T> work) {
    start();
    if (Platform.isFxApplicationThread()) {
      try {
        return work.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(work.call());
      } catch (Throwable e) {
        done.completeExceptionally(e);
      }
    });
    return await(done);
  }

  /** Runs on the FX thread. */
  public static void run(Runnable work) {
    call(() -> {
      work.run();
      return null;
    });
  }

  /** Lets pulses pass until the condition, asked on the FX thread, holds. */
  public static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!call(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come true in " + PATIENCE_SECONDS + " s");
      }
      Thread.onSpinWait();
    }
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** The scene in the window. */
  public Scene scene() {
    return stage.getScene();
  }

  /** The window. */
  public Stage stage() {
    return stage;
  }

  /** The first node with this CSS selector. */
  @SuppressWarnings("unchecked")
  public <T extends Node> T find(String selector) {
    T found = (T) call(() -> scene().lookup(selector));
    if (found == null) {
      throw new AssertionError("nothing is " + selector);
    }
    return found;
  }

  private void fire(Event event) {
    if (Platform.isFxApplicationThread()) {
      fireNow(event);
    } else {
      until(() -> !isWaiting());
      run(() -> fireNow(event));
      until(() -> !isWaiting());
    }
  }

  private void fireNow(Event event) {
    EventTarget focused = scene().getFocusOwner();
    Event.fireEvent(focused == null ? scene() : focused, event);
  }

  /** Whether the frame in the window takes no keys now. */
  boolean isWaiting() {
    return scene().getRoot() instanceof Frame frame && frame.isWaiting();
  }

  /** Presses a key and does not let go. */
  public FxScene hold(KeyCode code) {
    fire(key(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code));
    return this;
  }

  /** Lets a key go. */
  public FxScene release(KeyCode code) {
    fire(key(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code));
    return this;
  }

  /** Presses a key and lets it go. */
  public FxScene press(KeyCode... codes) {
    for (KeyCode code : codes) {
      hold(code);
      release(code);
    }
    return this;
  }

  /** Presses a key together with Control. */
  public FxScene control(KeyCode code) {
    fire(
        new KeyEvent(
            KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, "", code, false, true, false, false));
    return this;
  }

  /** Types characters, one event each. */
  public FxScene type(CharSequence text) {
    text.codePoints()
        .forEach(c -> fire(key(KeyEvent.KEY_TYPED, Character.toString(c), KeyCode.UNDEFINED)));
    return this;
  }

  private static KeyEvent key(EventType<KeyEvent> type, String character, KeyCode code) {
    return new KeyEvent(type, character, "", code, false, false, false, false);
  }

  /** A picture of the scene as PNG under {@link #PICTURES}. */
  public Path picture(String name) {
    return picture(PICTURES, name);
  }

  /** A picture of the scene as PNG in a folder. */
  public Path picture(Path folder, String name) {
    WritableImage image = call(() -> scene().snapshot(null));
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
      Path file = folder.resolve(name + ".png");
      ImageIO.write(pixels, "png", file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    run(stage::close);
  }
}
