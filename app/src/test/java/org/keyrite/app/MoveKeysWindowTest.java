// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.journal.JournalCheck;

/** Keys move from one device of a group to another in one room, from the home screen to the end. */
class MoveKeysWindowTest {
  private static final int ALL = 500;

  @TempDir Path folder;

  @Test
  void keysMoveFromDeviceToDeviceAndTheWitnessSeesEachOfThem() throws Exception {
    Map<String, String> seen = new HashMap<>();
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      CeremonyWalk walk =
          new CeremonyWalk(
              window,
              Catalogue.find("xkek-migrate").orElseThrow(),
              Hands.MOUSE,
              screen -> {
                seen.put(screen, window.words());
                switch (screen) {
                  case "xkekMigrate.listed" -> window.picture("move-group");
                  case "xkekMigrate.agreed" -> window.picture("move-compared");
                  case "xkekMigrate.seen" -> window.picture("move-proven");
                  default -> {
                    // The other screens are like those of other ceremonies.
                  }
                }
              });
      assertTrue(walk.begin().walk(ALL));
      String told = seen.get("xkekMigrate.seen").replace('\u00a0', ' ');
      assertTrue(told.contains("Web server (RSA-2048, ID 01): moved and proven"), told);
      assertTrue(told.contains("Key safe (AES-256, ID 05): moved and proven"), told);
      Path journal = new Sheets(window.records()).files("journal.jsonl").getFirst();
      assertInstanceOf(Entry.Finished.class, JournalCheck.of(journal).entries().getLast());
    }
  }
}
