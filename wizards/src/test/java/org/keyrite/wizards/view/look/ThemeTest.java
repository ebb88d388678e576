// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.wizards.view.FxScene;

class ThemeTest {
  private static final double READABLE = 4.5;
  private static final double VISIBLE = 3;

  private static Map<String, Color> colours(String theme) throws IOException {
    try (InputStream in = Theme.class.getResourceAsStream("keyrite.css")) {
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int from = sheet.indexOf(".root.kr-" + theme);
      Matcher found =
          Pattern.compile("-kr-([a-z0-9-]+): (#[0-9A-F]{6})")
              .matcher(sheet.substring(from, sheet.indexOf('}', from)));
      Map<String, Color> colours = new HashMap<>();
      while (found.find()) {
        colours.put(found.group(1), Color.web(found.group(2)));
      }
      return colours;
    }
  }

  /** Contrast as WCAG 2.1 defines it. */
  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static void requires(
      Map<String, Color> colours, double least, String ink, List<String> grounds) {
    for (String ground : grounds) {
      double ratio = contrast(colours.get(ink), colours.get(ground));
      assertTrue(ratio >= least, ink + " on " + ground + ": " + ratio);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textIsReadableOnEverySurface(String theme) throws IOException {
    Map<String, Color> colours = colours(theme);
    List<String> surfaces = List.of("bg", "surface", "inset");
    for (String ink : List.of("text", "muted", "accent", "ok", "attention", "refused", "idle")) {
      requires(colours, READABLE, ink, surfaces);
    }
    requires(colours, READABLE, "text", List.of("accent-soft", "ok-soft", "refused-soft"));
    requires(colours, READABLE, "accent", List.of("accent-soft"));
    requires(colours, READABLE, "refused", List.of("refused-soft"));
    requires(colours, READABLE, "zone", List.of("surface"));
    requires(colours, READABLE, "stripe-text", List.of("stripe-1", "stripe-2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void whiteIsReadableOnActsAndBands(String theme) throws IOException {
    Map<String, Color> colours = colours(theme);
    colours.put("white", Color.WHITE);
    requires(
        colours,
        READABLE,
        "white",
        List.of("act", "act-held", "officer", "operator", "custodian", "witness", "auditor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void bordersOfControlsAreVisible(String theme) throws IOException {
    requires(colours(theme), VISIBLE, "edge", List.of("bg", "surface", "inset"));
  }

  @Test
  void theWeightsOfTheBundledFontAreFamilies() {
    FxScene.start();
    for (String family :
        List.of(
            "IBM Plex Sans",
            "IBM Plex Sans Medm",
            "IBM Plex Sans SmBld",
            "IBM Plex Mono",
            "IBM Plex Mono Medm")) {
      assertEquals(family, Font.font(family, 18).getFamily());
    }
  }
}
