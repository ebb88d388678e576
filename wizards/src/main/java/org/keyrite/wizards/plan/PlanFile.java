// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.plan;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;

/**
 * What was decided in a file before a ceremony. Its words are the planning fields of the ceremony,
 * and {@code ceremony}, which may say for which one it is meant.
 */
public final class PlanFile {
  private static final String CEREMONY = "ceremony";

  private PlanFile() {}

  /**
   * Reads a plan. Fields that it leaves out take their presets.
   *
   * @throws ProblemException naming the line of what is refused, or the field that is missing
   */
  public static Facts read(Path file, CeremonyKind kind) throws ProblemException {
    return decide(FlatYaml.read(file), kind);
  }

  /**
   * The words that a file of decisions or answers has, in its order; not what they are answered
   * with.
   *
   * @throws ProblemException naming the line that cannot be read
   */
  public static List<String> words(Path file) throws ProblemException {
    return List.copyOf(FlatYaml.read(file).values().keySet());
  }

  static Facts decide(FlatYaml yaml, CeremonyKind kind) throws ProblemException {
    Map<String, Field> fields = new HashMap<>();
    kind.planning().forEach(field -> fields.put(field.slot().name(), field));
    Facts facts = Facts.NONE;
    for (Map.Entry<String, FlatYaml.Value> entry : yaml.values().entrySet()) {
      String word = entry.getKey();
      FlatYaml.Value value = entry.getValue();
      if (word.equals(CEREMONY)) {
        require(yaml, word, value, otherCeremony(value.text(), kind));
        continue;
      }
      Field field = fields.remove(word);
      if (field == null) {
        throw new PlanProblem.UnknownPlanKey(yaml.path(), value.line(), word).asException();
      }
      require(yaml, word, value, field.refuses(value.text()));
      facts = facts.with(Facts.ofTexts(Map.of(word, value.text().strip())));
    }
    for (Field left : kind.planning()) {
      String name = left.slot().name();
      if (fields.containsKey(name) && left.refuses(left.preset()).isPresent()) {
        throw new PlanProblem.PlanKeyMissing(yaml.path(), name).asException();
      }
    }
    return facts;
  }

  private static Optional<Problem> otherCeremony(String text, CeremonyKind kind) {
    return text.equals(kind.id())
        ? Optional.empty()
        : Optional.of(new PlanProblem.NoSuchChoice(text, kind.id()));
  }

  private static void require(
      FlatYaml yaml, String word, FlatYaml.Value value, Optional<Problem> refused)
      throws ProblemException {
    if (refused.isPresent()) {
      throw new PlanProblem.PlanLine(yaml.path(), value.line(), word, refused.get()).asException();
    }
  }
}
