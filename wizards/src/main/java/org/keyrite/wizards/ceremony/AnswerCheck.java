// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/** Judges what a person entered, field by field and then together. */
final class AnswerCheck {
  private AnswerCheck() {}

  /** The facts as they are kept; throws the first problem. */
  static Facts of(Ask ask, Answers answers, Facts known) throws ProblemException {
    Facts facts = Facts.NONE;
    for (Field field : ask.fields()) {
      Optional<Problem> problem =
          switch (field.slot()) {
            case Fact<?> fact -> {
              String text = answers.facts().texts().getOrDefault(fact.name(), field.preset());
              facts = facts.with(Facts.ofTexts(Map.of(fact.name(), text.strip())));
              yield field.refuses(text);
            }
            case SecretSlot secret -> secret(field, answers.secrets().get(secret));
          };
      if (problem.isPresent()) {
        throw problem.get().asException();
      }
    }
    Optional<Problem> together = ask.whole().refuses(known.with(facts));
    if (together.isPresent()) {
      throw together.get().asException();
    }
    return facts;
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
