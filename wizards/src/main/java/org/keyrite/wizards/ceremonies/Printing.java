// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Printer;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.paper.PaperSize;
import org.keyrite.wizards.preflight.Needs;
import org.keyrite.wizards.print.PaperSink;
import org.keyrite.wizards.print.PrintQueue;
import org.keyrite.wizards.print.Printed;

/**
 * Lets a ceremony print to a queue or into a folder.
 *
 * @param sink where documents go
 */
public record Printing(PaperSink sink) implements Printer {
  /** Sheets go to a printer, and nowhere else. */
  static final String PRINT = "print";

  /** Sheets go to a printer, or into a folder where people choose that on the day. */
  static final String PRINT_OR_SAVE = "print-or-save";

  /** Sheets go into a folder. */
  static final String SAVE = "save";

  /** Where sheets came out. */
  static final Fact<String> WHERE = Fact.text("queue.from");

  /** What was left of them there at the end. */
  static final Fact<String> LEFT = Fact.text("queue.left");

  @Override
  public String print(String name, Secret pdf) throws ProblemException {
    return print(name, pdf, Progress.NONE);
  }

  @Override
  public String print(String name, Secret pdf, Progress progress) throws ProblemException {
    return switch (sink.send(name, pdf, progress)) {
      case Printed.ToFile saved -> saved.file().getFileName().toString();
      case Printed.OnPaper(String job) -> job;
    };
  }

  @Override
  public Optional<Needs.Queue> queue() {
    return sink instanceof PrintQueue queue
        ? Optional.of(new Needs.Queue(queue.name(), queue.isReady()))
        : Optional.empty();
  }

  @Override
  public Cleared clear() {
    return new Cleared(sink.name(), sink.clear().name().toLowerCase(Locale.ROOT));
  }

  /** Whether the plan of a ceremony wants a printer. */
  public static boolean isPlanned(Ceremony ceremony) {
    return !output(ceremony.plan()).equals(SAVE);
  }

  /** Whether the plan allows a folder instead, chosen on the day. */
  public static boolean maySave(Ceremony ceremony) {
    return !output(ceremony.plan()).equals(PRINT);
  }

  /** On which paper the sheets of a ceremony are printed. */
  public static PaperSize paper(Ceremony ceremony) {
    return paper(ceremony.plan());
  }

  static PaperSize paper(Facts plan) {
    return PaperSize.valueOf(plan.get(PlanFields.PAPER).toUpperCase(Locale.ROOT));
  }

  private static String output(Facts plan) {
    return plan.find(PlanFields.OUTPUT).orElse(SAVE);
  }

  /** The last sheets, and where a printer is planned, the emptying of its queue behind them. */
  static Step[] closing(Facts plan, Perform... sheets) {
    List<Step> steps = new ArrayList<>(List.of(sheets));
    if (!output(plan).equals(SAVE)) {
      steps.add(emptyQueue());
    }
    return steps.toArray(Step[]::new);
  }

  /** Done also where a ceremony is given up. */
  private static Perform emptyQueue() {
    return new Perform(
        StepId.of("closing.queue"),
        Seat.OPERATOR,
        List.of(),
        Set.of(),
        Set.of(WHERE, LEFT),
        Printing::clear,
        Perform.Trait.LASTLY);
  }

  private static void clear(Desk desk) {
    Cleared cleared = desk.place().printer().clear();
    desk.put(WHERE, cleared.where());
    desk.put(LEFT, cleared.left());
  }
}
