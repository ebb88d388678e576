// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Arrays;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * The text of a code as a hand-held scanner types it, which presents itself as a keyboard. Such a
 * scanner presses the keys of an American keyboard unless it was told otherwise. Where the computer
 * expects a German one, Y and Z change places and the colon becomes Ö: seen by how the text begins,
 * and undone. Caps lock is undone, too. Any other layout is refused, by the check of the whole
 * text.
 */
public final class TypedCode {
  /** How many characters at the beginning tell that a code is being typed. */
  public static final int MARK = 8;

  private static final char[] AMERICAN = "KEYRITE:".toCharArray();
  private static final char[] GERMAN = "KEZRITEÖ".toCharArray();

  private TypedCode() {}

  /** Whether these characters begin a code; nobody types them from the lines of a sheet. */
  public static boolean isMark(char[] typed) {
    char[] upper = upper(typed);
    return Arrays.equals(upper, AMERICAN) || Arrays.equals(upper, GERMAN);
  }

  /**
   * What the code carries, for the caller to close; the characters stay the caller's.
   *
   * @throws ProblemException if it is not one of our codes, or was not typed as it was printed
   */
  public static SheetPayload read(char[] typed) throws ProblemException {
    char[] text = upper(typed);
    try {
      if (Arrays.equals(Arrays.copyOf(text, MARK), GERMAN)) {
        for (int i = 0; i < text.length; i++) {
          text[i] = american(text[i]);
        }
      }
      return SheetCode.parse(text).orElseThrow(TypedCode::differs);
    } catch (ProblemException e) {
      throw differs();
    } finally {
      Arrays.fill(text, '\0');
    }
  }

  private static ProblemException differs() {
    return new PaperProblem.TypedCodeDiffers().asException();
  }

  private static char american(char german) {
    return switch (german) {
      case 'Y' -> 'Z';
      case 'Z' -> 'Y';
      case 'Ö' -> ':';
      default -> german;
    };
  }

  private static char[] upper(char[] typed) {
    char[] upper = new char[typed.length];
    for (int i = 0; i < typed.length; i++) {
      upper[i] = Character.toUpperCase(typed[i]);
    }
    return upper;
  }
}
