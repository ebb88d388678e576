// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.problem.ProblemException;

/**
 * One thing a device can be told.
 *
 * @param <R> what it answers
 */
public interface Command<R> {
  /** The command as an APDU, which the caller closes. May be asked for again, for a second try. */
  CommandApdu encode();

  /**
   * What the answer says. The caller closes it.
   *
   * @throws ProblemException what the device refused, or {@code Malformed} if its answer is not
   *     what this command's looks like
   */
  R decode(ResponseApdu answer) throws ProblemException;
}
