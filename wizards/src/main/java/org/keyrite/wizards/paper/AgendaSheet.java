// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;
import org.keyrite.core.bytes.Bytes;

/**
 * The agenda: the script of a ceremony, read before it begins. Every text is already in the
 * language of the page.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param purpose one or two sentences on what the ceremony is for
 * @param facts what was planned
 * @param seats who takes part; names are filled in by hand where empty
 * @param hash the agenda hash, read aloud at the start
 * @param sections the steps
 */
public record AgendaSheet(
    SheetFrame frame,
    String purpose,
    List<Row> facts,
    List<Person> seats,
    Bytes hash,
    List<Section> sections)
    implements Sheet {
  /** Keeps its own copies of the lists. */
  public AgendaSheet {
    facts = List.copyOf(facts);
    seats = List.copyOf(seats);
    sections = List.copyOf(sections);
  }

  /**
   * Some steps under one heading.
   *
   * @param title the heading
   * @param lines the steps in order
   */
  public record Section(String title, List<Line> lines) {
    /** Keeps its own copy of the list. */
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One step.
   *
   * @param number its number
   * @param title what it is
   * @param who the seat that acts
   * @param text what is done, empty if the title says it
   */
  public record Line(String number, String title, String who, String text) {}
}
