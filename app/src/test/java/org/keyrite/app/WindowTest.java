// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.i18n.Language;

/** Ways through the window besides a whole ceremony. */
class WindowTest {
  @TempDir Path folder;

  @Test
  void beginsWhereARehearsalDoes() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.untilSays("Rehearse");
      assertEquals("Rehearse", window.focused());
    }
  }

  @Test
  void theLanguageThatIsAskedForWinsOverTheOneThatWasKept() throws Exception {
    Files.writeString(folder.resolve("settings.properties"), "language=de\n");
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.untilSays("Rehearse");
      assertEquals(0, window.count("Üben"));
    }
  }

  @Test
  void whatIsPluggedInStandsAlongTheBottom() throws Exception {
    PracticeReaders readers = new PracticeReaders(List.of("ACR 38 Reader", "SCR 3310 Reader"));
    SimulatedState state = SimulatedState.create(new Random(1), LocalDate.of(2026, 11, 21));
    SimulatedHsm device = new SimulatedHsm(state, StateStore.MEMORY, new Random(1));
    try (Window window =
        new Window(Language.ENGLISH, folder, DerivationCost.forTests(1), readers)) {
      window.untilSays("SCR 3310 Reader");
      readers.insert("ACR 38 Reader", device);
      window.untilSays(state.identity().serial());
      window.untilSays("Pretend device");
      window.picture("home-devices");
      window.click("Light or dark");
      window.picture("home-devices-dark");
      readers.remove("ACR 38 Reader");
      window.untilSays("ACR 38 Reader");
      window.click("Rehearse");
      window.untilSays("Begin");
      assertEquals(0, window.count("SCR 3310 Reader"));
    }
  }

  @Test
  void aRehearsalWithDevicesHasAllThatItNeeds() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.click("Import DKEK shares");
      window.picture("plan-import");
      window.click("Rehearse it first");
      window.untilSays("REHEARSAL");
      window.click("Begin");
      window.click("Next");
      window.click("Next");
      window.confirm("opening.looked");
      window.untilSays("It lies ready beside the readers.");
      window.untilSays("This one");
      window.picture("await-first");
      window.press(KeyCode.ENTER);
      window.untilSays("Compare device 1 with what stands here");
      window.picture("named");
    }
  }

  @Test
  void aCeremonyIsStoppedAndContinued() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.click("Rehearse");
      window.click("Begin");
      window.click("Next");
      window.untilSays("Compare the clocks");
      window.click("Other ways to go on");
      window.picture("others");
      window.click("Stop here, continue later");
      window.untilSays("Not finished yet");
      window.picture("home-unfinished");
      window.click("Continue");
      window.untilSays("Compare the clocks");
    }
  }

  @Test
  void aRecordBelowThePlacesLeavesAllOfThemInSight() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      window.click("Rehearse");
      window.click("Begin");
      window.untilSays("Who is here?");
      window.click("Other ways to go on");
      window.click("Give the ceremony up");
      window.type("test");
      window.press(KeyCode.ENTER);
      window.click("Back to the start");
      window.untilSays("Last records");
      assertTrue(window.isWhole(".kr-stages"));
    }
  }

  @Test
  void everyUnfinishedCeremonyIsOffered() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      for (int i = 1; i <= 3; i++) {
        window.click("Rehearse");
        window.click("Begin");
        window.click("Other ways to go on");
        window.click("Stop here, continue later");
        window.untilSays("Not finished yet");
        assertEquals(i, window.count("Continue"));
      }
      window.picture("home-several-unfinished");
    }
  }

  @Test
  void aShareIsMadeUnderAPassword() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      Sheets sheets = new Sheets(window.records());
      window.click("One DKEK share for each custodian");
      window.type("Vault");
      window.press(KeyCode.TAB);
      window.press(KeyCode.DOWN, KeyCode.DOWN);
      window.click("More choices");
      window.click("saved to a folder");
      window.click("Begin");
      window.untilSays("Who is here?");
      for (String name : List.of("Alex Example", "Kim Muster", "Sam Specimen", "Robin Sample")) {
        window.type(name);
        window.press(KeyCode.TAB);
      }
      window.click("Next");
      window.click("Next");
      window.confirm("opening.looked");
      window.click("I am Robin Sample");
      window.untilSays("Custodian 1, make up a password");
      window.type("correct horse 7");
      window.press(KeyCode.TAB);
      window.type("correct horse");
      window.picture("password");
      window.type(" 7");
      window.press(KeyCode.ENTER);
      window.untilSays("Custodian 1, type your password once more");
      window.type("correct house 7");
      window.press(KeyCode.ENTER);
      window.untilSays("Go back and try again");
      window.picture("password-refused");
      window.press(KeyCode.ENTER);
      window.untilSays("Custodian 1, type your password once more");
      window.type("correct horse 7");
      window.press(KeyCode.ENTER);
      window.click("Print it now");
      window.untilSays("Custodian 1, scan or type the lines from your sheet");
      Path sheet = sheets.files("share-file-01").getLast();
      window.choose(sheet);
      window.click("Use a scan instead");
      window.untilSays(window.text("window.sheet.scanned", sheet.getFileName()));
      window.picture("scanned");
      window.click("Next");
      window.click("I am Kim Muster");
      window.untilSays("Put the sheet of custodian 1 in a bag");
    }
  }
}
