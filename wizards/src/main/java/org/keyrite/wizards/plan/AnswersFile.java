// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.plan;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.keyrite.wizards.ceremony.StepId;

/**
 * Answers to the questions of a ceremony, given in a file: slots with values, and ids of sentences
 * that are to be confirmed with {@code yes}. Secrets and confirmations stand in such a file only
 * where nothing depends on them, or where somebody said that nobody attends.
 *
 * <p>What a ceremony asks in its first part is judged when the file is read. Where further parts
 * follow, nobody knows yet what they ask; other words are kept for them and judged when they come.
 *
 * <p>A secret in a file is a text in memory for as long as the program runs: it was no secret of a
 * person before.
 */
public final class AnswersFile {
  /** No answers. */
  public static final AnswersFile NONE = new AnswersFile("", Map.of(), true);

  /** The only way to confirm a sentence in a file. */
  private static final String YES = "yes";

  private final String path;
  private final Map<String, FlatYaml.Value> values;
  private final boolean attended;

  private AnswersFile(String path, Map<String, FlatYaml.Value> values, boolean attended) {
    this.path = path;
    this.values = Map.copyOf(values);
    this.attended = attended;
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
    Set<String> sentences = new HashSet<>();
    for (Agenda.Row row : Agenda.of(List.of(ceremony.first())).rows()) {
      switch (row.step()) {
        case Ask ask -> ask.fields().forEach(field -> fields.put(field.slot().name(), field));
        case Attest attest -> sentences.add(attest.id().toString());
        default -> {
          // Work and devices are not answered.
        }
      }
    }
    boolean goesOn = ceremony.first().goesOn();
    AnswersFile answers = new AnswersFile(yaml.path(), yaml.values(), attended);
    for (Map.Entry<String, FlatYaml.Value> entry : yaml.values().entrySet()) {
      String word = entry.getKey();
      Optional<Field> field = Optional.ofNullable(fields.get(word));
      if (field.isPresent() || sentences.contains(word)) {
        answers.judge(word, field);
      } else if (!goesOn) {
        throw new PlanProblem.UnknownPlanKey(yaml.path(), entry.getValue().line(), word)
            .asException();
      }
    }
    return answers;
  }

  /** Without a field, the word is a sentence. */
  private void judge(String word, Optional<Field> field) throws ProblemException {
    FlatYaml.Value value = values.get(word);
    boolean personal = field.isEmpty() || field.get().slot() instanceof SecretSlot;
    if (personal && attended) {
      throw new PlanProblem.AnswerIsPersonal(path, value.line(), word).asException();
    }
    Optional<Problem> refused = refuses(field, value.text());
    if (refused.isPresent()) {
      throw new PlanProblem.PlanLine(path, value.line(), word, refused.get()).asException();
    }
  }

  private static Optional<Problem> refuses(Optional<Field> field, String text) {
    if (field.isEmpty()) {
      return text.equals(YES)
          ? Optional.empty()
          : Optional.of(new PlanProblem.NoSuchChoice(text, YES));
    }
    return switch (field.get().slot()) {
      case Fact<?> _ -> field.get().refuses(text);
      case SecretSlot _ ->
          text.isEmpty() ? Optional.of(new PlanProblem.ValueMissing()) : Optional.empty();
    };
  }

  /**
   * The answer for this field, if the file has one.
   *
   * @throws ProblemException naming its line, if it cannot be taken
   */
  public Optional<String> text(Field field) throws ProblemException {
    String word = field.slot().name();
    if (!values.containsKey(word)) {
      return Optional.empty();
    }
    judge(word, Optional.of(field));
    return Optional.of(values.get(word).text());
  }

  /** Whether it answers nothing. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * Whether the file confirms the sentence of this step.
   *
   * @throws ProblemException naming its line, if a file may not or does not say yes
   */
  public boolean confirms(StepId step) throws ProblemException {
    String word = step.toString();
    if (!values.containsKey(word)) {
      return false;
    }
    judge(word, Optional.empty());
    return true;
  }
}
