// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PinProblem.DefaultPin;
import org.keyrite.core.problem.PinProblem.SoPinForm;
import org.keyrite.core.problem.ProblemException;

/**
 * An SO-PIN: 8 bytes. People write them in two ways (byte reference, section 4 [inf]): as 16 hex
 * digits, or, where all bytes are printable ASCII, as these 8 characters. {@code 3537363231383830}
 * and {@code 57621880} are the same SO-PIN. Its owner closes it.
 */
public final class SoPin implements AutoCloseable {
  /** How many bytes it has. */
  public static final int SIZE = 8;

  private static final int DIGITS = 2 * SIZE;
  private static final String HEX = "0123456789ABCDEF";

  // What Nitrokey's guide and the tools of pico-hsm set up (byte reference, section 3).
  private static final byte[] IN_MANUALS = {'5', '7', '6', '2', '1', '8', '8', '0'};

  private final Secret content;
  private final Notation typedAs;

  private SoPin(Secret content, Notation typedAs) {
    this.content = content;
    this.typedAs = typedAs;
  }

  /** The two ways to write an SO-PIN. */
  public enum Notation {
    /** 16 hex digits, upper or lower case. */
    HEX_DIGITS,
    /** 8 characters of printable ASCII. */
    CHARACTERS
  }

  /**
   * The SO-PIN that was typed, in either notation; its length tells which. What was typed stays its
   * owner's.
   *
   * @throws ProblemException {@link SoPinForm} if it is in neither
   */
  public static SoPin typed(Passphrase typed) throws ProblemException {
    if (typed.isPlain()) {
      if (typed.length() == SIZE) {
        return new SoPin(typed.encode(StandardCharsets.US_ASCII), Notation.CHARACTERS);
      }
      if (typed.length() == DIGITS) {
        try (Secret digits = typed.encode(StandardCharsets.US_ASCII)) {
          return new SoPin(digits.use(SoPin::fromHex), Notation.HEX_DIGITS);
        }
      }
    }
    throw new SoPinForm().asException();
  }

  private static Secret fromHex(byte[] digits) throws ProblemException {
    byte[] bytes = new byte[SIZE];
    for (int i = 0; i < DIGITS; i++) {
      int digit = Character.digit(digits[i], 16);
      if (digit < 0) {
        Arrays.fill(bytes, (byte) 0);
        throw new SoPinForm().asException();
      }
      bytes[i / 2] = (byte) (bytes[i / 2] << 4 | digit);
    }
    return Secret.taking(bytes);
  }

  /** How it was typed, so that a screen can say which notation was understood. */
  public Notation typedAs() {
    return typedAs;
  }

  /** The 16 upper-case hex digits; the caller closes them. */
  public Passphrase hexDigits() {
    return content.use(lent -> {
      char[] digits = new char[DIGITS];
      for (int i = 0; i < SIZE; i++) {
        digits[2 * i] = HEX.charAt(lent[i] >> 4 & 0xF);
        digits[2 * i + 1] = HEX.charAt(lent[i] & 0xF);
      }
      return Passphrase.taking(digits);
    });
  }

  /** The 8 characters, if all bytes are printable ASCII; the caller closes them. */
  public Optional<Passphrase> characters() {
    return content.use(lent -> {
      char[] characters = new char[SIZE];
      for (int i = 0; i < SIZE; i++) {
        characters[i] = (char) (lent[i] & 0xFF);
      }
      Passphrase text = Passphrase.taking(characters);
      if (text.isPlain()) {
        return Optional.of(text);
      }
      text.close();
      return Optional.empty();
    });
  }

  /**
   * Refuses an SO-PIN that stands in manuals; asked for everywhere but in rehearsals.
   *
   * @throws ProblemException {@link DefaultPin}
   */
  public void refuseDefault() throws ProblemException {
    if (isDefault()) {
      throw new DefaultPin().asException();
    }
  }

  /** Whether it is the one that stands in manuals. */
  public boolean isDefault() {
    return content.use(lent -> Arrays.equals(lent, IN_MANUALS));
  }

  /** Its 8 bytes, lent: this SO-PIN stays their owner. */
  public Secret content() {
    return content;
  }

  /** Whether both are the same SO-PIN. */
  public boolean matches(SoPin other) {
    return content.matches(other.content);
  }

  @Override
  public void close() {
    content.close();
  }

  @Override
  public String toString() {
    return "SO-PIN";
  }
}
