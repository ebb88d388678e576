// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.PinReference;
import org.keyrite.core.command.PinState;
import org.keyrite.core.command.PinStatus;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.ProblemException;

/** PINs as people typed them, and how a device is given them without losing it. */
final class DevicePins {
  private static final int GROUP = 4;

  private DevicePins() {}

  /** What people typed as UTF-8; the caller closes it. */
  static Passphrase typed(Secret utf8) {
    return utf8.use(bytes -> {
      char[] room = new char[bytes.length];
      CharBuffer decoded = CharBuffer.wrap(room);
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
      Passphrase typed = Passphrase.taking(Arrays.copyOf(room, decoded.position()));
      Arrays.fill(room, '\0');
      return typed;
    });
  }

  /** The user PIN that was typed; the caller closes it. */
  static UserPin user(Secret typed) throws ProblemException {
    try (Passphrase characters = typed(typed)) {
      return UserPin.existing(characters);
    }
  }

  /** The SO-PIN that was typed; the caller closes it. */
  static SoPin so(Secret typed) throws ProblemException {
    try (Passphrase characters = typed(typed)) {
      return SoPin.typed(characters);
    }
  }

  /** An SO-PIN as it is written down: 16 hex digits, and the 8 characters where it has them. */
  static List<char[]> soLines(Secret typed) {
    List<char[]> lines = new ArrayList<>();
    try (SoPin pin = so(typed)) {
      try (Passphrase digits = pin.hexDigits()) {
        lines.add(grouped(digits));
      }
      pin.characters()
          .ifPresent(characters -> {
            try (characters) {
              lines.add(grouped(characters));
            }
          });
    } catch (ProblemException e) {
      throw new IllegalStateException("judged when it was entered", e);
    }
    return lines;
  }

  /** Digits in groups of four; a blank between characters would be one of them. */
  private static char[] grouped(Passphrase text) {
    try (Secret ascii = text.encode(StandardCharsets.US_ASCII)) {
      return ascii.use(bytes -> {
        int gaps = bytes.length > SoPin.SIZE ? (bytes.length - 1) / GROUP : 0;
        char[] line = new char[bytes.length + gaps];
        for (int i = 0, at = 0; i < bytes.length; i++) {
          if (gaps > 0 && i > 0 && i % GROUP == 0) {
            line[at++] = ' ';
          }
          line[at++] = (char) bytes[i];
        }
        return line;
      });
    }
  }

  /** How many tries the user PIN has left; there must be one that can be given. */
  static int triesOfUser(SmartCardHsm hsm) throws ProblemException {
    return tries(hsm.send(new PinStatus(PinReference.USER)));
  }

  /** How many tries are left of a user PIN in this state, if it can be given. */
  static int tries(PinState user) throws ProblemException {
    return switch (user) {
      case PinState.Unverified(int tries) -> tries;
      // A device is locked when a job begins.
      case PinState.Verified() ->
          throw new DeviceProblem.UnexpectedStatus("VERIFY status", "9000").asException();
      case PinState.Blocked() -> throw new PinProblem.PinBlocked().asException();
      case PinState.ToBeChanged() -> throw new PinProblem.PinToBeChanged().asException();
      case PinState.Absent() -> throw new PinProblem.PinAbsent().asException();
    };
  }

  /**
   * Unlocks a device. Its counter is read first: the last try is taken only if that is what the
   * witness was shown.
   *
   * @param typed what was typed, lent
   * @param witnessed the tries left that the witness was shown
   */
  static void logIn(SmartCardHsm hsm, Secret typed, int witnessed) throws ProblemException {
    int tries = triesOfUser(hsm);
    if (tries == 1 && witnessed != 1) {
      throw new PinProblem.LastTry().asException();
    }
    try (UserPin pin = user(typed)) {
      hsm.send(new VerifyPin(pin));
    }
  }
}
