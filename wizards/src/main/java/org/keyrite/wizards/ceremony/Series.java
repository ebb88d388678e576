// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyrite.i18n.Message;

/**
 * Work that is done once for each of several keys ({@link Perform.Trait#KEY_BY_KEY}), one after the
 * other without anything between: which of them it is, and how long the rest will take if it goes
 * on as it went. That is told by the times of the journal alone, so that it is the same after a
 * resume.
 *
 * @param at which of them, from 1
 * @param of how many there are
 * @param left how long this one and those after it will take; nothing while none is through
 */
public record Series(int at, int of, Optional<Duration> left) {
  private static final long CALM_SECONDS = 20;
  private static final long STEP_SECONDS = 5;
  private static final long MOST_SECONDS = 90;
  private static final long MINUTE = 60;
  private static final long SECOND = 1000;

  /** The series that this work is one of, if it is not alone. */
  public static Optional<Series> of(CeremonyState state, Perform work) {
    List<Agenda.Row> rows = state.agenda().rows();
    int here = state.agenda().row(work.id()).number() - 1;
    int first = here;
    while (first > 0 && isNext(rows.get(first - 1), rows.get(here))) {
      first--;
    }
    int end = here + 1;
    while (end < rows.size() && isNext(rows.get(end), rows.get(here))) {
      end++;
    }
    if (end - first == 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Series(here - first + 1, end - first, left(state, rows.subList(first, end))));
  }

  private static boolean isNext(Agenda.Row one, Agenda.Row other) {
    return one.step() instanceof Perform work
        && work.keyByKey()
        && one.step().id().key().equals(other.step().id().key())
        && one.path().equals(other.path());
  }

  private static Optional<Duration> left(CeremonyState state, List<Agenda.Row> rows) {
    Duration spent = Duration.ZERO;
    int through = 0;
    for (Agenda.Row row : rows) {
      Optional<Duration> took = state.took(row.step().id());
      if (took.isPresent()) {
        spent = spent.plus(took.get());
        through++;
      }
    }
    long open = rows.stream().filter(row -> !state.isDone(row.step().id())).count();
    return through == 0
        ? Optional.empty()
        : Optional.of(spent.multipliedBy(open).dividedBy(through));
  }

  /** Both in a few words. */
  public Message text() {
    return left.map(rest -> Message.of("series.left", at, of, calm(rest)))
        .orElse(Message.of("series.at", at, of));
  }

  /** Seconds below twenty, then steps of five, then whole minutes, each rounded up. */
  private static Message calm(Duration rest) {
    long seconds = (rest.toMillis() + SECOND - 1) / SECOND;
    if (seconds > MOST_SECONDS) {
      return Message.of("series.minutes", (seconds + MINUTE - 1) / MINUTE);
    }
    return Message.of(
        "series.seconds",
        seconds < CALM_SECONDS
            ? seconds
            : (seconds + STEP_SECONDS - 1) / STEP_SECONDS * STEP_SECONDS);
  }
}
