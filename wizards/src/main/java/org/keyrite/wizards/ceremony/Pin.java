// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.Optional;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/**
 * The two PINs of a device, judged as they were typed and before a device sees them. What was typed
 * stays its owner's.
 */
public enum Pin {
  /** Unlocks the device: at most 15 characters when it is new. */
  USER {
    @Override
    void known(Passphrase typed) throws ProblemException {
      UserPin.existing(typed).close();
    }

    @Override
    void chosen(Passphrase typed, int shortest) throws ProblemException {
      if (typed.length() < shortest || typed.length() > UserPin.LONGEST_CHOSEN) {
        throw new PinProblem.PinLength(typed.length(), shortest, UserPin.LONGEST_CHOSEN)
            .asException();
      }
      UserPin.chosen(typed).close();
    }

    @Override
    void refuseDefault(Passphrase typed) throws ProblemException {
      try (UserPin pin = UserPin.existing(typed)) {
        pin.refuseDefault();
      }
    }
  },
  /** Initialises and unblocks it: 8 characters or 16 hex digits. */
  SO {
    @Override
    void known(Passphrase typed) throws ProblemException {
      SoPin.typed(typed).close();
    }

    @Override
    void chosen(Passphrase typed, int shortest) throws ProblemException {
      known(typed);
    }

    @Override
    void refuseDefault(Passphrase typed) throws ProblemException {
      try (SoPin pin = SoPin.typed(typed)) {
        pin.refuseDefault();
      }
    }
  };

  abstract void known(Passphrase typed) throws ProblemException;

  abstract void chosen(Passphrase typed, int shortest) throws ProblemException;

  abstract void refuseDefault(Passphrase typed) throws ProblemException;

  /** What is wrong with a PIN that a device has already, if anything. */
  public Optional<Problem> refusesKnown(Passphrase typed) {
    return refusal(() -> known(typed));
  }

  /**
   * What is wrong with the form of a PIN that somebody makes up now, if anything.
   *
   * @param shortest the fewest characters of a user PIN; an SO-PIN has a length of its own
   */
  public Optional<Problem> refusesNew(Passphrase typed, int shortest) {
    return refusal(() -> chosen(typed, shortest));
  }

  /** The problem of a well-formed PIN that everybody knows, because it stands in manuals. */
  public Optional<Problem> refusesDefault(Passphrase typed) {
    return refusal(() -> refuseDefault(typed));
  }

  private interface Judgement {
    void pass() throws ProblemException;
  }

  private static Optional<Problem> refusal(Judgement judgement) {
    try {
      judgement.pass();
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }
}
