// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.time.Instant;
import java.util.function.Function;
import org.keyrite.core.bytes.Bytes;

/**
 * How a fact is written in a journal, and read from there or from a person.
 *
 * @param encode the text of a value
 * @param decode the value of a text; throws {@link IllegalArgumentException} where it has none
 */
public record Codec<T>(Function<T, String> encode, Function<String, T> decode) {
  /** Text as it is. */
  public static final Codec<String> TEXT = new Codec<>(text -> text, text -> text);

  /** A whole number in decimal. */
  public static final Codec<Integer> NUMBER =
      new Codec<>(number -> Integer.toString(number), text -> Integer.valueOf(text.strip()));

  /** {@code yes} or {@code no}. */
  public static final Codec<Boolean> YES_NO = new Codec<>(yes -> yes ? "yes" : "no", Codec::yesNo);

  /** Bytes in lower-case hex. */
  public static final Codec<Bytes> HEX = new Codec<>(Bytes::toHex, Bytes::fromHex);

  /** An instant in UTC, ISO 8601. */
  public static final Codec<Instant> INSTANT = new Codec<>(Instant::toString, Codec::instant);

  private static boolean yesNo(String text) {
    return switch (text) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
