// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremonies.Printing;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.print.Queue;
import org.keyrite.wizards.rehearsal.Beforehand;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.WaitScreen;
import org.keyrite.wizards.view.look.Wording;

/**
 * From a plan, or a folder, to a ceremony that runs: a person chooses where its sheets go, and what
 * a rehearsal needs is made meanwhile. Whatever reads a disk or asks another program is done where
 * steps work, so that the window never stands still; everything else lives on the FX thread.
 */
final class Starting {
  /** What becomes of it. */
  interface Ways {
    /** It runs. */
    void run(Conduct.Running begun, boolean practice);

    /** It does not begin. */
    void refuse(Problem problem);

    /** A person went back. */
    void home();
  }

  /** Makes the runner of a ceremony whose sheets go to this queue, or beside its journal. */
  private interface Opening {
    Conduct.Running with(Optional<String> queue) throws ProblemException;
  }

  /** Something that takes its time, may be refused, and comes to what the window shows then. */
  private interface Slow {
    Runnable done() throws ProblemException;
  }

  private final Outside outside;
  private final Conduct conduct;
  private final Wording wording;
  private final Frame frame;
  private final Ways ways;

  Starting(Outside outside, Conduct conduct, Wording wording, Frame frame, Ways ways) {
    this.outside = outside;
    this.conduct = conduct;
    this.wording = wording;
    this.frame = frame;
    this.ways = ways;
  }

  /** Begins a ceremony in a folder of its own. */
  void begin(Ceremony ceremony, boolean practice) {
    Beforehand before = Beforehand.of(ceremony, outside.records());
    if (practice && !before.isNothing()) {
      withBefore(ceremony, before.shares().isPresent());
    } else {
      start(ceremony, practice, queue -> conduct.begin(ceremony, practice, queue, Progress.NONE));
    }
  }

  /** Goes on with a ceremony that was stopped. */
  void resume(KeptCeremony kept) {
    frame.wait(true);
    elsewhere(
        () -> {
          if (kept.problem().isPresent()) {
            throw kept.problem().get().asException();
          }
          Entry.Started started = kept.folder().started();
          Ceremony ceremony = conduct.planned(kept.folder());
          return () -> {
            frame.rehearsal(started.practice());
            start(
                ceremony,
                started.practice(),
                queue -> conduct.resume(kept.folder(), ceremony, queue));
          };
        },
        ways::refuse);
  }

  private void start(Ceremony ceremony, boolean practice, Opening opening) {
    frame.wait(true);
    if (practice || !Printing.isPlanned(ceremony)) {
      open(opening, Optional.empty(), practice, ways::refuse);
      return;
    }
    boolean maySave = Printing.maySave(ceremony);
    elsewhere(
        () -> {
          List<Queue> queues = queues(maySave);
          return () ->
              new PrinterScreen(wording, queues, maySave, new Printers(ceremony, opening))
                  .openIn(frame);
        },
        ways::refuse);
  }

  /** Where sheets may be saved, a computer that cannot print stops nobody. */
  private List<Queue> queues(boolean maySave) throws ProblemException {
    try {
      return outside.queues().all();
    } catch (ProblemException e) {
      if (maySave) {
        return List.of();
      }
      throw e;
    }
  }

  /** What a person may do where a printer is chosen. */
  private final class Printers implements PrinterScreen.Ways {
    private final Ceremony ceremony;
    private final Opening opening;

    Printers(Ceremony ceremony, Opening opening) {
      this.ceremony = ceremony;
      this.opening = opening;
    }

    @Override
    public void use(Optional<String> queue, Consumer<Problem> refused) {
      frame.wait(true);
      open(
          opening,
          queue,
          false,
          problem -> {
            frame.wait(false);
            refused.accept(problem);
          });
    }

    @Override
    public void testPage(String queue, PrinterScreen.TestPageEnd end) {
      TestPage page = new TestPage(outside.product(), outside.laptop().clock(), wording.messages());
      outside
          .work()
          .execute(() -> {
            Optional<Problem> problem = page.print(ceremony, outside.queues(), queue);
            Platform.runLater(() -> end.with(problem));
          });
    }

    @Override
    public void back() {
      ways.home();
    }
  }

  /** What made-up people did before a rehearsal is made up while people wait. */
  private void withBefore(Ceremony ceremony, boolean shares) {
    WaitScreen screen =
        new WaitScreen(
            wording,
            Platform::runLater,
            Message.of(shares ? "window.shares.title" : "window.keysBefore.title"),
            Message.of(shares ? "window.shares.text" : "window.keysBefore.text"));
    screen.openIn(frame);
    open(
        queue -> conduct.begin(ceremony, true, queue, screen.progress()),
        Optional.empty(),
        true,
        problem -> {
          if (problem instanceof CeremonyProblem.WorkStopped) {
            ways.home();
          } else {
            ways.refuse(problem);
          }
        });
  }

  private void open(
      Opening opening, Optional<String> queue, boolean practice, Consumer<Problem> refused) {
    elsewhere(
        () -> {
          Conduct.Running begun = opening.with(queue);
          return () -> ways.run(begun, practice);
        },
        refused);
  }

  private void elsewhere(Slow slow, Consumer<Problem> refused) {
    outside
        .work()
        .execute(() -> {
          try {
            Platform.runLater(slow.done());
          } catch (ProblemException e) {
            Platform.runLater(() -> refused.accept(e.problem()));
          }
        });
  }
}
