// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.i18n.Message;

/**
 * A named group of steps: a row of the rail, a heading of the agenda, and what can be done again as
 * a whole. Sections nest one level.
 *
 * @param id its name, formed like a step's
 * @param words arguments of its title
 * @param items steps, and sections of steps
 */
public record Section(StepId id, List<Object> words, List<Item> items) implements Item {
  /** Refuses sections in sections in sections, and empty ones. */
  public Section {
    words = List.copyOf(words);
    items = List.copyOf(items);
    for (Item item : items) {
      if (item instanceof Section inner
          && inner.items.stream().anyMatch(Section.class::isInstance)) {
        throw new IllegalArgumentException("sections nest one level: " + inner.id);
      }
    }
    if (items.isEmpty()) {
      throw new IllegalArgumentException("section without steps: " + id);
    }
  }

  /** A section without arguments in its title. */
  public static Section of(String key, Item... items) {
    return new Section(StepId.of(key), List.of(), List.of(items));
  }

  /** All steps, inner sections included, in order. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Item item : items) {
      switch (item) {
        case Step step -> steps.add(step);
        case Section inner -> steps.addAll(inner.steps());
      }
    }
    return steps;
  }

  /** What the section is called. */
  public Message title() {
    return new Message("section." + id.key(), words);
  }
}
