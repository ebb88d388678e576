// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Optional;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.view.secret.NewSecretRule;

/**
 * What is said of a new PIN while it is typed.
 *
 * @param shortest the fewest characters of a user PIN
 */
record PinRule(Pin which, int shortest) implements NewSecretRule {
  private static final int DIGITS = 2 * SoPin.SIZE;

  @Override
  public Judged judge(Passphrase typed) {
    Optional<Problem> refused = which.refusesNew(typed, shortest);
    if (refused.isEmpty()) {
      return new Judged(Kind.GOOD, again(typed.length()));
    }
    return typed.isPlain() && typed.length() < most()
        ? new Judged(Kind.TO_GO, toGo(typed.length()))
        : new Judged(Kind.WRONG, Sentences.what(refused.get()));
  }

  private int most() {
    return which == Pin.USER ? shortest : DIGITS;
  }

  private Message again(int length) {
    if (which == Pin.USER) {
      return Message.of("window.passphrase.typeAgain");
    }
    return Message.of(length == DIGITS ? "window.pin.so.digits" : "window.pin.so.characters");
  }

  private Message toGo(int length) {
    if (which == Pin.USER) {
      return length == 0
          ? Message.of("window.pin.user", shortest, UserPin.LONGEST_CHOSEN)
          : Message.of("window.pin.user.toGo", shortest, UserPin.LONGEST_CHOSEN, shortest - length);
    }
    if (length == 0) {
      return Message.of("window.pin.so");
    }
    return length < SoPin.SIZE
        ? Message.of("window.pin.so.toGo8", SoPin.SIZE - length)
        : Message.of("window.pin.so.toGo16", DIGITS - length);
  }
}
