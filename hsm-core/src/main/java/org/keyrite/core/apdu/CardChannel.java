// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import org.keyrite.core.problem.ProblemException;

/**
 * The way to one card: a command APDU goes in, a response APDU of at least two bytes comes out.
 * There is no timeout, since a card may think for minutes about one command.
 */
@FunctionalInterface
public interface CardChannel {
  /**
   * Sends a command and waits for the answer. Both arrays are the caller's to wipe; the channel
   * keeps neither.
   *
   * @throws ProblemException {@code DeviceGone} if the card is not there any more; {@code
   *     NotTransmitted} if it is, but the reader could not carry the command
   */
  byte[] transmit(byte[] command) throws ProblemException;
}
