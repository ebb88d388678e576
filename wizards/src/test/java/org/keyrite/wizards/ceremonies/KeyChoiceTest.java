// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.StepId;

/** On a list in which 1, 2, 3, 5, 6 and 12 can be chosen. */
class KeyChoiceTest {
  private static final StepId ID = StepId.of("keyBackup.choose");
  private static final Fact<List<ListedKey>> LIST = KeyBackupSteps.LISTED;
  private static final List<ListedKey> POSSIBLE =
      Stream.of(1, 2, 3, 5, 6, 12)
          .map(n -> new ListedKey("POSSIBLE", n, "Key " + n, "AES-128", "0" + n, ""))
          .toList();
  private static final Ask MANY = KeyChoice.ask(ID, LIST, POSSIBLE);
  private static final Ask EACH = KeyChoice.numbers(ID, LIST, POSSIBLE);

  private static Optional<Problem> refused(Ask ask, String typed) {
    return ask.whole().refuses(Facts.NONE.with(KeyChoice.CHOSEN, typed));
  }

  /** What the people are told, which is what is taken. */
  private static List<Integer> understood(Ask ask, String typed) {
    assertEquals(Optional.empty(), refused(ask, typed), typed);
    Facts entered = Facts.NONE.with(KeyChoice.CHOSEN, typed);
    List<ListedKey> told = ask.whole().understood(entered).get(LIST);
    assertEquals(told, KeyChoice.taken(entered, POSSIBLE));
    return told.stream().map(ListedKey::number).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", " All ", "alle", "ALLE"})
  void takesAllByTheWordOfAnyLanguage(String typed) {
    assertEquals(List.of(1, 2, 3, 5, 6, 12), understood(MANY, typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1, 2, 3, 12", "12 3 2 1", "1-3,12", "1 - 3; 12", "12, 1\u20133", "1-2 ,3,012"})
  void takesNumbersAndRangesInTheOrderOfTheList(String typed) {
    assertEquals(List.of(1, 2, 3, 12), understood(MANY, typed));
  }

  @Test
  void takesSingleNumbersWhereEachCounts() {
    assertEquals(List.of(5, 12), understood(EACH, "12, 5,"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4               | 4
          0               | 0
          x               | x
          1, x, y         | x
          1, 7            | 7
          2-5             | 4
          3-1             | 3-1
          2-2             | 2-2
          1-2-3           | 1-2-3
          1 -             | 1-
          -1              | -1
          all, 1          | all
          1 2 1000        | 1000
          1, 234567890123 | 234567890123
          ,               | ,
          """)
  void namesTheEntryThatCannotBeChosen(String typed, String entry) {
    assertEquals(Optional.of(new KeyProblem.NoSuchKeys(entry)), refused(MANY, typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "alle", "1-3", "0"})
  void takesNothingAtOnceWhereEachCounts(String typed) {
    assertEquals(Optional.of(new KeyProblem.NoSuchKeys(typed)), refused(EACH, typed));
  }

  @ParameterizedTest
  @CsvSource({"'1, 1', 1", "'1-3, 2', 2", "'5 12 05', 5"})
  void namesTheKeyThatIsNamedTwice(String typed, int number) {
    assertEquals(Optional.of(new KeyProblem.KeyNamedTwice(number)), refused(MANY, typed));
  }

  @Test
  void whatHindersThemTogetherIsSaid() {
    Problem full = new KeyProblem.NoFreeKey();
    Ask ask =
        KeyChoice.ask(
            ID, LIST, POSSIBLE, taken -> taken.size() > 2 ? Optional.of(full) : Optional.empty());
    assertEquals(Optional.of(full), refused(ask, "1-3"));
    assertEquals(List.of(1, 2), understood(ask, "1-2"));
  }
}
