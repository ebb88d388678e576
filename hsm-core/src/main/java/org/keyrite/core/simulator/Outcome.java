// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/** The device after a command, and what it answers. */
record Outcome(SimulatedState state, Session session, Bytes data, int status) {
  /** A key that was selected to check by is good for one command. */
  Outcome checkingByNothing() {
    Trust trust = session.trust();
    return trust.selected().isEmpty()
        ? this
        : new Outcome(state, session.with(trust.selecting(Optional.empty())), data, status);
  }
}
