// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.keyrite.core.problem.KeyProblem.KeyNamedTwice;
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

/**
 * Which keys of a list people take: all that can be chosen, or some by their numbers. What they
 * typed is told back in the words of the list.
 */
final class KeyChoice {
  /** What was typed. */
  static final Fact<String> CHOSEN = Fact.text("keys.chosen");

  private static final String ALL = "all";

  /** The word in every language, so that it does not matter in which one somebody thinks. */
  private static final Set<String> WORDS_FOR_ALL = Set.of(ALL, "alle");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,3})-([0-9]{1,3})");
  private static final Pattern DASH = Pattern.compile("\\s*[-\u2013]\\s*");
  private static final Pattern PARTING = Pattern.compile("[,;\\s]+");
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
    return ask(
        id,
        new Field(CHOSEN, new Editor.Text(1, LONGEST)).preset(ALL),
        new Choice(list, possible, together, true));
  }

  /**
   * Asks for keys by their numbers only, one by one: nothing stands there before somebody types,
   * and several at once cannot be said.
   */
  static Ask numbers(StepId id, Fact<List<ListedKey>> list, List<ListedKey> possible) {
    return ask(
        id,
        new Field(CHOSEN, new Editor.Text(1, LONGEST)),
        new Choice(list, possible, taken -> Optional.empty(), false));
  }

  private static Ask ask(StepId id, Field field, Choice choice) {
    return new Ask(
        id,
        Seat.OFFICER,
        List.of(choice.possible().size()),
        Set.of(choice.list()),
        List.of(choice.list()),
        List.of(field),
        choice);
  }

  /**
   * What may be typed.
   *
   * @param many whether several keys may be named at once, by a range or all
   */
  private record Choice(
      Fact<List<ListedKey>> list,
      List<ListedKey> possible,
      Function<List<ListedKey>, Optional<Problem>> together,
      boolean many)
      implements Ask.Whole {
    @Override
    public Optional<Problem> refuses(Facts entered) {
      try {
        return together.apply(chosen(entered.get(CHOSEN), possible, many));
      } catch (ProblemException e) {
        return Optional.of(e.problem());
      }
    }

    @Override
    public Facts understood(Facts entered) {
      return Facts.NONE.with(list, taken(entered, possible));
    }
  }

  /** The keys that were taken. */
  static List<ListedKey> taken(Facts facts, List<ListedKey> possible) {
    try {
      return chosen(facts.get(CHOSEN), possible, true);
    } catch (ProblemException e) {
      throw new IllegalStateException("judged when it was entered", e);
    }
  }

  private static List<ListedKey> chosen(String typed, List<ListedKey> possible, boolean many)
      throws ProblemException {
    String text = DASH.matcher(typed.strip()).replaceAll("-");
    if (many && WORDS_FOR_ALL.contains(text.toLowerCase(Locale.ROOT))) {
      return possible;
    }
    List<Integer> numbers = new ArrayList<>();
    for (String word : PARTING.split(text)) {
      numbers.addAll(named(word, many));
    }
    Map<Integer, ListedKey> keys = new HashMap<>();
    possible.forEach(key -> keys.put(key.number(), key));
    Set<Integer> taken = new HashSet<>();
    for (int number : numbers) {
      if (!keys.containsKey(number)) {
        throw new NoSuchKeys(Integer.toString(number)).asException();
      }
      if (!taken.add(number)) {
        throw new KeyNamedTwice(number).asException();
      }
    }
    if (taken.isEmpty()) {
      throw new NoSuchKeys(text).asException();
    }
    return possible.stream().filter(key -> taken.contains(key.number())).toList();
  }

  /** The numbers that a word stands for; none for an empty one, which stands before a comma. */
  private static List<Integer> named(String word, boolean many) throws ProblemException {
    Matcher range = RANGE.matcher(word);
    if (many && range.matches()) {
      int first = Integer.parseInt(range.group(1));
      int last = Integer.parseInt(range.group(2));
      if (first < last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
      }
    } else if (NUMBER.matcher(word).matches()) {
      return List.of(Integer.valueOf(word));
    } else if (word.isEmpty()) {
      return List.of();
    }
    throw new NoSuchKeys(word).asException();
  }
}
