// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import org.keyrite.core.problem.DeviceProblem.DeviceMissing;
import org.keyrite.core.problem.DeviceProblem.ReaderBusy;
import org.keyrite.core.problem.DeviceProblem.ReaderMissing;
import org.keyrite.core.problem.ProblemException;

/** A place for one device. A device with a plug is a reader of its own. */
public interface Reader {
  /** The name that the system gives it; no two have the same. */
  String name();

  /** Whether a device was in it when the readers were listed. */
  boolean isOccupied();

  /**
   * Opens a session with the device in it.
   *
   * @throws ProblemException {@link DeviceMissing}, {@link ReaderMissing} or {@link ReaderBusy}
   */
  CardSession connect() throws ProblemException;
}
