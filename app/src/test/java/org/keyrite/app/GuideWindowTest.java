// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;

/** The guide, read inside the program. */
class GuideWindowTest {
  @TempDir Path folder;

  /** The titles of all pages in a language, in the order in which they are listed. */
  private static List<String> titles(String language) throws Exception {
    return Pattern.compile("\\[([^\\]]+)]\\(" + language + "/")
        .matcher(Files.readString(Path.of("../docs/guide/README.md")))
        .results()
        .map(link -> link.group(1))
        .toList();
  }

  /** The first two and one in the middle: on a desktop, each takes a second or more. */
  private static List<String> some(String language) throws Exception {
    List<String> titles = titles(language);
    return List.of(titles.get(0), titles.get(1), titles.get(titles.size() / 2));
  }

  private static void open(Window window, String title) {
    window.tabTo(title);
    window.press(KeyCode.SPACE);
  }

  @Test
  void pagesOpenInBothLanguages() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.click("Guide");
      for (String title : some("en")) {
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
      for (String title : some("de")) {
        open(window, title);
        window.untilSays("Alle Seiten");
        window.click("Alle Seiten");
      }
    }
  }

  @Test
  void pagesAreSearchedWithTheKeyboardAlone() throws Exception {
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
  void whoGoesBackFindsWhatHeTypedAndWhereHeWas() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.click("Guide");
      window.type("no such words anywhere");
      window.untilSays(window.text("window.guide.nothing"));
      window.control(KeyCode.A);
      window.type("envelope");
      window.press(KeyCode.TAB, KeyCode.TAB);
      String second = window.focused();
      window.press(KeyCode.SPACE);
      window.untilSays(window.text("window.guide.all"));
      window.click(window.text("window.guide.all"));
      assertEquals(second, window.focused());
      assertEquals(0, window.count("Make a key"));
    }
  }

  @Test
  void aLinkLeadsToAnotherPageAndBackToThePlaceWhereItStands() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.click("Guide");
      open(window, "Back up keys");
      window.untilSays(window.text("window.guide.all"));
      window.press(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
      window.clickFirst(".hyperlink");
      window.untilSays(window.text("window.guide.back"));
      window.click(window.text("window.guide.back"));
      assertTrue(window.isFocused(".hyperlink"));
      assertEquals(0, window.count(window.text("window.guide.back")));
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
