// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;

/**
 * Who may not sit in two seats: two custodians are two people, the operator and the witness see no
 * share, and the witness touches no keyboard. The officer may be any of them.
 */
public final class SeatRules {
  private static final String PREFIX = "seat.";

  private SeatRules() {}

  /** What is wrong with the people in these seats, if anything. */
  public static Optional<Problem> refuses(Facts facts) {
    Map<String, String> seats = new HashMap<>();
    for (Map.Entry<String, String> fact : facts.texts().entrySet()) {
      if (!fact.getKey().startsWith(PREFIX) || fact.getKey().equals(PREFIX + Role.OFFICER.word())) {
        continue;
      }
      String before = seats.put(same(fact.getValue()), fact.getKey());
      if (before != null) {
        return Optional.of(new PlanProblem.SamePerson(fact.getValue().strip()));
      }
    }
    return Optional.empty();
  }

  /** Two ways of writing one name: case, blanks and composed letters do not tell people apart. */
  private static String same(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
