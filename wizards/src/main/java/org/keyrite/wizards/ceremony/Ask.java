// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyrite.core.problem.Problem;

/**
 * A person enters values.
 *
 * @param shown what people look at while they answer, such as the list they choose from
 * @param fields what is entered, in order
 * @param whole what is wrong with the values together, if each alone is right
 */
public record Ask(
    StepId id,
    Seat seat,
    List<Object> words,
    Set<Slot> needs,
    List<Fact<?>> shown,
    List<Field> fields,
    Whole whole)
    implements Step {

  /** Keeps its own copies. */
  public Ask {
    words = List.copyOf(words);
    needs = Set.copyOf(needs);
    shown = List.copyOf(shown);
    if (!needs.containsAll(shown)) {
      throw new IllegalArgumentException(id + " shows what it does not need");
    }
    fields = List.copyOf(fields);
  }

  /** An ask beside which nothing is shown. */
  public Ask(
      StepId id, Seat seat, List<Object> words, Set<Slot> needs, List<Field> fields, Whole whole) {
    this(id, seat, words, needs, List.of(), fields, whole);
  }

  /** An ask whose fields are judged one by one only. */
  public static Ask of(StepId id, Seat seat, List<Object> words, Field... fields) {
    return new Ask(id, seat, words, Set.of(), List.of(fields), facts -> Optional.empty());
  }

  @Override
  public Set<Slot> yields() {
    return fields.stream().map(Field::slot).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public boolean undoable() {
    return true;
  }

  /** A pure check of all entered facts together. */
  @FunctionalInterface
  public interface Whole {
    /** What is wrong with them, if anything. */
    Optional<Problem> refuses(Facts entered);

    /**
     * What facts that are not refused stand for, told to people before they are taken: where few
     * characters choose much. Nothing where they say it themselves.
     */
    default Facts understood(Facts entered) {
      return Facts.NONE;
    }
  }
}
