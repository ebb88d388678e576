// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/** Judges what a person entered, field by field and then together. */
final class AnswerCheck {
  private AnswerCheck() {}

  /**
   * The facts as they are kept; throws the first problem. What was entered before and stays is
   * taken from what is known, whatever the answers say.
   *
   * @param practice whether PINs may be those that stand in manuals
   */
  static Facts of(Ask ask, Answers answers, CeremonyState state, boolean practice)
      throws ProblemException {
    requireOwn(ask, answers);
    List<Field> open = state.fields(ask);
    Facts facts = Facts.NONE;
    for (Field field : ask.fields()) {
      Optional<Problem> problem =
          switch (field.slot()) {
            case Fact<?> fact -> {
              String text =
                  open.contains(field)
                      ? answers.facts().texts().getOrDefault(fact.name(), field.preset())
                      : state.facts().texts().get(fact.name());
              Optional<Problem> refused = field.refuses(text);
              if (refused.isEmpty()) {
                facts = facts.with(Facts.ofTexts(Map.of(fact.name(), canonical(fact, text))));
              }
              yield refused;
            }
            case SecretSlot secret ->
                SecretCheck.refuses(field.editor(), answers.secrets().get(secret), practice);
          };
      if (problem.isPresent()) {
        throw problem.get().asException();
      }
    }
    Optional<Problem> together = ask.whole().refuses(state.facts().with(facts));
    if (together.isPresent()) {
      throw together.get().asException();
    }
    return facts;
  }

  private static void requireOwn(Ask ask, Answers answers) {
    Set<String> own = ask.yields().stream().map(Slot::name).collect(Collectors.toSet());
    Set<String> given =
        answers.secrets().keySet().stream().map(SecretSlot::name).collect(Collectors.toSet());
    if (!own.containsAll(given) || !own.containsAll(answers.facts().texts().keySet())) {
      throw new IllegalStateException(
          ask.id() + " asks for " + own + ", not " + given + answers.facts().texts().keySet());
    }
  }

  /** One way of writing each value: without blanks around it, numbers without a plus. */
  private static <T> String canonical(Fact<T> fact, String text) {
    return fact.codec().encode().apply(fact.codec().decode().apply(text.strip()));
  }
}
