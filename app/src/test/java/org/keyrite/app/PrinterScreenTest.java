// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.print.Left;
import org.keyrite.wizards.print.PaperSink;
import org.keyrite.wizards.print.Printed;
import org.keyrite.wizards.print.Queue;

/** The choice of a printer, before a ceremony begins. */
class PrinterScreenTest {
  private static final List<Queue> QUEUES =
      List.of(
          new Queue("Desk", "usb://HP/LaserJet", new Queue.State.Ready()),
          new Queue("Office", "ipps://printer.example/ipp/print", new Queue.State.Ready()),
          new Queue("Old", "usb://HP/Old", new Queue.State.Stopped("out of paper")));

  @TempDir Path folder;

  private Window window(Queues queues) throws Exception {
    return new Window(
        Language.ENGLISH,
        folder,
        DerivationCost.forTests(1),
        new PracticeReaders(List.of()),
        queues);
  }

  /** Plans a ceremony whose sheets come out like this. */
  private static void plan(Window window, String output) {
    window.click("One DKEK share for each custodian");
    window.type("Vault");
    window.click("More choices");
    window.click(output);
    window.click("Begin");
  }

  @Test
  void tellsOfEachQueueWhereItsPaperComesOutAndWarnsOfTheNetwork() throws Exception {
    try (Window window = window(() -> QUEUES)) {
      plan(window, "printed");
      window.untilSays("on a cable of this computer · ready");
      window.untilSays("over a network, at printer.example · ready");
      window.untilSays("on a cable of this computer · stopped: out of paper");
      window.untilSays(window.text("window.printer.testFirst"));
      window.press(KeyCode.DOWN);
      window.untilSays(window.text("window.printer.networkWarning"));
      window.picture("printer");
      window.click("Back");
      window.untilSays("What do you want to do today?");
    }
  }

  @Test
  void savesToAFolderOnlyWhereThePlanAllowsIt() throws Exception {
    try (Window window = window(List::of)) {
      plan(window, "printed");
      window.untilSays(window.text("window.printer.none"));
      window.picture("printer-none");
      window.click("Back");
      plan(window, "printed, or saved on the day");
      window.untilSays(window.text("window.printer.folderWarning"));
      // What is chosen has the focus, and Enter goes on.
      window.press(KeyCode.ENTER);
      window.untilSays("Who is here?");
    }
  }

  @Test
  void speaksOfATestPageAndOfNoSheetWhenATestPageIsLost() throws Exception {
    List<PaperProblem> troubles =
        List.of(
            new PaperProblem.QueueStoppedAtWork("Desk", "out of paper"),
            new PaperProblem.JobHeld("Desk", "7"),
            new PaperProblem.PrinterWaits("Desk", "door open"));
    List<String> next =
        List.of("window.printer.testStopped", "window.printer.testHeld", "window.printer.testLost");
    for (int i = 0; i < troubles.size(); i++) {
      PaperProblem trouble = troubles.get(i);
      try (Window window = window(new Failing(trouble))) {
        plan(window, "printed");
        window.click(window.text("window.printer.test"));
        window.untilSays(window.text(next.get(i), "Desk"));
        assertFalse(window.words().contains("void"), window.words());
      }
    }
  }

  /** A queue whose job ends with a trouble. */
  private record Failing(PaperProblem trouble) implements Queues {
    @Override
    public List<Queue> all() {
      return List.of(QUEUES.getFirst());
    }

    @Override
    public PaperSink sink(String queue) {
      return new PaperSink() {
        @Override
        public Printed send(String jobName, Secret pdf, Progress progress) throws ProblemException {
          throw trouble.asException();
        }

        @Override
        public String name() {
          return queue;
        }

        @Override
        public Left clear() {
          return Left.NOTHING;
        }
      };
    }
  }

  @Test
  void saysWhatIsMissingWhenNothingCanPrint() throws Exception {
    PaperProblem missing = new PaperProblem.PrintingMissing("lp", "cups-client");
    try (Window window =
        window(() -> {
          throw missing.asException();
        })) {
      plan(window, "printed");
      window.untilSays(window.text("problem.PrintingMissing.what", "lp"));
      window.picture("printer-missing");
    }
  }
}
