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
 * @param facts purpose, organisation, place, laptop and the like
 * @param people who took part
 * @param agendaHash the hash that was read aloud at the start
 * @param steps what happened
 * @param tables shares, files, devices, attestations
 * @param lastLine which line of the journal is the last
 * @param lastHash the hash of that line
 */
public record RecordSheet(
    SheetFrame frame,
    String ended,
    List<Row> facts,
    List<Person> people,
    Bytes agendaHash,
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
   * @param number its number
   * @param title what it is
   * @param who the seat that acted
   * @param expected what should come out, may be empty
   * @param observed what came out, may be empty
   * @param confirmed how it was confirmed
   * @param utc when it began and ended
   * @param initials whose initials it has
   * @param exception whether it is a note of something out of the ordinary
   */
  public record Step(
      String number,
      String title,
      String who,
      String expected,
      String observed,
      String confirmed,
      String utc,
      String initials,
      boolean exception) {}

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
