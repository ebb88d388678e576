// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/** Judges what a person entered, field by field and then together. */
final class AnswerCheck {
  private AnswerCheck() {}

  /**
   * The facts as they are kept; throws the first problem. What was entered before and stays is
   * taken from what is known, whatever the answers say.
   */
  static Facts of(Ask ask, Answers answers, CeremonyState state) throws ProblemException {
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
            case SecretSlot secret -> secret(field, answers.secrets().get(secret));
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

  private static Optional<Problem> secret(Field field, Secret given) {
    if (given == null || given.size() == 0) {
      return Optional.of(new PlanProblem.ValueMissing());
    }
    if (!(field.editor() instanceof Editor.NewPassphrase(int shortest))) {
      return Optional.empty();
    }
    if (!given.use(AnswerCheck::isPlain)) {
      return Optional.of(new PlanProblem.PassphraseNotPlain());
    }
    return given.size() < shortest
        ? Optional.of(new PlanProblem.TextTooShort(given.size(), shortest))
        : Optional.empty();
  }

  /** Printable ASCII, which every keyboard and every tool writes alike. */
  private static boolean isPlain(byte[] utf8) {
    for (byte b : utf8) {
      if (b < 0x20 || b > 0x7E) {
        return false;
      }
    }
    return true;
  }
}
