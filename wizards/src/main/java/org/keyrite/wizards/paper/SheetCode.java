// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Arrays;
import java.util.Optional;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * The text inside the QR code of a sheet: {@code KEYRITE:1:} and the groups of its checked text,
 * the last one included, without gaps and without the check characters of the lines, which a code
 * does not need. All of it is in the alphanumeric set of QR codes.
 */
final class SheetCode {
  private static final String PREFIX = "KEYRITE:1:";

  private SheetCode() {}

  /** How many modules the code of a payload of this kind has along a side. */
  static int modules(PayloadKind kind) {
    return QrSymbol.sizeFor(PREFIX.length() + kind.shape().groups() * TextShape.GROUP);
  }

  /** The text for a payload; the caller wipes it. */
  static char[] text(Secret payload) {
    byte[] groups = CheckedText.groups(payload);
    char[] text = Arrays.copyOf(PREFIX.toCharArray(), PREFIX.length() + groups.length);
    for (int i = 0; i < groups.length; i++) {
      text[PREFIX.length() + i] = Crockford.symbol(groups[i]);
    }
    Arrays.fill(groups, (byte) 0);
    return text;
  }

  /**
   * What a text carries, for the caller to close; empty if the text is not ours.
   *
   * @throws ProblemException if it is ours but incomplete or altered
   */
  static Optional<SheetPayload> parse(char[] text) throws ProblemException {
    char[] prefix = Arrays.copyOf(text, Math.min(text.length, PREFIX.length()));
    if (!Arrays.equals(prefix, PREFIX.toCharArray())) {
      return Optional.empty();
    }
    byte[] groups = new byte[text.length - PREFIX.length()];
    try {
      for (int i = 0; i < groups.length; i++) {
        int value = Crockford.value(text[PREFIX.length() + i]);
        if (value == Crockford.FOREIGN) {
          throw new PaperProblem.SheetUnknown().asException();
        }
        groups[i] = (byte) value;
      }
      return Optional.of(parse(groups));
    } finally {
      Arrays.fill(groups, (byte) 0);
    }
  }

  private static SheetPayload parse(byte[] groups) throws ProblemException {
    for (PayloadKind kind : PayloadKind.values()) {
      if (kind.shape().groups() * TextShape.GROUP == groups.length) {
        try (Secret payload = new CheckedTextReader(kind.shape()).payload(groups)) {
          return SheetPayload.parse(payload);
        }
      }
    }
    throw new PaperProblem.SheetUnknown().asException();
  }
}
