// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import java.nio.charset.StandardCharsets;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/**
 * The name of a certificate's holder or issuer (byte reference, section 8.1 [2+]): country, two
 * letters; mnemonic, one to nine characters; sequence, five characters.
 *
 * @param text 8 to 16 characters of printable ASCII without spaces, such as {@code
 *     DENK040414400000}
 */
public record HolderReference(String text) {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 16;
  private static final int SEQUENCE = 5;

  /**
   * A reference of this text.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  public HolderReference {
    if (!fits(text)) {
      throw new IllegalArgumentException("no holder reference");
    }
  }

  private static boolean fits(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> c > 0x20 && c < 0x7F);
  }

  /**
   * The reference in the content of tag 42 or 5F20.
   *
   * @throws ProblemException {@link Malformed}, naming the field, if it cannot be one
   */
  static HolderReference parse(String format, String field, Bytes content) throws ProblemException {
    String text = new String(content.toByteArray(), StandardCharsets.ISO_8859_1);
    if (!fits(text)) {
      throw new Malformed(format, field, 0).asException();
    }
    return new HolderReference(text);
  }

  /** The holder without the sequence, such as {@code DENK0404144}: for a device, its serial. */
  public String holder() {
    return text.substring(0, text.length() - SEQUENCE);
  }

  /** The content of tag 42 or 5F20. */
  public Bytes encode() {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return text;
  }
}
