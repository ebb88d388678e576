// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;

/** What goes wrong at one command; the first command is number 1. */
public sealed interface Fault {
  /** The number of the command, counted over every session. */
  int at();

  /** The card is pulled before the command reaches it. */
  record PulledBefore(int at) implements Fault {}

  /** The card is pulled after the command took effect; its answer is lost. */
  record PulledAfter(int at) implements Fault {}

  /** The command takes effect, and something else is answered: any bytes, a status word or not. */
  record WrongAnswer(int at, Bytes answer) implements Fault {}
}
