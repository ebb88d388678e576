// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.keyrite.core.problem.KeyProblem.NoSuchKeys;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.StepId;

/** Which keys of a list people take: all that can be chosen, or some by their numbers. */
final class KeyChoice {
  /** What was typed. */
  static final Fact<String> CHOSEN = Fact.text("keys.chosen");

  private static final String ALL = "all";
  private static final String PARTING = "[,;\\s]+";
  private static final int LONGEST = 1000;

  private KeyChoice() {}

  /** Asks for the keys that are taken, of those that can be. */
  static Ask ask(StepId id, Fact<List<ListedKey>> list, List<ListedKey> possible) {
    return ask(id, list, possible, taken -> Optional.empty());
  }

  /**
   * The same, where not all go together.
   *
   * @param together what hinders keys from being taken together, if anything
   */
  static Ask ask(
      StepId id,
      Fact<List<ListedKey>> list,
      List<ListedKey> possible,
      Function<List<ListedKey>, Optional<Problem>> together) {
    return new Ask(
        id,
        Seat.OFFICER,
        List.of(possible.size()),
        Set.of(list),
        List.of(list),
        List.of(new Field(CHOSEN, new Editor.Text(1, LONGEST)).preset(ALL)),
        entered ->
            refuses(entered.get(CHOSEN), possible)
                .or(() -> together.apply(taken(entered, possible))));
  }

  /**
   * Asks for keys by their numbers only: nothing stands there before somebody types, and all at
   * once cannot be said.
   *
   * @param most how many may be taken
   */
  static Ask numbers(StepId id, Fact<List<ListedKey>> list, List<ListedKey> possible, int most) {
    return new Ask(
        id,
        Seat.OFFICER,
        List.of(possible.size()),
        Set.of(list),
        List.of(list),
        List.of(new Field(CHOSEN, new Editor.Text(1, LONGEST))),
        entered -> {
          String text = entered.get(CHOSEN);
          boolean isOfNumbers =
              !text.strip().equalsIgnoreCase(ALL) && text.strip().split(PARTING).length <= most;
          return isOfNumbers ? refuses(text, possible) : Optional.of(new NoSuchKeys(text.strip()));
        });
  }

  private static Optional<Problem> refuses(String text, List<ListedKey> possible) {
    try {
      chosen(text, possible);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  /** The keys that were taken. */
  static List<ListedKey> taken(Facts facts, List<ListedKey> possible) {
    try {
      return chosen(facts.get(CHOSEN), possible);
    } catch (ProblemException e) {
      throw new IllegalStateException("judged when it was entered", e);
    }
  }

  private static List<ListedKey> chosen(String text, List<ListedKey> possible)
      throws ProblemException {
    if (text.strip().equalsIgnoreCase(ALL)) {
      return possible;
    }
    Set<Integer> numbers = new TreeSet<>();
    for (String word : text.strip().split(PARTING)) {
      if (!word.matches("[0-9]{1,3}") || !numbers.add(Integer.valueOf(word))) {
        throw new NoSuchKeys(text.strip()).asException();
      }
    }
    List<ListedKey> taken =
        possible.stream().filter(key -> numbers.contains(key.number())).toList();
    if (taken.size() != numbers.size()) {
      throw new NoSuchKeys(text.strip()).asException();
    }
    return taken;
  }
}
