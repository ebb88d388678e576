// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;

/** The two sentences of a problem. A problem inside a problem is told by what happened. */
public final class Sentences {
  private Sentences() {}

  /** What happened. */
  public static Message what(Problem problem) {
    return sentence(problem, ".what");
  }

  /** What to do next. */
  public static Message next(Problem problem) {
    return sentence(problem, ".next");
  }

  private static Message sentence(Problem problem, String ending) {
    List<Object> arguments = new ArrayList<>();
    for (Object argument : problem.arguments()) {
      arguments.add(argument instanceof Problem inner ? what(inner) : argument);
    }
    return new Message(problem.key() + ending, arguments);
  }
}
