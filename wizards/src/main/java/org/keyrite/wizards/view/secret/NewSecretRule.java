// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import org.keyrite.core.bytes.Passphrase;
import org.keyrite.i18n.Message;

/** What is to be said of a new secret while it is typed for the first time. */
@FunctionalInterface
public interface NewSecretRule {
  /** Judges what was typed so far; keeps nothing of it. */
  Judged judge(Passphrase typed);

  /** What is to be said, and whether the secret may be typed for the second time. */
  record Judged(Kind kind, Message what) {}

  /** How far a secret is. */
  enum Kind {
    /** Something is still to be typed. */
    TO_GO,
    /** This cannot be taken, whatever is added. */
    WRONG,
    /** It can be taken. */
    GOOD
  }

  /** A passphrase of so many characters or more, which every keyboard has. */
  static NewSecretRule passphrase(int least) {
    return typed -> {
      if (!typed.isPlain()) {
        return new Judged(Kind.WRONG, Message.of("window.passphrase.otherKeyboards"));
      }
      if (typed.length() == 0) {
        return new Judged(Kind.TO_GO, Message.of("window.passphrase.least", least));
      }
      return typed.length() < least
          ? new Judged(
              Kind.TO_GO, Message.of("window.passphrase.toGo", least, least - typed.length()))
          : new Judged(Kind.GOOD, Message.of("window.passphrase.typeAgain"));
    };
  }
}
