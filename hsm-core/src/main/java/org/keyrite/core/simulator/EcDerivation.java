// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * DERIVE EC KEY, {@code 80 76 id new-id}, data {@code 98 | parameter}: a new key whose number is
 * the old one's plus the parameter, modulo the order. It has the rules of the old one, and no
 * request.
 */
final class EcDerivation {
  private static final int ALGORITHM = 0x98;

  private EcDerivation() {}

  static Outcome handle(Turn turn) {
    int from = turn.apdu().p1();
    int to = turn.apdu().p2();
    Optional<Integer> obstacle = KeyUse.obstacle(turn, from, ALGORITHM);
    if (obstacle.isPresent()) {
      return turn.refuse(obstacle.get());
    }
    StoredKey key = turn.state().keys().find(from).orElseThrow();
    Bytes data = turn.apdu().data();
    if (!(key.material() instanceof EcKey pair)) {
      return turn.refuse(Status.NOT_SUPPORTED);
    }
    if (key.rules().isUsedUp()) {
      return turn.refuse(Status.USED_UP);
    }
    if (to == 0) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (turn.state().keys().find(to).isPresent()) {
      return turn.refuse(Status.EXISTS);
    }
    boolean whole = data.size() == 1 + pair.curve().width() && data.at(0) == ALGORITHM;
    Optional<EcKey> derived = whole ? pair.plus(data.slice(1, data.size())) : Optional.empty();
    if (derived.isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    Turn made = KeyUse.counted(turn, from, key).with(to, new StoredKey(derived.get(), key.rules()));
    return made.state().fits() ? made.done() : turn.refuse(Status.MEMORY_FULL);
  }
}
