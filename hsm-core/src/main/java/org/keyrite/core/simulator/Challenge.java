// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/** GET CHALLENGE: {@code 00 84 00 00 Le}, up to 1024 random bytes, no PIN. */
record Challenge(RandomGenerator random) implements Handler {
  private static final int MOST = 1024;

  @Override
  public Outcome handle(Turn turn) {
    Apdu apdu = turn.apdu();
    if (apdu.p1p2() != 0) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (apdu.data().size() > 0 || apdu.le() == 0 || apdu.le() > MOST) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    byte[] bytes = new byte[apdu.le()];
    random.nextBytes(bytes);
    return turn.answer(Bytes.of(bytes));
  }
}
