// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Answers;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Presented;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Series;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.plan.AnswersFile;
import org.keyrite.wizards.rehearsal.Prompter;

/**
 * Leads people through a ceremony in a terminal: a title, a sentence, one question at a time. Where
 * the seat changes to or from one that is private, the screen is cleared and waits.
 */
public final class TerminalShell implements Shell {
  private final Dialog dialog;
  private final Screen screen;
  private final Messages messages;
  private final FileAnswers answers;
  private final AskQuestions questions;
  private final DeviceQuestions devices;
  private final boolean attended;
  private Optional<Seat> lastSeat = Optional.empty();
  private Optional<String> lastSection = Optional.empty();

  /**
   * A shell.
   *
   * @param prompter tells what people could not know in a rehearsal
   * @param attended whether people sit there; otherwise a refusal ends the run
   */
  TerminalShell(
      Dialog dialog, AnswersFile answers, Plugged plugged, Prompter prompter, boolean attended) {
    this.dialog = dialog;
    this.devices = new DeviceQuestions(dialog, plugged, attended);
    this.screen = dialog.screen();
    this.messages = dialog.messages();
    this.answers = new FileAnswers(answers);
    this.questions = new AskQuestions(dialog, this.answers, prompter);
    this.attended = attended;
  }

  @Override
  public boolean isUnattended() {
    return !attended || !dialog.isManned();
  }

  @Override
  public boolean hasAnswersFile() {
    return !answers.file().isEmpty();
  }

  @Override
  public void entering(Agenda.Row row, CeremonyState state) throws ProblemException {
    screen.progress("");
    Step step = row.step();
    if (attended && !lastSeat.equals(Optional.of(step.seat()))) {
      handOver(lastSeat, step.seat(), state);
    }
    lastSeat = Optional.of(step.seat());
    String section = messages.text(row.path().getLast().title());
    if (!lastSection.equals(Optional.of(section))) {
      screen.line("");
      screen.line(messages.text("terminal.section", section));
      lastSection = Optional.of(section);
    }
    screen.line("");
    int of = state.agenda().rows().size();
    screen.line(
        messages.text(
            "terminal.step", row.number(), of, seat(step.seat(), state), state.mayGrow() ? 1 : 0));
    screen.paragraph("  ", messages.text(step.title()));
    if (!isCovered(step)) {
      screen.paragraph("  ", messages.text(step.text()));
    }
    if (step instanceof Perform work) {
      Series.of(state, work).ifPresent(one -> screen.line("  " + messages.text(one.text())));
    }
  }

  /** The help of such a step tells how a window uncovers what is secret. */
  private static boolean isCovered(Step step) {
    return step instanceof Attest attest
        && attest.shown().stream().anyMatch(Attest.Shown.WhileHeld.class::isInstance);
  }

  private String seat(Seat seat, CeremonyState state) {
    String person = state.person(seat);
    String title = messages.text(seat.title());
    return person.isEmpty() ? title : messages.text("terminal.seat", title, person);
  }

  /** Who goes on with a ceremony need not be the one whose turn it is. */
  private void handOver(Optional<Seat> before, Seat next, CeremonyState state)
      throws ProblemException {
    if (before.filter(Seat::isPrivate).isEmpty() && !next.isPrivate()) {
      return;
    }
    screen.clear();
    screen.line("");
    screen.paragraph("", messages.text("terminal.handOver", seat(next, state)));
    dialog.enter(
        messages.text(next.isPrivate() ? "terminal.handOver.alone" : "terminal.handOver.all"));
    screen.clear();
  }

  @Override
  public Answers ask(Ask ask, CeremonyState state) throws ProblemException {
    return questions.ask(ask, state);
  }

  @Override
  public DeviceIdentity await(AwaitDevice await, CeremonyState state) throws ProblemException {
    return devices.ask(new Presented(state, await));
  }

  @Override
  public Verdict attest(Attest attest, CeremonyState state, Revealer revealer)
      throws ProblemException {
    for (Attest.Shown shown : attest.shown()) {
      switch (shown) {
        case Attest.Shown.Openly(Fact<?> fact) -> dialog.tell(fact, state);
        case Attest.Shown.WhileHeld held -> reveal(held, revealer);
      }
    }
    screen.paragraph("  ", messages.text(attest.sentence()));
    if (answers.confirms(attest.id()) || dialog.agrees(messages.text("terminal.attest"))) {
      return new Verdict(true, "");
    }
    return new Verdict(false, dialog.line(messages.text("terminal.remark")));
  }

  @Override
  public String reason(Problem doubted) throws ProblemException {
    if (!attended) {
      return "";
    }
    screen.refuse(messages, doubted);
    return dialog.line(messages.text("terminal.reason"));
  }

  private void reveal(Attest.Shown.WhileHeld held, Revealer revealer) throws ProblemException {
    if (attended && !screen.outSeen()) {
      throw new CeremonyProblem.ShownNowhere().asException();
    }
    if (!attended) {
      screen.paragraph("  ", messages.text("terminal.reveal.nowhere"));
      return;
    }
    dialog.enter(messages.text("terminal.reveal"));
    List<char[]> lines = revealer.lines(held);
    screen.uncover();
    try {
      show(lines);
      dialog.enter(messages.text("terminal.reveal.hide"));
    } finally {
      screen.cover();
    }
  }

  private void show(List<char[]> lines) {
    try {
      screen.secret("    ", lines);
    } finally {
      lines.forEach(line -> Arrays.fill(line, '\0'));
    }
  }

  @Override
  public Progress watch(Perform perform, CeremonyState state) {
    return new ProgressLine(screen, messages, messages.text(perform.title()));
  }

  @Override
  public Way refused(Problem problem, List<Way> ways) throws ProblemException {
    screen.progress("");
    Optional<Way> chosen = dialog.takeWay();
    if (chosen.isPresent() && (chosen.get() instanceof Way.Stop || isOffered(chosen.get(), ways))) {
      return chosen.get();
    }
    if (chosen.isPresent()) {
      screen.paragraph("  ", messages.text("terminal.way.notNow"));
      return new Way.Again();
    }
    screen.refuse(messages, problem);
    if (!attended) {
      return new Way.Stop();
    }
    List<String> words = new ArrayList<>();
    ways.forEach(way -> words.add(words(way)));
    Way way = choose(ways, words);
    return way instanceof Way.Abort
        ? new Way.Abort(dialog.line(messages.text("terminal.way.abort.reason")))
        : way;
  }

  private Way choose(List<Way> ways, List<String> words) {
    try {
      return ways.get(dialog.choose(messages.text("terminal.way"), words));
    } catch (ProblemException e) {
      // A word with a colon, or the end of the input, where it is asked how to go on.
      return dialog.takeWay().filter(way -> isOffered(way, ways)).orElseGet(Way.Stop::new);
    }
  }

  private static boolean isOffered(Way way, List<Way> ways) {
    return ways.stream().anyMatch(way::equals);
  }

  private String words(Way way) {
    return switch (way) {
      case Way.Again _ -> messages.text("terminal.way.again");
      case Way.Back _ -> messages.text("terminal.way.back");
      case Way.Redo redo ->
          messages.text("terminal.way.redo", messages.text(redo.section().title()));
      case Way.Stop _ -> messages.text("terminal.way.stop");
      case Way.Abort _ -> messages.text("terminal.way.abort");
    };
  }

  @Override
  public boolean happened(Step doubtful) throws ProblemException {
    screen.line("");
    screen.paragraph("  ", messages.text("terminal.doubt", messages.text(doubtful.title())));
    return dialog.agrees(messages.text("terminal.doubt.ask"));
  }
}
