// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.journal.JournalCheck;

/** A whole {@code dkek-shares} from the home screen to the sealed bag, without a mouse. */
class SharesWithKeysTest {
  private static final String PASSWORD = "correct horse 7";

  @TempDir Path folder;

  @Test
  void aShareIsMadeWithTheKeyboardAlone() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      Sheets sheets = new Sheets(window.records());
      window.untilSays("Rehearse");
      window.tabTo("One DKEK share for each custodian");
      window.press(KeyCode.SPACE);
      window.untilSays("Name on paper");
      window.type("Vault");
      window.press(KeyCode.TAB, KeyCode.DOWN, KeyCode.DOWN);
      window.tabTo("More choices");
      window.press(KeyCode.SPACE);
      window.tabTo("printed");
      window.press(KeyCode.RIGHT);
      window.tabTo("Begin");
      window.press(KeyCode.ENTER);
      window.untilSays("Who is here?");
      for (String name : List.of("Alex Example", "Kim Muster", "Sam Specimen", "Robin Sample")) {
        window.type(name);
        window.press(KeyCode.TAB);
      }
      window.press(KeyCode.ENTER);
      window.untilSays("Compare the clocks");
      window.press(KeyCode.ENTER);
      confirm(window, "Is this laptop fit?");
      turn(window, sheets);
      confirm(window, "What stays on this laptop?");
      conducted(window, "I am Robin Sample", Seat.custodian(1));
      conducted(window, "I am Kim Muster", Seat.OPERATOR);
      confirm(window, window.text(Message.of("closing.conducted.title", Seat.WITNESS.title())));
      confirm(window, window.text(Message.of("closing.conducted.title", Seat.OFFICER.title())));
      window.untilSays("The ceremony is complete");
      List<Entry> entries = JournalCheck.of(sheets.files("journal.jsonl").getFirst()).entries();
      assertInstanceOf(Entry.Finished.class, entries.getLast());
      assertEquals(1, sheets.files("share-file-01").size());
      String paper = Sheets.words(sheets.files("share-file-01").getFirst());
      assertFalse(paper.contains(window.records().getFileName().toString()), paper);
    }
  }

  private static void turn(Window window, Sheets sheets) {
    window.untilSays("I am Robin Sample");
    window.press(KeyCode.ENTER);
    window.untilSays("Custodian 1, make up a password");
    window.type(PASSWORD);
    window.press(KeyCode.TAB);
    window.type(PASSWORD);
    window.press(KeyCode.ENTER);
    window.untilSays("Custodian 1, type your password once more");
    window.type(PASSWORD);
    window.press(KeyCode.ENTER);
    window.untilSays("Custodian 1, take your sheet from the printer");
    window.press(KeyCode.ENTER);
    window.untilSays("Custodian 1, scan or type the lines from your sheet");
    window.choose(sheets.files("share-file-01").getLast());
    window.tabTo("Use a scan instead");
    window.press(KeyCode.SPACE);
    window.tabTo("Next");
    window.press(KeyCode.ENTER);
    window.untilSays("I am Kim Muster");
    window.press(KeyCode.ENTER);
    window.untilSays("Put the sheet of custodian 1 in a bag");
    window.type("B-1");
    window.press(KeyCode.ENTER);
    confirm(window, "Look at the bag of custodian 1");
  }

  private static void conducted(Window window, String person, Seat seat) {
    window.untilSays(person);
    window.press(KeyCode.ENTER);
    confirm(window, window.text(Message.of("closing.conducted.title", seat.title())));
  }

  private static void confirm(Window window, String title) {
    window.untilSays(title);
    window.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
  }
}
