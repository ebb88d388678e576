// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;

/** Judges a secret that a person entered, by its editor. */
final class SecretCheck {
  private SecretCheck() {}

  /** What is wrong with it, if anything; it stays its owner's, who may have given none. */
  static Optional<Problem> refuses(Editor editor, Secret given, boolean practice) {
    if (given == null || given.size() == 0) {
      return Optional.of(new PlanProblem.ValueMissing());
    }
    return switch (editor) {
      case Editor.NewPassphrase(int shortest) -> newPassphrase(given, shortest);
      case Editor.NewPin(Pin which, int shortest) -> {
        try (Passphrase typed = given.use(SecretCheck::typed)) {
          Optional<Problem> form = which.refusesNew(typed, shortest);
          yield form.isPresent() || practice ? form : which.refusesDefault(typed);
        }
      }
      case Editor.KnownPin(Pin which) -> {
        try (Passphrase typed = given.use(SecretCheck::typed)) {
          yield which.refusesKnown(typed);
        }
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> newPassphrase(Secret given, int shortest) {
    if (!given.use(SecretCheck::isPlain)) {
      return Optional.of(new PlanProblem.PassphraseNotPlain());
    }
    return given.size() < shortest
        ? Optional.of(new PlanProblem.TextTooShort(given.size(), shortest))
        : Optional.empty();
  }

  /** Printable ASCII, which every keyboard and every tool writes alike. */
  private static boolean isPlain(byte[] utf8) {
    for (byte b : utf8) {
      if (b < 0x20 || b > 0x7E) {
        return false;
      }
    }
    return true;
  }

  private static Passphrase typed(byte[] utf8) {
    char[] room = new char[utf8.length];
    CharBuffer decoded = CharBuffer.wrap(room);
    try {
      // What is no UTF-8 was not typed; no PIN has the sign that takes its place.
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(utf8), decoded, true);
      return Passphrase.taking(Arrays.copyOf(room, decoded.position()));
    } finally {
      Arrays.fill(room, '\0');
    }
  }
}
