// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
import org.keyrite.wizards.ceremonies.DkekShares;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.print.FolderPrinter;
import org.keyrite.wizards.print.Left;
import org.keyrite.wizards.print.PaperSink;
import org.keyrite.wizards.print.Printed;
import org.keyrite.wizards.print.Queue;

/**
 * A whole ceremony on paper with a printer that does not do what it is asked: each trouble is told
 * with what to do next, nothing is lost, and "Try again" goes on.
 */
class PrinterTroubleTest {
  private static final int ALL = 200;

  @TempDir Path folder;

  private final List<PaperProblem> troubles =
      List.of(
          new PaperProblem.QueueStopped("Desk", "out of paper"),
          new PaperProblem.PrintingMissing("lp", "cups-client"),
          new PaperProblem.QueueRejects("Desk", "maintenance"),
          new PaperProblem.QueueBusy("Desk", 2));

  /** A queue that has one trouble after the other, and prints into a folder when it has none. */
  private final class Troubled implements Queues, PaperSink {
    private final Deque<PaperProblem> ahead = new ArrayDeque<>(troubles);

    @Override
    public List<Queue> all() {
      return List.of(new Queue("Desk", "usb://HP/LaserJet", new Queue.State.Ready()));
    }

    @Override
    public PaperSink sink(String queue) {
      return this;
    }

    @Override
    public Printed send(String jobName, Secret pdf, Progress progress) throws ProblemException {
      if (!ahead.isEmpty()) {
        throw ahead.pop().asException();
      }
      return new FolderPrinter(new Sheets(folder.resolve("records")).folder("dkek-shares"))
          .send(jobName, pdf, progress);
    }

    @Override
    public String name() {
      return "Desk";
    }

    @Override
    public Left clear() {
      return Left.NOTHING;
    }
  }

  @Test
  void aCeremonyOutlivesEveryTroubleOfItsPrinter() throws Exception {
    PracticeReaders readers = new PracticeReaders(List.of());
    try (Window window =
        new Window(Language.ENGLISH, folder, DerivationCost.forTests(1), readers, new Troubled())) {
      window.click(window.text("kind.dkek-shares.name"));
      window.type("Vault");
      window.press(KeyCode.TAB, KeyCode.DOWN, KeyCode.DOWN);
      window.click(window.text("window.plan.begin"));
      window.untilSays(window.text("window.printer.title"));
      window.inspect("printer");
      window.click(window.text("window.printer.use"));
      List<String> told = new ArrayList<>();
      CeremonyWalk walk =
          new CeremonyWalk(
                  window,
                  new DkekShares(),
                  Hands.KEYS,
                  screen -> {
                    if (screen.equals("refused")) {
                      told.add(window.words());
                      window.inspect("refused-" + told.size());
                    }
                  })
              .insisting();
      assertTrue(walk.walk(ALL));
      for (int i = 0; i < troubles.size(); i++) {
        String next =
            window.text(troubles.get(i).key() + ".next", troubles.get(i).arguments().toArray());
        assertTrue(told.get(i).contains(next), told.get(i));
      }
      assertEquals(troubles.size(), told.size());
      List<Entry> entries =
          JournalCheck.of(new Sheets(window.records()).files("journal.jsonl").getFirst()).entries();
      assertEquals(
          troubles.size(), entries.stream().filter(Entry.Failed.class::isInstance).count());
      assertInstanceOf(Entry.Finished.class, entries.getLast());
      assertEquals("", String.join("\n", window.defects()));
    }
  }
}
