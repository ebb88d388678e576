// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.keyrite.app.Fingers.onFx;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.keyrite.app.look.Look;
import org.keyrite.app.look.Viewing;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.Laptop;
import org.keyrite.wizards.view.Rail;
import org.keyrite.wizards.view.SeatBand;
import org.keyrite.wizards.view.look.SeatLook;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A part of the window in a frame as it stands in a ceremony, to be looked at in every way. */
final class Exhibit implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 120_000;
  private static final int PATIENCE_SECONDS = 20;

  private final Wording wording = new Wording(Language.ENGLISH);
  private final Frame frame;
  private final Stage stage;
  private final Pictures pictures = Pictures.inTheirFolder();

  Exhibit() throws TimeoutException {
    stage = FxToolkit.registerPrimaryStage();
    Clock clock = Clock.fixed(Instant.parse("2026-11-21T14:32:00Z"), ZoneOffset.UTC);
    frame =
        onFx(() -> {
          Theme.loadFonts();
          Laptop laptop = new Laptop(clock, ZoneId.of("Europe/Berlin"), () -> true);
          Frame made = new Frame(wording, new Rail(wording, laptop));
          Scene scene = new Scene(made, 1366, 768);
          Theme.LIGHT.dress(scene);
          stage.setScene(scene);
          stage.show();
          return made;
        });
  }

  Wording wording() {
    return wording;
  }

  Frame frame() {
    return frame;
  }

  /** The band of the operator. */
  SeatBand band() {
    return new SeatBand(
        wording,
        SeatLook.OPERATOR,
        Message.of("seat.operator"),
        Optional.of("Kim Muster"),
        Message.of("window.band.open"),
        false);
  }

  /** Does something to the window. */
  void show(Runnable what) {
    onFx(() -> {
      what.run();
      return null;
    });
  }

  /** Waits until this holds on the FX thread. */
  void until(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("it did not come true", e);
    }
  }

  /** Waits until something says exactly this. */
  void untilSays(String text) {
    until(() -> frame.lookupAll("*").stream().anyMatch(node -> says(node, text)));
  }

  private static boolean says(Node node, String text) {
    return node instanceof Labeled labeled && text.equals(labeled.getText());
  }

  /** What is wrong with it in any look, a sentence each. */
  String defects(String name) {
    Viewing viewing =
        new Viewing(
            stage.getScene(),
            wording,
            look -> {
              if (Boolean.getBoolean("keyrite.looks")) {
                pictures.write(frame, look, "looks", name + " " + look);
              }
            });
    List<String> defects = onFx(PATIENCE_MILLIS, () -> viewing.defects(Look.ALL));
    return String.join("\n", defects);
  }

  @Override
  public void close() throws TimeoutException {
    FxToolkit.cleanupStages();
  }
}
