// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.journal.JournalCheck;

/** The two-minute tour, as a visitor takes it. */
class TourTest {
  private static final List<TourStop> ONE_BY_ONE =
      List.of(
          TourStop.ROLL_CALL,
          TourStop.CLOCK,
          TourStop.LAPTOP,
          TourStop.HAND_OVER,
          TourStop.SHARE,
          TourStop.PRINT,
          TourStop.TYPE_BACK,
          TourStop.HAND_BACK,
          TourStop.BAG,
          TourStop.SEALED);

  @TempDir Path folder;

  private static void begin(Window window) {
    window.click(window.text("window.home.rehearse"));
    window.click(window.text("window.tour.take"));
  }

  private void assertFinished(Window window) throws Exception {
    Sheets sheets = new Sheets(window.records());
    List<Entry> entries = JournalCheck.of(sheets.files("journal.jsonl").getFirst()).entries();
    assertInstanceOf(Entry.Finished.class, entries.getLast());
    assertEquals(3, sheets.files("share-0").size());
  }

  @Test
  void aVisitorPressesThroughWithTheMouse() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      begin(window);
      for (TourStop stop : ONE_BY_ONE) {
        window.untilSays(window.text(stop.place()));
        window.untilSays(window.text(stop.text()));
        if (stop == TourStop.ROLL_CALL || stop == TourStop.SHARE) {
          window.picture("tour-" + (stop == TourStop.SHARE ? "share" : "begin"));
        }
        window.click("Do it for me");
      }
      window.untilSays(window.text(TourStop.OTHERS.text()));
      window.click("Let them do it");
      window.untilSays(window.text(TourStop.FILE.text()));
      window.click("Do it for me");
      window.untilSays(window.text(TourStop.CONDUCTED.text()));
      window.click("Let them do it");
      window.untilSays(window.text(TourStop.END.text()));
      window.untilSays("The ceremony is complete");
      window.picture("tour-end");
      window.click("Print the record");
      window.untilSays("Save beside the record");
      window.picture("record-papers");
      window.inspect("record-papers");
      Path record = new Sheets(window.records()).files("record.pdf").getFirst();
      assertTrue(Sheets.words(record).contains("Record of a key ceremony"));
      window.click("Deutsch");
      window.click("Save beside the record");
      window.untilSays(window.text("window.record.saved", record.getParent()));
      assertTrue(Sheets.words(record).contains("Protokoll einer Schlüsselzeremonie"));
      window.click("Close");
      window.click("Back to the start");
      window.untilSays("Rehearse");
      window.tabTo("Papers of Tour");
      window.press(KeyCode.SPACE);
      window.untilSays("Save beside the record");
      window.press(KeyCode.ESCAPE);
      window.untilSays("Rehearse");
      assertEquals(List.of(), window.defects());
      assertFinished(window);
    }
  }

  @Test
  void aVisitorPressesThroughWithTheKeyboard() throws Exception {
    try (Window window = new Window(Language.GERMAN, folder, DerivationCost.forTests(1))) {
      window.tabTo(window.text("window.home.rehearse"));
      window.press(KeyCode.SPACE);
      window.tabTo(window.text("window.tour.take"));
      window.press(KeyCode.SPACE);
      for (TourStop stop : ONE_BY_ONE) {
        window.untilSays(window.text(stop.text()));
        window.untilAtRest();
        window.tabTo("Für mich erledigen");
        window.press(KeyCode.SPACE);
      }
      for (TourStop stop : List.of(TourStop.OTHERS, TourStop.FILE, TourStop.CONDUCTED)) {
        window.untilSays(window.text(stop.text()));
        window.untilAtRest();
        window.tabTo(stop.isManySteps() ? "Die anderen machen lassen" : "Für mich erledigen");
        window.press(KeyCode.SPACE);
      }
      window.untilSays("Die Zeremonie ist vollständig");
      window.press(KeyCode.ENTER);
      window.untilSays(window.text("window.home.rehearse"));
      assertFinished(window);
    }
  }

  @Test
  void theScreensOwnButtonsLeadThroughAsWell() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      begin(window);
      window.untilSays(window.text(TourStop.ROLL_CALL.text()));
      window.click("Next");
      window.untilSays(window.text(TourStop.CLOCK.text()));
      window.click("Next");
      window.untilSays(window.text(TourStop.LAPTOP.text()));
      window.confirm("opening.looked");
      window.untilSays(window.text(TourStop.HAND_OVER.text()));
      window.inspect("tour");
      assertEquals(List.of(), window.defects());
    }
  }

  @ParameterizedTest
  @CsvSource({"1366, 768, ENGLISH", "1280, 720, ENGLISH", "1280, 720, GERMAN"})
  void whatIsToBeSeenAndPressedIsNotBehindTheExplanation(
      double width, double height, Language language) throws Exception {
    try (Window window = new Window(language, folder, DerivationCost.forTests(1))) {
      window.resize(width, height);
      begin(window);
      for (TourStop stop : ONE_BY_ONE.subList(0, ONE_BY_ONE.indexOf(TourStop.PRINT))) {
        window.untilSays(window.text(stop.text()));
        assertTrue(window.isWhole(".kr-act"), stop.name());
        assertTrue(window.isWhole(".kr-tour"), stop.name());
        if (stop == TourStop.SHARE) {
          window.hold(KeyCode.SPACE);
          assertTrue(window.isWhole(".kr-zone"));
          window.release(KeyCode.SPACE);
        }
        window.click(window.text("window.tour.do"));
      }
      window.untilSays(window.text(TourStop.PRINT.text()));
      assertTrue(window.isWhole(".kr-act"));
    }
  }

  @Test
  void aVisitorMayLeaveAndGoOnLaterWhereHeWas() throws Exception {
    try (Window window = new Window(Language.ENGLISH, folder, DerivationCost.forTests(1))) {
      begin(window);
      window.untilSays(window.text(TourStop.ROLL_CALL.text()));
      window.click("Leave the tour");
      window.untilSays("Not finished yet");
      window.click("Continue");
      window.untilSays("Who is here?");
      window.untilSays(window.text(TourStop.ROLL_CALL.text()));
      window.click("Do it for me");
      window.untilSays(window.text(TourStop.CLOCK.text()));
      window.click("Leave the tour");
      window.change(Language.GERMAN);
      window.click(window.text("window.home.continue"));
      window.untilSays(window.text(TourStop.CLOCK.text()));
      window.click("Für mich erledigen");
      window.untilSays(window.text(TourStop.LAPTOP.text()));
    }
  }
}
