// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;

/**
 * How a problem is told, in two sentences, and a fact, in words. A problem inside a problem is told
 * by what happened.
 */
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

  /** A fact as people read it: the words for a choice, anything else as it is. */
  public static String value(Messages messages, String factName, String text) {
    String key = "choice." + Fact.text(factName).family() + "." + text;
    return messages.has(key) ? messages.text(key) : text;
  }

  private static Message sentence(Problem problem, String ending) {
    List<Object> arguments = new ArrayList<>();
    for (Object argument : problem.arguments()) {
      arguments.add(argument instanceof Problem inner ? what(inner) : argument);
    }
    return new Message(problem.key() + ending, arguments);
  }
}
