// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.plan;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/**
 * Answers to the questions of a ceremony, given in a file: slots with values, and ids of sentences
 * that are to be confirmed with {@code yes}. Secrets and confirmations stand in such a file only
 * where nothing depends on them, or where somebody said that nobody attends.
 *
 * <p>A secret in a file is a text in memory for as long as the program runs: it was no secret of a
 * person before.
 */
public final class AnswersFile {
  /** No answers. */
  public static final AnswersFile NONE = new AnswersFile(Map.of());

  /** The only way to confirm a sentence in a file. */
  private static final String YES = "yes";

  private final Map<String, String> texts;

  private AnswersFile(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  /**
   * Reads answers for this ceremony.
   *
   * @param attended whether people attend whose secrets and words a file must not take the place of
   * @throws ProblemException naming the line of what is refused
   */
  public static AnswersFile read(Path file, Ceremony ceremony, boolean attended)
      throws ProblemException {
    return hold(FlatYaml.read(file), ceremony, attended);
  }

  static AnswersFile hold(FlatYaml yaml, Ceremony ceremony, boolean attended)
      throws ProblemException {
    Map<String, Field> fields = new HashMap<>();
    Map<String, Attest> sentences = new HashMap<>();
    for (Agenda.Row row : Agenda.of(java.util.List.of(ceremony.first())).rows()) {
      switch (row.step()) {
        case Ask ask -> ask.fields().forEach(field -> fields.put(field.slot().name(), field));
        case Attest attest -> sentences.put(attest.id().toString(), attest);
        default -> {
          // Work and devices are not answered.
        }
      }
    }
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, FlatYaml.Value> entry : yaml.values().entrySet()) {
      String word = entry.getKey();
      FlatYaml.Value value = entry.getValue();
      Field field = fields.get(word);
      if (field == null && !sentences.containsKey(word)) {
        throw new PlanProblem.UnknownPlanKey(yaml.path(), value.line(), word).asException();
      }
      boolean personal = field == null || field.slot() instanceof SecretSlot;
      if (personal && attended) {
        throw new PlanProblem.AnswerIsPersonal(yaml.path(), value.line(), word).asException();
      }
      Optional<Problem> refused = refuses(field, value.text());
      if (refused.isPresent()) {
        throw new PlanProblem.PlanLine(yaml.path(), value.line(), word, refused.get())
            .asException();
      }
      texts.put(word, value.text());
    }
    return new AnswersFile(texts);
  }

  private static Optional<Problem> refuses(Field field, String text) {
    if (field == null) {
      return text.equals(YES)
          ? Optional.empty()
          : Optional.of(new PlanProblem.NoSuchChoice(text, YES));
    }
    return switch (field.slot()) {
      case Fact<?> _ -> field.refuses(text);
      case SecretSlot _ ->
          text.isEmpty() ? Optional.of(new PlanProblem.ValueMissing()) : Optional.empty();
    };
  }

  /** The answer for this slot, if the file has one. */
  public Optional<String> text(Slot slot) {
    return Optional.ofNullable(texts.get(slot.name()));
  }

  /** Whether the file confirms the sentence of this step. */
  public boolean confirms(StepId step) {
    return texts.containsKey(step.toString());
  }
}
