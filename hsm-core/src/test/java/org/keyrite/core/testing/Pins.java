// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.testing;

import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.ProblemException;

/** The PINs of the recordings, and others for tests. */
public final class Pins {
  private Pins() {}

  /** A user PIN that a device has. */
  public static UserPin user(String digits) throws ProblemException {
    try (Passphrase typed = Passphrase.taking(digits.toCharArray())) {
      return UserPin.existing(typed);
    }
  }

  /** An SO-PIN. */
  public static SoPin so(String typed) throws ProblemException {
    try (Passphrase passphrase = Passphrase.taking(typed.toCharArray())) {
      return SoPin.typed(passphrase);
    }
  }
}
