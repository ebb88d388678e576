// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyrite.core.bytes.Bytes;

/**
 * A linear stretch of a ceremony, and how the next one follows from what is known at its end. What
 * depends on a device's content cannot be listed beforehand; it is a part of its own.
 *
 * @param sections in order
 * @param next the part that follows; pure
 */
public record Part(List<Section> sections, Continuation next) {
  /** Nothing follows. */
  public static final Continuation END = facts -> Optional.empty();

  /** Keeps its own copy of the sections. */
  public Part {
    sections = List.copyOf(sections);
  }

  /** A part after which nothing follows. */
  public static Part last(Section... sections) {
    return new Part(List.of(sections), END);
  }

  /** All steps, in order. */
  public List<Step> steps() {
    return sections.stream().flatMap(section -> section.steps().stream()).toList();
  }

  /** Whether another part may follow. */
  public boolean goesOn() {
    return next != END;
  }

  boolean touches(Set<StepId> some) {
    return steps().stream().anyMatch(step -> some.contains(step.id()));
  }

  /** The canonical text of the agenda: section and step ids with seats, free of any language. */
  public String canonical() {
    return sections.stream().map(section -> canonical(section, "")).collect(Collectors.joining());
  }

  private static String canonical(Section section, String indent) {
    StringBuilder text = new StringBuilder(indent + "section " + section.id() + "\n");
    for (Item item : section.items()) {
      switch (item) {
        case Section inner -> text.append(canonical(inner, indent + "  "));
        case Step step ->
            text.append(indent)
                .append("  ")
                .append(step.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT))
                .append(' ')
                .append(step.id())
                .append(" by ")
                .append(step.seat())
                .append('\n');
      }
    }
    return text.toString();
  }

  /** SHA-256 of the canonical text. */
  public Bytes hash() {
    return Bytes.of(canonical().getBytes(StandardCharsets.UTF_8)).sha256();
  }

  /** Says what follows, from what is known. */
  @FunctionalInterface
  public interface Continuation {
    /** The next part, or nothing at the end of the ceremony. */
    Optional<Part> next(Facts facts);
  }
}
