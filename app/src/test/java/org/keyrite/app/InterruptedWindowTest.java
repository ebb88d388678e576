// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremonies.DkekImport;
import org.keyrite.wizards.ceremonies.DkekShares;

/** What happens in the middle of a ceremony: another language, a window that is closed, a crash. */
class InterruptedWindowTest {
  private static final int ALL = 500;

  @TempDir Path folder;

  private Window window(Language language) throws Exception {
    return new Window(language, folder, DerivationCost.forTests(1));
  }

  @Test
  void anImportGoesOnInAnotherLanguageAndInAnotherWindow() throws Exception {
    CeremonyWalk walk;
    try (Window window = window(Language.ENGLISH)) {
      walk = new CeremonyWalk(window, new DkekImport(), Hands.KEYS, screen -> {});
      assertFalse(walk.begin().walk(4));
      window.change(Language.GERMAN);
      assertFalse(walk.walk(8));
    }
    try (Window window = window(Language.GERMAN)) {
      window.click(window.text("window.home.continue"));
      assertTrue(walk.in(window).walk(ALL));
    }
  }

  @Test
  void whereOnlyPeopleCanTellWhetherASheetCameOutTheyAreAsked() throws Exception {
    CeremonyWalk walk;
    try (Window window = window(Language.ENGLISH)) {
      List<String> seen = new ArrayList<>();
      walk = new CeremonyWalk(window, new DkekShares(), Hands.KEYS, seen::add).begin();
      while (!seen.contains("dkekShares.print")) {
        assertFalse(walk.walk(1));
      }
      window.untilSays(window.text("window.sheet.scan"));
    }
    endedWhilePrinting();
    try (Window window = window(Language.ENGLISH)) {
      window.click(window.text("window.home.continue"));
      window.untilSays(window.text("window.doubt.title"));
      window.inspect("doubt");
      window.click(window.text("window.doubt.no"));
      assertTrue(walk.in(window).walk(ALL));
      assertEquals("", String.join("\n", window.defects()));
    }
  }

  /** The record ends where the sheet was begun, as if the power had gone then. */
  private void endedWhilePrinting() throws Exception {
    Path journal = new Sheets(folder.resolve("records")).files("journal.jsonl").getFirst();
    List<String> lines = Files.readAllLines(journal);
    int last = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("\"Began\"") && lines.get(i).contains("dkekShares.print")) {
        last = i;
      }
    }
    assertTrue(last > 0);
    // A record that was passed on has no tip beside it; one that was cut short would be refused.
    Files.delete(journal.resolveSibling("journal.jsonl.tip"));
    Files.writeString(journal, String.join("\n", lines.subList(0, last + 1)) + "\n");
  }
}
