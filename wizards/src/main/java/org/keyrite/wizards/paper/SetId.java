// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * The name of one set of sheets, unlike that of any other: 40 random bits. It is public, stands on
 * every sheet of the set and is part of what the checked text checks. A set that is made anew gets
 * a new one.
 *
 * @param bytes the five bytes
 */
public record SetId(Bytes bytes) {
  /** How many bytes a set id has. */
  public static final int SIZE = 5;

  private static final int SYMBOLS = 8;

  /** Five bytes, no more and no fewer. */
  public SetId {
    if (bytes.size() != SIZE) {
      throw new IllegalArgumentException("a set id has five bytes, not " + bytes.size());
    }
  }

  /** Eight characters in two groups, as in {@code 7F3K-2M9A}. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (byte value : Crockford.split(bytes.toByteArray())) {
      if (text.length() == SYMBOLS / 2) {
        text.append('-');
      }
      text.append(Crockford.symbol(value));
    }
    return text.toString();
  }

  /** The set id in a text as people write it, if it is one. */
  public static Optional<SetId> fromText(String text) {
    byte[] values = new byte[SYMBOLS];
    int count = 0;
    for (char typed : text.toCharArray()) {
      if (Crockford.isGap(typed)) {
        continue;
      }
      int value = Crockford.value(typed);
      if (value == Crockford.FOREIGN || count == SYMBOLS) {
        return Optional.empty();
      }
      values[count++] = (byte) value;
    }
    return count == SYMBOLS
        ? Optional.of(new SetId(Bytes.of(Crockford.join(values, SIZE))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return toText();
  }
}
