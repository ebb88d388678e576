// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

/** Answers the commands of one family. A pure function but for randomness. */
@FunctionalInterface
interface Handler {
  Outcome handle(Turn turn);
}
