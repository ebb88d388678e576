// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;

/** What an editor takes, checked alike in every shell. */
final class EditorLimits {
  /** So many characters are named that cannot stand there; more would bury the sentence. */
  private static final int MOST_NAMED = 8;

  private EditorLimits() {}

  static Optional<Problem> refuses(Slot slot, Editor editor, String text) {
    return switch (editor) {
      case Editor.Text limits -> text(limits, text);
      case Editor.Number limits -> number(limits, text);
      case Editor.Choice choice when !choice.options().contains(text) ->
          Optional.of(new PlanProblem.NoSuchChoice(text, String.join(", ", choice.options())));
      case Editor.OpenFile _ when text.isBlank() -> Optional.of(new PlanProblem.ValueMissing());
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> text(Editor.Text limits, String text) {
    int length = text.strip().codePointCount(0, text.strip().length());
    if (length < limits.shortest()) {
      return Optional.of(
          length == 0
              ? new PlanProblem.ValueMissing()
              : new PlanProblem.TextTooShort(length, limits.shortest()));
    }
    if (length > limits.longest()) {
      return Optional.of(new PlanProblem.TextTooLong(length, limits.longest()));
    }
    if (text.chars().anyMatch(Character::isISOControl) || !Visible.isPlain(text)) {
      return Optional.of(new PlanProblem.TextUnprintable());
    }
    List<String> lacking = limits.letters().lacking(text);
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlanProblem.LettersNotOnPaper(
                lacking.stream().limit(MOST_NAMED).collect(Collectors.joining(" "))));
  }

  private static Optional<Problem> number(Editor.Number limits, String text) {
    if (text.isBlank()) {
      return Optional.of(new PlanProblem.ValueMissing());
    }
    try {
      int number = Integer.parseInt(text.strip());
      return number < limits.least() || number > limits.most()
          ? Optional.of(new PlanProblem.NumberOutOfRange(number, limits.least(), limits.most()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.of(new PlanProblem.NotANumber(text));
    }
  }
}
