// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import java.nio.charset.StandardCharsets;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.PlanProblem.TextTooLong;
import org.keyrite.core.problem.PlanProblem.TextUnprintable;
import org.keyrite.core.problem.PlanProblem.ValueMissing;
import org.keyrite.core.problem.ProblemException;

/**
 * What a new key is to be called. Labels that other tools wrote may be anything; this is what we
 * write.
 *
 * @param text 1 to 64 characters that can be shown, not only blanks
 */
public record KeyLabel(String text) {
  /** The most characters. */
  public static final int LONGEST = 64;

  /**
   * A label of this text, without blanks at its ends.
   *
   * @throws ProblemException {@link ValueMissing}, {@link TextTooLong}, {@link TextUnprintable}
   */
  public static KeyLabel of(String typed) throws ProblemException {
    String text = typed.strip();
    int length = text.codePointCount(0, text.length());
    if (text.isEmpty()) {
      throw new ValueMissing().asException();
    }
    if (length > LONGEST) {
      throw new TextTooLong(length, LONGEST).asException();
    }
    if (text.codePoints().anyMatch(KeyLabel::isUnprintable)) {
      throw new TextUnprintable().asException();
    }
    return new KeyLabel(text);
  }

  /** Controls, marks that change the direction of writing, and halves of characters. */
  private static boolean isUnprintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  Bytes encode() {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return text;
  }
}
