// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;

/** The guide, read inside the program. */
class GuideWindowTest {
  @TempDir Path folder;

  /** The titles of all pages in a language, as they stand in the files. */
  private static List<String> titles(String language) throws Exception {
    try (Stream<Path> files = Files.list(Path.of("../docs/guide", language))) {
      return files.map(GuideWindowTest::title).sorted().toList();
    }
  }

  private static String title(Path file) {
    try {
      return Files.readAllLines(file).get(1).substring(2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void open(Window window, String title) {
    window.tabTo(title);
    window.press(KeyCode.SPACE);
  }

  @Test
  void everyPageOpensInBothLanguages() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.click("Guide");
      for (String title : titles("en")) {
        open(window, title);
        window.untilSays("From the guide. Close it, and the screen below is as it was.");
        window.untilSays(title);
        window.click("All pages");
      }
      window.press(KeyCode.ESCAPE);
      window.click("Language");
      window.click("Deutsch");
      window.click("Schließen");
      window.click("Anleitung");
      for (String title : titles("de")) {
        open(window, title);
        window.untilSays("Alle Seiten");
        window.click("Alle Seiten");
      }
    }
  }

  @Test
  void titlesAreSearchedWithTheKeyboardAlone() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.tabTo("Guide");
      window.press(KeyCode.SPACE);
      window.untilSays("Set up devices");
      window.type("split passw");
      window.untilSays("A password split among custodians");
      assertEquals(0, window.count("Your first rehearsal"));
      window.press(KeyCode.TAB, KeyCode.SPACE);
      window.untilSays("Before the day");
      window.press(KeyCode.ESCAPE);
      window.untilSays("Rehearse");
    }
  }

  @Test
  void theGuideIsOfferedWhereWordsAreExplained() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.click("Rehearse");
      window.click("Begin");
      window.untilSays("Who is here?");
      window.press(KeyCode.F1);
      window.click("Guide");
      open(window, "When something happens");
      window.untilSays("All pages");
      window.untilSays("When something happens");
      window.press(KeyCode.ESCAPE);
      window.untilSays("Who is here?");
    }
  }

  @Test
  void itsScreensAreWhole() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.click("Guide");
      window.inspect("guide");
      window.click("Your first rehearsal");
      window.inspect("guide-page");
      assertEquals(List.of(), window.defects());
    }
  }
}
