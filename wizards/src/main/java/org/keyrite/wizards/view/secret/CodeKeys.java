// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.Arrays;
import org.keyrite.wizards.paper.TypedCode;

/**
 * Watches what is typed for the code of a sheet, which a hand-held scanner types character by
 * character. It is known by how it begins, not by how fast it comes: slow scanners are read, too.
 */
final class CodeKeys {
  /** Longer than any code of ours. */
  private static final int MOST = 256;

  private final char[] text = new char[MOST];
  private int length;

  /** Hears one character; tells whether it belongs to a code, and to nothing else. */
  boolean hear(char typed) {
    if (isReading()) {
      if (length < MOST) {
        text[length++] = typed;
      }
      return true;
    }
    if (length == TypedCode.MARK) {
      System.arraycopy(text, 1, text, 0, --length);
    }
    text[length++] = typed;
    return isReading();
  }

  /** Whether a code has begun. */
  boolean isReading() {
    if (length > TypedCode.MARK) {
      return true;
    }
    char[] begun = Arrays.copyOf(text, length);
    try {
      return TypedCode.isMark(begun);
    } finally {
      Arrays.fill(begun, '\0');
    }
  }

  /** The code so far, for the caller to wipe; listens for the next one from then on. */
  char[] take() {
    char[] taken = Arrays.copyOf(text, length);
    forget();
    return taken;
  }

  /** Overwrites what was heard. */
  void forget() {
    Arrays.fill(text, '\0');
    length = 0;
  }
}
