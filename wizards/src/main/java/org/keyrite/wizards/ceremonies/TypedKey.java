// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Optional;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.problem.KeyProblem.KeyTypedDiffers;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.StepId;

/**
 * What somebody types to say that a key, and no other, is meant: its label, or where that is none,
 * cannot be typed, or is that of another key too, the end of its fingerprint or ID, or else its
 * number.
 */
final class TypedKey {
  private static final int END = 8;

  private TypedKey() {}

  /** What was typed for a key. */
  static Fact<String> typed(int number) {
    return Fact.text("key[" + number + "].typed");
  }

  /** Asks the officer to name a key; the last word of the step is what he has to type. */
  static Ask ask(StepId id, ListedKey key, List<ListedKey> all) {
    String word = word(key, all);
    return new Ask(
        id,
        Seat.OFFICER,
        List.of(key.number(), key.title(), word),
        java.util.Set.of(),
        List.of(new Field(typed(key.number()), new Editor.Text(1, KeyLabel.LONGEST))),
        entered -> refuses(entered, key, word));
  }

  private static Optional<Problem> refuses(Facts entered, ListedKey key, String word) {
    String text = entered.get(typed(key.number())).strip();
    return text.equals(word) ? Optional.empty() : Optional.of(new KeyTypedDiffers(text, word));
  }

  /** What names this key among all of a device. */
  static String word(ListedKey key, List<ListedKey> all) {
    if (isTypeable(key.label()) && isOnly(all, other -> other.label().equals(key.label()))) {
      return key.label();
    }
    if (!key.fingerprint().isEmpty()) {
      return end(key.fingerprint());
    }
    String id = end(key.id());
    return !id.isEmpty() && isOnly(all, other -> end(other.id()).equals(id))
        ? id
        : String.valueOf(key.number());
  }

  private static boolean isOnly(List<ListedKey> all, java.util.function.Predicate<ListedKey> like) {
    return all.stream().filter(like).count() == 1;
  }

  private static String end(String hex) {
    return hex.substring(Math.max(0, hex.length() - END));
  }

  private static boolean isTypeable(String label) {
    try {
      return KeyLabel.of(label).text().equals(label) && label.indexOf('\uFFFD') < 0;
    } catch (ProblemException empty) {
      return false;
    }
  }
}
