// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Practice;

/**
 * The story of a ceremony in one language, for somebody who was not there: made from the journal
 * and nothing else. Neither text nor paper yet; {@link TranscriptText} makes the one, sheets the
 * other. Every text is in the language of the transcript, every time in UTC.
 *
 * @param title what the ceremony was
 * @param practice what it counts for
 * @param facts what is to be known beforehand: ids, the plan, the program, beginning and end
 * @param people who took part, in the end
 * @param agendaHash the hash of the agenda
 * @param steps everything that happened, in order
 * @param tables devices, keys, shares, files, what was voided, attestations; only those with
 *     something in them
 * @param lastLine how many lines the journal has
 * @param lastHash the hash of the last of them
 */
public record Transcript(
    String title,
    Practice practice,
    List<Labelled> facts,
    List<Labelled> people,
    Bytes agendaHash,
    List<Step> steps,
    List<Table> tables,
    int lastLine,
    Bytes lastHash) {
  /** Keeps its own copies of the lists. */
  public Transcript {
    facts = List.copyOf(facts);
    people = List.copyOf(people);
    steps = List.copyOf(steps);
    tables = List.copyOf(tables);
  }

  /** A value and what it is called. */
  public record Labelled(String label, String value) {}

  /**
   * Something that happened.
   *
   * @param number of the step in the agenda; empty where it was none
   * @param title what it was
   * @param expected what was to be done, as it was shown; empty where it was none
   * @param who the seat and the person in it; empty where nobody acted
   * @param person who acted; empty where nobody did, or nobody was known yet
   * @param observed what came out
   * @param confirmed how it was confirmed; empty where it was not
   * @param began when it began
   * @param ended when it ended
   * @param exception whether it was out of the ordinary
   */
  public record Step(
      String number,
      String title,
      String expected,
      String who,
      String person,
      List<Labelled> observed,
      String confirmed,
      Instant began,
      Instant ended,
      boolean exception) {
    /** Keeps its own copy of the list. */
    public Step {
      observed = List.copyOf(observed);
    }
  }

  /**
   * Something listed.
   *
   * @param title the heading
   * @param columns the heads of the columns
   * @param rows as many values a row as there are columns
   */
  public record Table(String title, List<String> columns, List<List<String>> rows) {
    /** Keeps its own copies. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Tells a journal.
   *
   * @param entries all of them, from the first; the ceremony need not be over
   * @param lastHash the hash of the last line
   * @throws IllegalStateException if the entries are not of this ceremony
   */
  public static Transcript of(
      Ceremony ceremony, List<Entry> entries, Bytes lastHash, Messages messages) {
    Entry.Started started = (Entry.Started) entries.getFirst();
    StepTeller steps = new StepTeller(messages, ceremony);
    entries.forEach(steps::tell);
    CeremonyState end = steps.state();
    Optional<Entry> last = Optional.of(entries.getLast()).filter(entry -> end.ended());
    TableTeller tables = new TableTeller(messages, end, entries);
    return new Transcript(
        messages.text("kind." + ceremony.kind() + ".name"),
        Practice.of(entries),
        tables.facts(started, last.map(Entry::at)),
        tables.people(),
        started.agenda(),
        steps.told(),
        tables.all(),
        entries.size(),
        lastHash);
  }
}
