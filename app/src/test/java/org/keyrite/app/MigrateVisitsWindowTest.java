// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.journal.JournalCheck;

/**
 * Each visit of a migration between two sites, in the window from the home screen to the end; one
 * of them is drawn, unless {@code -Dkeyrite.test.faults=all}.
 */
class MigrateVisitsWindowTest {
  private static final int ALL = 500;

  static List<Arguments> visits() {
    List<Arguments> all =
        new ArrayList<>(
            List.of(
                Arguments.of("offer", Language.GERMAN),
                Arguments.of("send", Language.ENGLISH),
                Arguments.of("take", Language.GERMAN)));
    if ("all".equals(System.getProperty("keyrite.test.faults"))) {
      return all;
    }
    String given = System.getProperty("keyrite.test.seed", "");
    long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    System.out.println("a visit in the window: -Dkeyrite.test.seed=" + seed);
    Collections.shuffle(all, new Random(seed));
    return all.subList(0, 1);
  }

  @ParameterizedTest
  @MethodSource("visits")
  void leadsFromTheHomeScreenToTheEnd(String visit, Language language, @TempDir Path folder)
      throws Exception {
    try (Window window = new Window(language, folder, DerivationCost.forTests(1))) {
      CeremonyWalk walk =
          new CeremonyWalk(
              window,
              Catalogue.find("xkek-migrate").orElseThrow(),
              Hands.MOUSE,
              screen -> {
                if (screen.startsWith("xkekMigrate.hear") || screen.contains("readOut")) {
                  window.picture("migrate-" + screen.substring("xkekMigrate.".length()));
                }
              });
      assertTrue(walk.beginVisit(visit).walk(ALL));
      Path journal = new Sheets(window.records()).files("journal.jsonl").getFirst();
      assertInstanceOf(Entry.Finished.class, JournalCheck.of(journal).entries().getLast());
      assertEquals("", String.join("\n", window.defects()));
    }
  }
}
