// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.i18n.Language;
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
      window.click("Save to the folder");
      window.untilSays("Who is here?");
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
