// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.rehearsal.People;

/** A whole {@code dkek-quorum}, 2 of 3, from the home screen to sealed sheets. */
class QuorumWithMouseTest {
  private static final int CUSTODIANS = 3;

  @TempDir Path folder;

  private final People people = People.load();

  @Test
  void aQuorumIsMadeWithTheMouse() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.STANDARD)) {
      Sheets sheets = new Sheets(window.records());
      window.picture("home");
      window.click("Rehearse");
      window.picture("plan");
      window.click("More choices");
      window.picture("plan-more");
      window.click("Begin");
      window.untilSays("Who is here?");
      window.picture("roll-call");
      window.click("Next");
      window.untilSays("Compare the clocks");
      window.picture("clock");
      inGermanForAMoment(window);
      window.click("Next");
      window.untilSays("Is this laptop fit?");
      window.picture("laptop");
      window.confirm("opening.looked");
      for (int i = 1; i <= CUSTODIANS; i++) {
        turn(window, sheets, i);
      }
      window.untilSays("Stop");
      window.picture("work");
      window.untilSays("Scan or type the lines from the sheet of the share file");
      Sheets.lines(sheets.shareFile()).forEach(window::type);
      window.picture("file-typed");
      window.click("Next");
      window.untilSays("What stays on this laptop?");
      window.picture("laptop-after");
      window.confirm("closing.searched");
      for (int i = 1; i <= CUSTODIANS; i++) {
        window.click(window.text("window.handOver.iAm", people.in(Seat.custodian(i))));
        window.click("Yes, that is so");
      }
      window.click(window.text("window.handOver.iAm", people.in(Seat.OPERATOR)));
      window.untilSays("Operator: was it done as recorded?");
      window.picture("conducted");
      window.click("Yes, that is so");
      window.untilSays("Witness: was it done as recorded?");
      window.click("Yes, that is so");
      window.untilSays("Security officer: was it done as recorded?");
      window.click("Yes, that is so");
      window.untilSays("The ceremony is complete");
      window.picture("end");
      window.click("Back to the start");
      window.untilSays("Rehearse");
      window.picture("home-afterwards");
      assertEquals(CUSTODIANS, sheets.files("share-0").size());
      Path file =
          sheets.files("").stream().filter(f -> f.toString().endsWith(".pbe")).findFirst().get();
      assertEquals(64, Files.size(file));
      List<Entry> entries = JournalCheck.of(sheets.files("journal.jsonl").getFirst()).entries();
      assertInstanceOf(Entry.Finished.class, entries.getLast());
    }
  }

  private static void inGermanForAMoment(Window window) {
    window.click("Language");
    window.picture("language");
    window.click("Deutsch");
    window.click("Schließen");
    window.untilSays("Vergleichen Sie die Uhren");
    window.click("Sprache");
    window.click("English");
    window.click("Close");
    window.untilSays("Compare the clocks");
  }

  private void turn(Window window, Sheets sheets, int i) {
    window.untilSays("Please hand the seat to");
    if (i == 1) {
      window.picture("hand-over");
    }
    window.click(window.text("window.handOver.iAm", people.in(Seat.custodian(i))));
    window.untilSays("Custodian " + i + ", look at your share");
    if (i == 1) {
      window.picture("share-covered");
    }
    window.hold(KeyCode.SPACE);
    if (i == 1) {
      window.picture("share");
    }
    window.release(KeyCode.SPACE);
    window.click("Yes, that is so");
    window.untilSays("Custodian " + i + ", take your sheet from the printer");
    if (i == 1) {
      window.picture("print");
    }
    window.click("Print it now");
    window.untilSays("Custodian " + i + ", type the lines from your sheet");
    List<String> lines = sheets.lines(i);
    if (i == 1) {
      wrongLine(window, lines.getFirst());
    }
    lines.stream().skip(i == 1 ? 1 : 0).forEach(window::type);
    if (i == 1) {
      window.picture("typed");
    }
    window.click("Next");
    window.click(window.text("window.handOver.iAm", people.in(Seat.OPERATOR)));
    window.untilSays("Put the sheet of custodian " + i + " in a bag");
    if (i == 2) {
      window.type("B-100" + (i - 1));
      window.click("Next");
      window.untilSays(window.text("problem.BagSerialRepeated.what", "B-1001"));
      window.picture("refused");
      window.press(KeyCode.END, KeyCode.BACK_SPACE);
      window.type("2");
    } else {
      window.type("B-100" + i);
    }
    if (i == 1) {
      window.picture("bag");
    }
    window.click("Next");
    window.untilSays("Look at the bag of custodian " + i);
    if (i == 1) {
      window.picture("sealed");
    }
    window.click("Yes, that is so");
  }

  /** Types a line with its last character changed, looks, and puts it right. */
  private static void wrongLine(Window window, String line) {
    char last = line.charAt(line.length() - 3);
    window.type(line.substring(0, line.length() - 3));
    window.type(last == '7' ? "8" : "7");
    window.type(line.substring(line.length() - 2));
    window.untilSays("Look again");
    window.picture("typed-wrong");
    window.press(KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
    window.type(String.valueOf(last));
    window.untilSays("Correct");
  }
}
