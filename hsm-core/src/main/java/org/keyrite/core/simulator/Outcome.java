// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;

/** The device after a command, and what it answers. */
record Outcome(SimulatedState state, Session session, Bytes data, int status) {
  /** What was set for one command is used up by it. */
  Outcome inNoEnvironment() {
    return new Outcome(state, session.inNoEnvironment(), data, status);
  }
}
