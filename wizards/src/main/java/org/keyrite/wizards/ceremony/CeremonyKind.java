// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import org.keyrite.core.problem.ProblemException;

/**
 * A line of the catalogue: a ceremony that can be planned. The planning screen, the plan file and
 * the plan in a journal are the same fields.
 *
 * <p>Texts: {@code kind.ID.name}, {@code kind.ID.what}.
 */
public interface CeremonyKind {
  /** The id in the catalogue: {@code dkek-quorum}. */
  String id();

  /** What has to be decided, with presets where there is a usual answer. */
  List<Field> planning();

  /**
   * The plan with these decisions; fields that are missing take their presets.
   *
   * @throws ProblemException if the decisions do not go together
   */
  Plan plan(Facts decided) throws ProblemException;

  /** The decisions with presets for those that are missing. */
  default Facts complete(Facts decided) {
    Facts facts = Facts.NONE;
    for (Field field : planning()) {
      String given = decided.texts().getOrDefault(field.slot().name(), field.preset());
      facts = facts.with(Facts.ofTexts(java.util.Map.of(field.slot().name(), given)));
    }
    return facts;
  }
}
