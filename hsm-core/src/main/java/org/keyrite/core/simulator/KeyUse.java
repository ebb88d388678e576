// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * What every command that computes with a key has in common: P1 names the key, P2 the algorithm.
 * Refused without user PIN, with the device's own key, with an algorithm that the key's list or its
 * kind leaves out, and when the key is used up. Only what succeeds counts as a use.
 */
final class KeyUse {
  private KeyUse() {}

  /** Computes the answer, or nothing when it is given nonsense. */
  @FunctionalInterface
  interface Algorithm {
    Optional<Bytes> apply(Bytes data);
  }

  /** The algorithm of this identifier with a key, if such keys have it. */
  @FunctionalInterface
  interface Choice {
    Optional<Algorithm> of(KeyMaterial key, int algorithm);
  }

  static Outcome perform(Turn turn, Choice choice) {
    int identifier = turn.apdu().p1();
    int algorithm = turn.apdu().p2();
    Optional<Integer> obstacle = obstacle(turn, identifier, algorithm);
    if (obstacle.isPresent()) {
      return turn.refuse(obstacle.get());
    }
    StoredKey key = turn.state().keys().find(identifier).orElseThrow();
    Optional<Algorithm> chosen = choice.of(key.material(), algorithm);
    if (chosen.isEmpty()) {
      return turn.refuse(Status.NOT_SUPPORTED);
    }
    if (key.rules().isUsedUp()) {
      return turn.refuse(Status.USED_UP);
    }
    return chosen
        .get()
        .apply(turn.apdu().data())
        .map(answer -> counted(turn, identifier, key).answer(answer))
        .orElse(turn.refuse(Status.WRONG_DATA));
  }

  /** Why the key may not be used with this algorithm at all. */
  static Optional<Integer> obstacle(Turn turn, int identifier, int algorithm) {
    if (!turn.session().user()) {
      return Optional.of(Status.PIN_NEEDED);
    }
    if (identifier == 0) {
      return Optional.of(Status.NEVER_ALLOWED);
    }
    Optional<StoredKey> key = turn.state().keys().find(identifier);
    if (key.isEmpty()) {
      return Optional.of(Status.FILE_NOT_FOUND);
    }
    return key.get().rules().allow(algorithm)
        ? Optional.empty()
        : Optional.of(Status.NOT_SUPPORTED);
  }

  static Turn counted(Turn turn, int identifier, StoredKey key) {
    return key.rules().usesLeft().isPresent() ? turn.with(identifier, key.afterUse()) : turn;
  }
}
