// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;

/**
 * How a problem is told, in two sentences, and a fact, in words. A problem inside a problem is told
 * by what happened.
 */
public final class Sentences {
  private static final String WHAT = ".what";

  private Sentences() {}

  /** What happened. */
  public static Message what(Problem problem) {
    return sentence(problem, WHAT);
  }

  /** What to do next. */
  public static Message next(Problem problem) {
    return sentence(problem, ".next");
  }

  /**
   * A fact as people read it: the words for a choice, anything else as it is. A fact may be a list
   * of choices with {@code ", "} between them, and a choice may be followed by arguments of its
   * words, with a blank before each: {@code jvm, device DENK0404144}. An item may also be the key
   * of a problem and what it has, which is told by what happened.
   */
  public static String value(Messages messages, String factName, String text) {
    return String.join(", ", values(messages, factName, text));
  }

  /** The same, with the items of a list of choices one by one; anything else is one item. */
  public static List<String> values(Messages messages, String factName, String text) {
    String choices = "choice." + Fact.text(factName).family() + ".";
    if (messages.has(choices + text)) {
      return List.of(messages.text(choices + text));
    }
    List<String> told = new ArrayList<>();
    for (String item : text.split(", ", -1)) {
      List<String> words = List.of(item.split(" ", -1));
      String key = choices + words.getFirst();
      told.add(
          Stream.of(key, words.getFirst() + WHAT)
              .filter(messages::has)
              .findFirst()
              .map(has -> ofTexts(messages, has, words.subList(1, words.size())))
              .orElse(item));
    }
    return told.equals(List.of(text.split(", ", -1))) ? List.of(text) : told;
  }

  /**
   * A sentence with arguments that were kept as texts; those that it writes as numbers become
   * numbers again.
   */
  public static String ofTexts(Messages messages, String key, List<String> texts) {
    MessageFormat sentence = new MessageFormat(messages.pattern(key), messages.language().locale());
    Format[] formats = sentence.getFormatsByArgumentIndex();
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      boolean number =
          i < formats.length
              && (formats[i] instanceof NumberFormat || formats[i] instanceof ChoiceFormat)
              && text.matches("-?[0-9]{1,18}");
      arguments.add(number ? (Object) Long.valueOf(text) : text);
    }
    return sentence.format(arguments.toArray());
  }

  private static Message sentence(Problem problem, String ending) {
    List<Object> arguments = new ArrayList<>();
    for (Object argument : problem.arguments()) {
      arguments.add(argument instanceof Problem inner ? what(inner) : argument);
    }
    return new Message(problem.key() + ending, arguments);
  }
}
