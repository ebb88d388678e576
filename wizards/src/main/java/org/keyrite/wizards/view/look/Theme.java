// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.scene.Scene;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.FontIcon;

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

  /** Sizes that follow the choice of the reader; one in other units stays as it is. */
  private static final Pattern SIZE = Pattern.compile("(-fx-(?:font|icon)-size: )(\\d+)px");

  private final String styleClass;
  private final String base;

  Theme(String styleClass, String base) {
    this.styleClass = styleClass;
    this.base = base;
  }

  /** Loads the bundled fonts, and that of the icons, into JavaFX; once before the first scene. */
  public static void loadFonts() {
    // Asked first, the icons keep this way of loading a font for good.
    IkonResolverProvider.getInstance(
        icons -> icons.setFont(BundledFont.load(icons.getFontResource())));
    for (String name : FONTS) {
      BundledFont.load(Theme.class.getResource(resource(name)));
    }
    // The first icon of all takes long.
    new FontIcon("mdi2h-home-outline");
  }

  private static String resource(String name) {
    return "/org/keyrite/wizards/fonts/" + name + ".ttf";
  }

  /**
   * Takes the place of the look that JavaFX has of itself, which it then need not read. Before the
   * first control is made, on the FX thread.
   */
  public void replaceUsual() {
    Application.setUserAgentStylesheet(base);
  }

  /** Gives a scene this look at the usual size, whatever look it had. */
  public void dress(Scene scene) {
    dress(scene, TypeSize.USUAL);
  }

  /** Gives a scene this look with letters of this size, whatever look it had. */
  public void dress(Scene scene, TypeSize size) {
    scene.setUserAgentStylesheet(base);
    scene.getStylesheets().setAll(sheet(size));
    List<String> classes = new ArrayList<>(scene.getRoot().getStyleClass());
    for (Theme theme : values()) {
      classes.remove(theme.styleClass);
    }
    for (TypeSize other : TypeSize.values()) {
      classes.remove(other.styleClass());
    }
    classes.add(styleClass);
    classes.add(size.styleClass());
    // At once: between two themes, no colour of ours would be known.
    scene.getRoot().getStyleClass().setAll(classes);
  }

  /** The address of our sheet with every size of letters and icons grown. */
  private static String sheet(TypeSize size) {
    URL usual = Theme.class.getResource("keyrite.css");
    if (size == TypeSize.USUAL) {
      return usual.toExternalForm();
    }
    try (InputStream in = usual.openStream()) {
      String grown =
          SIZE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .replaceAll(
                  found -> found.group(1) + size.px(Integer.parseInt(found.group(2))) + "px");
      return "data:text/css;base64,"
          + Base64.getEncoder().encodeToString(grown.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
