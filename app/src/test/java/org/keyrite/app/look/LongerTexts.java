// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.look;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

/**
 * A pseudo-language: the texts of a real one, each 40 percent longer by its own words once more, as
 * other languages may turn out to be. Placeholders and choices stay as they are.
 */
public final class LongerTexts {
  private static final double LONGER = 1.4;

  private LongerTexts() {}

  /** The longer texts of a language. */
  public static Messages of(Language language) {
    return Messages.in(language).with(LongerTexts::longer);
  }

  private static String longer(String key, String pattern) {
    // The forms of a word are looked for in other texts, and are not shown.
    return key.endsWith(".forms") ? pattern : longer(pattern);
  }

  private static String longer(String pattern) {
    String own = ownWords(pattern);
    List<String> words = new ArrayList<>(List.of(own.strip().split("\\s+")));
    words.removeIf(word -> word.codePoints().noneMatch(Character::isLetter));
    if (words.isEmpty()) {
      return pattern;
    }
    StringBuilder text = new StringBuilder(pattern);
    int wanted = (int) Math.ceil(own.length() * (LONGER - 1));
    for (int i = 0, added = 0; added < wanted; i++) {
      String word = words.get(i % words.size());
      text.append(' ').append(word);
      added += word.length() + 1;
    }
    return text.toString();
  }

  /** What stands outside of braces. */
  private static String ownWords(String pattern) {
    StringBuilder own = new StringBuilder();
    int depth = 0;
    for (char c : pattern.toCharArray()) {
      depth += c == '{' ? 1 : 0;
      if (depth == 0) {
        own.append(c);
      }
      depth -= c == '}' ? 1 : 0;
    }
    return own.toString();
  }
}
