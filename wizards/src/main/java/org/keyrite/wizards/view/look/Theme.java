// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Light or dark: the Primer theme under one sheet of ours with the colours of both.
 *
 * <p>Weights are chosen by family ({@code IBM Plex Sans SmBld}), never by a CSS weight, for which
 * JavaFX would make up a bold.
 */
public enum Theme {
  /** Dark letters on light ground. */
  LIGHT("kr-light", new PrimerLight().getUserAgentStylesheet()),
  /** Light letters on dark ground. */
  DARK("kr-dark", new PrimerDark().getUserAgentStylesheet());

  private static final List<String> FONTS =
      List.of(
          "IBMPlexSans-Regular",
          "IBMPlexSans-Medium",
          "IBMPlexSans-SemiBold",
          "IBMPlexMono-Regular",
          "IBMPlexMono-Medium");

  private final String styleClass;
  private final String base;

  Theme(String styleClass, String base) {
    this.styleClass = styleClass;
    this.base = base;
  }

  /** Loads the bundled fonts into JavaFX; once before the first scene. */
  public static void loadFonts() {
    for (String name : FONTS) {
      try (InputStream in = Theme.class.getResourceAsStream(resource(name))) {
        if (in == null || Font.loadFont(in, 18) == null) {
          throw new IllegalStateException("font " + name + " does not load");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String resource(String name) {
    return "/org/keyrite/wizards/fonts/" + name + ".ttf";
  }

  /** Gives a scene this look, whatever look it had. */
  public void dress(Scene scene) {
    scene.setUserAgentStylesheet(base);
    scene.getStylesheets().setAll(Theme.class.getResource("keyrite.css").toExternalForm());
    List<String> classes = scene.getRoot().getStyleClass();
    for (Theme theme : values()) {
      classes.remove(theme.styleClass);
    }
    classes.add(styleClass);
  }
}
