// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PinProblem.DefaultPin;
import org.keyrite.core.problem.PinProblem.PinLength;
import org.keyrite.core.problem.PinProblem.PinNotPlain;
import org.keyrite.core.problem.ProblemException;

/**
 * A user PIN as the device gets it: 6 to 16 bytes, ASCII or UTF-8 (byte reference, section 4).
 * Those chosen here have 6 to 15 characters of plain ASCII, so that every tool and keyboard can
 * give them. Its owner closes it.
 */
public final class UserPin implements AutoCloseable {
  /** The fewest bytes or characters. */
  public static final int SHORTEST = 6;

  /** The most characters of a PIN that is chosen here. */
  public static final int LONGEST_CHOSEN = 15;

  /** The most bytes that a device takes. */
  public static final int LONGEST = 16;

  // What Nitrokey's guide and the tools of pico-hsm set up (byte reference, section 3).
  private static final byte[] IN_MANUALS = {'6', '4', '8', '2', '1', '9'};

  private static final int MOST_TRIES_OF_6 = 3;
  private static final int MOST_TRIES_OF_7 = 5;
  private static final int MOST_TRIES = 10;

  private final Secret content;

  private UserPin(Secret content) {
    this.content = content;
  }

  /**
   * A PIN that somebody makes up now. What was typed stays its owner's.
   *
   * @throws ProblemException {@link PinLength} or {@link PinNotPlain}
   */
  public static UserPin chosen(Passphrase typed) throws ProblemException {
    if (typed.length() < SHORTEST || typed.length() > LONGEST_CHOSEN) {
      throw new PinLength(typed.length(), SHORTEST, LONGEST_CHOSEN).asException();
    }
    if (!typed.isPlain()) {
      throw new PinNotPlain().asException();
    }
    return new UserPin(typed.encode(StandardCharsets.US_ASCII));
  }

  /**
   * A PIN that a device has already, maybe chosen with another program. What was typed stays its
   * owner's.
   *
   * @throws ProblemException {@link PinLength} if no device can have it
   */
  public static UserPin existing(Passphrase typed) throws ProblemException {
    Secret encoded = typed.encode(StandardCharsets.UTF_8);
    if (encoded.size() < SHORTEST || encoded.size() > LONGEST) {
      encoded.close();
      throw new PinLength(encoded.size(), SHORTEST, LONGEST).asException();
    }
    return new UserPin(encoded);
  }

  /**
   * Refuses a PIN that stands in manuals; asked for everywhere but in rehearsals.
   *
   * @throws ProblemException {@link DefaultPin}
   */
  public void refuseDefault() throws ProblemException {
    if (isDefault()) {
      throw new DefaultPin().asException();
    }
  }

  /** Whether it is one that stands in manuals. */
  public boolean isDefault() {
    return content.use(lent -> Arrays.equals(lent, IN_MANUALS));
  }

  /**
   * The most tries that a device may be told to allow: 3 for a PIN of 6 bytes, 5 for one of 7, else
   * 10 (byte reference, section 3, tag 91 [2+]).
   */
  public int mostTries() {
    return switch (content.size()) {
      case 6 -> MOST_TRIES_OF_6;
      case 7 -> MOST_TRIES_OF_7;
      default -> MOST_TRIES;
    };
  }

  /** Its bytes, lent: this PIN stays their owner. */
  public Secret content() {
    return content;
  }

  /** Whether both are the same PIN. */
  public boolean matches(UserPin other) {
    return content.matches(other.content);
  }

  @Override
  public void close() {
    content.close();
  }

  @Override
  public String toString() {
    return "user PIN";
  }
}
