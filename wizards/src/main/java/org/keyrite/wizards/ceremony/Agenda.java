// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a ceremony in order, each with its number and the sections around it.
 *
 * @param rows all steps
 */
public record Agenda(List<Row> rows) {
  /** Keeps its own copy of the rows. */
  public Agenda {
    rows = List.copyOf(rows);
  }

  /**
   * A step in its place.
   *
   * @param number from 1
   * @param path the sections around it, the outermost first
   */
  public record Row(int number, Step step, List<Section> path) {
    /** Whether the step stands in this section, at any depth. */
    public boolean in(StepId section) {
      return path.stream().anyMatch(around -> around.id().equals(section));
    }
  }

  /** The agenda of these parts, one after the other. */
  public static Agenda of(List<Part> parts) {
    List<Row> rows = new ArrayList<>();
    for (Part part : parts) {
      for (Section section : part.sections()) {
        add(section, List.of(), rows);
      }
    }
    return new Agenda(rows);
  }

  private static void add(Section section, List<Section> around, List<Row> rows) {
    List<Section> path = new ArrayList<>(around);
    path.add(section);
    for (Item item : section.items()) {
      switch (item) {
        case Section inner -> add(inner, path, rows);
        case Step step -> rows.add(new Row(rows.size() + 1, step, List.copyOf(path)));
      }
    }
  }

  /** The row of a step, if there is one. */
  public Optional<Row> find(StepId id) {
    return rows.stream().filter(row -> row.step().id().equals(id)).findFirst();
  }

  /** The row of a step. */
  public Row row(StepId id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no step " + id));
  }

  /** The row that yields this slot, if a step does. */
  public Optional<Row> origin(Slot slot) {
    return rows.stream()
        .filter(row -> row.step().yields().stream().anyMatch(s -> s.name().equals(slot.name())))
        .findFirst();
  }

  /** All steps of a section, at any depth. */
  public List<Row> in(StepId section) {
    return rows.stream().filter(row -> row.in(section)).toList();
  }
}
