// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.print.PaperSink;
import org.keyrite.wizards.print.PrintQueue;
import org.keyrite.wizards.print.PrivateCups;
import org.keyrite.wizards.print.Queue;

/** The papers of a record, printed from the window on queues of a real print service. */
class RecordPrintTest {
  private static PrivateCups cups;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    cups = PrivateCups.start();
    cups.queue("Desk", "keep");
    cups.queue("Broken", "dies", "printer-error-policy=abort-job");
    cups.queue("Asleep", "sleeps");
  }

  @AfterAll
  static void stop() throws IOException {
    cups.close();
  }

  /** The queues of that service. */
  private static final class Own implements Queues {
    @Override
    public List<Queue> all() throws ProblemException {
      return cups.programs().queues();
    }

    @Override
    public PaperSink sink(String queue) throws ProblemException {
      return new PrintQueue(cups.programs(), queue);
    }
  }

  /** A window with the papers of a ceremony that was given up at once. */
  private Window atItsPapers() throws Exception {
    PracticeReaders none = new PracticeReaders(List.of());
    Window window =
        new Window(Language.ENGLISH, folder, DerivationCost.forTests(1), none, new Own());
    window.click("Rehearse");
    window.click("Begin");
    window.untilSays("Who is here?");
    window.click("Other ways to go on");
    window.click("Give the ceremony up");
    window.type("test");
    window.press(KeyCode.ENTER);
    window.click("Print the record");
    return window;
  }

  @Test
  void theRecordComesOutOfThePrinter() throws Exception {
    try (Window window = atItsPapers()) {
      window.click("Print on Desk");
      window.untilSays(window.text("window.record.printed", "Desk"));
      window.inspect("record-printed");
      String words = Sheets.words(cups.kept("keyrite-record"));
      assertTrue(words.contains("Record of a key ceremony"), words);
      assertEquals(0, cups.waiting("Desk"));
      assertEquals("", String.join("\n", window.defects()));
    }
  }

  @Test
  void aPrinterThatGivesUpIsToldAndAnotherTakesThePapers() throws Exception {
    try (Window window = atItsPapers()) {
      window.click("Print on Broken");
      window.untilThere(
          "tells no problem",
          () -> window.shows(".kr-problem") ? Optional.of(true) : Optional.empty());
      window.untilSays(window.text("window.record.notPrinted"));
      window.inspect("record-not-printed");
      window.click("Print on Desk");
      window.untilSays(window.text("window.record.printed", "Desk"));
      assertEquals("", String.join("\n", window.defects()));
    }
  }

  @Test
  void whoWaitsIsToldWhatGoesOnAndMayStop() throws Exception {
    try (Window window = atItsPapers()) {
      window.click("Print on Asleep");
      window.untilSays(window.text("window.record.printing"));
      window.untilThere("no job", RecordPrintTest::waitingJob);
      window.inspect("record-printing");
      window.press(KeyCode.ESCAPE);
      window.untilSays(window.text("window.record.stopped"));
      assertEquals(0, cups.waiting("Asleep"));
      assertEquals("", String.join("\n", window.defects()));
    }
  }

  private static Optional<Boolean> waitingJob() {
    try {
      return cups.waiting("Asleep") == 0 ? Optional.empty() : Optional.of(true);
    } catch (ProblemException e) {
      throw new AssertionError(e);
    }
  }
}
