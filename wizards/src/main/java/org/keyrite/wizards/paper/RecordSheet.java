// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;
import org.keyrite.core.bytes.Bytes;

/**
 * The record of a ceremony, made from its journal. Every text is already in the language of the
 * page.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param ended when it ended, in UTC
 * @param facts what the ceremony is for
 * @param people who took part
 * @param agendaHash the hash that was read aloud at the start
 * @param before what was planned and what is to be known beforehand
 * @param steps what happened
 * @param tables devices, keys, shares, files, attestations
 * @param lastLine which line of the journal is the last
 * @param lastHash the hash of that line
 */
public record RecordSheet(
    SheetFrame frame,
    String ended,
    List<Row> facts,
    List<Person> people,
    Bytes agendaHash,
    Table before,
    List<Step> steps,
    List<Table> tables,
    int lastLine,
    Bytes lastHash)
    implements Sheet {
  /** Keeps its own copies of the lists. */
  public RecordSheet {
    facts = List.copyOf(facts);
    people = List.copyOf(people);
    steps = List.copyOf(steps);
    tables = List.copyOf(tables);
  }

  /**
   * One step as it was done.
   *
   * @param number its number, empty for what happened beside the agenda
   * @param title what it is
   * @param expected what was to be done, as it was shown; may be empty
   * @param observed what came out
   * @param confirmed how it was confirmed, may be empty
   * @param who the seat that acted and the person in it, may be empty
   * @param utc when it began and ended
   * @param initials of that person
   * @param exception whether it was out of the ordinary
   */
  public record Step(
      String number,
      String title,
      String expected,
      List<Row> observed,
      String confirmed,
      String who,
      String utc,
      String initials,
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
    /** Keeps its own copies; every row is full. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(row.size() + " values, " + columns.size());
        }
      }
    }
  }
}
