// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;

/**
 * A command and the device as it finds it. The {@code with} methods yield the turn as it goes on;
 * the others end it.
 */
record Turn(Apdu apdu, SimulatedState state, Session session) {
  Turn with(SimulatedState changed) {
    return new Turn(apdu, changed, session);
  }

  Turn with(Setup changed) {
    return with(state.with(changed));
  }

  Turn with(Session changed) {
    return new Turn(apdu, state, changed);
  }

  /** Keeps a key under this identifier. */
  Turn with(int identifier, StoredKey key) {
    return with(state.with(state.keys().with(identifier, key)));
  }

  /** Done, with nothing to say. */
  Outcome done() {
    return answer(Bytes.EMPTY);
  }

  /** Done, with this to say. */
  Outcome answer(Bytes data) {
    return new Outcome(state, session, data, Status.OK);
  }

  /** Ended with this status word, keeping what the turn has changed so far. */
  Outcome refuse(int status) {
    return new Outcome(state, session, Bytes.EMPTY, status);
  }
}
