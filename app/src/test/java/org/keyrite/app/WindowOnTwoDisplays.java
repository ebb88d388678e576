// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;
import org.keyrite.wizards.view.secret.HeldSecret;

/**
 * A window with a secret on the second of two displays, which is unplugged and plugged in again;
 * prints what becomes of both. Its displays are those of an X server with the driver "dummy".
 */
final class WindowOnTwoDisplays {
  private static final long PATIENCE_SECONDS = 20;

  private final Stage stage = new Stage();
  private final HeldSecret secret;

  private WindowOnTwoDisplays() {
    Theme.loadFonts();
    secret =
        new HeldSecret(
            new Wording(Language.ENGLISH),
            GlyphSet.mono(34),
            Message.of("window.name"),
            HeldSecret.Words.SHARE,
            () -> List.of("7K3M9QX0".toCharArray()));
    Scene scene = new Scene(new VBox(secret, secret.button()), 800, 600);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    Rectangle2D second = Screen.getScreens().getLast().getBounds();
    stage.setX(second.getMinX() + 50);
    stage.setY(50);
    stage.show();
    secret.button().requestFocus();
    new InSight(stage).keep();
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    try {
      CompletableFuture<WindowOnTwoDisplays> made = new CompletableFuture<>();
      Platform.startup(() -> made.complete(new WindowOnTwoDisplays()));
      made.get(PATIENCE_SECONDS, TimeUnit.SECONDS).goThrough();
    } finally {
      Platform.exit();
    }
  }

  private void goThrough() throws Exception {
    tell("begin");
    space(KeyEvent.KEY_PRESSED);
    tell("pressed once");
    space(KeyEvent.KEY_RELEASED);
    space(KeyEvent.KEY_PRESSED);
    tell("pressed again");
    displays(1, "--off");
    tell("unplugged");
    displays(2, "--mode", "1024x768", "--right-of", "DUMMY0");
    tell("plugged in");
  }

  private static <T> T onFx(Supplier<T> work) throws Exception {
    return CompletableFuture.supplyAsync(work, Platform::runLater)
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void space(EventType<KeyEvent> type) throws Exception {
    onFx(() -> {
      Event.fireEvent(
          secret.button(), new KeyEvent(type, " ", " ", KeyCode.SPACE, false, false, false, false));
      return null;
    });
  }

  /** Changes the second display, and waits until the toolkit has heard how many there are. */
  private void displays(int count, String... how) throws Exception {
    CompletableFuture<Void> heard = new CompletableFuture<>();
    onFx(() -> {
      Screen.getScreens()
          .addListener(
              (ListChangeListener<Screen>)
                  change -> {
                    if (Screen.getScreens().size() == count) {
                      heard.complete(null);
                    }
                  });
      return null;
    });
    List<String> command = new ArrayList<>(List.of("xrandr", "--output", "DUMMY1"));
    command.addAll(List.of(how));
    run(command);
    heard.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void run(List<String> command) {
    try {
      if (new ProcessBuilder(command).start().waitFor() != 0) {
        throw new IllegalStateException(command.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String when) throws Exception {
    System.out.println(
        onFx(() ->
            "%s: %s of %d, %s, %s"
                .formatted(
                    when,
                    place(),
                    Screen.getScreens().size(),
                    secret.shownProperty().get() ? "shown" : "covered",
                    warns() ? "warned" : "not warned")));
  }

  /** The number of the display that the whole window is on. */
  private String place() {
    Rectangle2D window =
        new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    List<Screen> screens = Screen.getScreens();
    for (int i = 0; i < screens.size(); i++) {
      if (screens.get(i).getBounds().contains(window)) {
        return "display " + (i + 1);
      }
    }
    return "out of sight";
  }

  private boolean warns() {
    return secret.lookupAll(".kr-attention").stream().anyMatch(node -> node.isVisible());
  }
}
