// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import java.time.Duration;
import java.util.List;
import org.keyrite.core.problem.DeviceProblem.ReaderMissing;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;
import org.keyrite.core.problem.ProblemException;

/** All readers there are. Safe to use from several threads. */
public interface Readers extends AutoCloseable {
  /**
   * The readers that are there now, in the order of the system.
   *
   * @throws ProblemException {@link ReaderServiceMissing}; asked again when the service runs again,
   *     it answers
   */
  List<Reader> list() throws ProblemException;

  /**
   * Waits until a reader or a device may have come or gone, or until patience ends. May return
   * early without a change; one thread at a time waits.
   *
   * @throws ProblemException {@link ReaderServiceMissing}
   */
  void awaitChange(Duration patience) throws ProblemException;

  /**
   * The reader with this name.
   *
   * @throws ProblemException {@link ReaderMissing}, {@link ReaderServiceMissing}
   */
  default Reader named(String name) throws ProblemException {
    for (Reader reader : list()) {
      if (reader.name().equals(name)) {
        return reader;
      }
    }
    throw new ReaderMissing(name).asException();
  }

  /** Lets go of the service. Sessions that are open stay so. */
  @Override
  void close();
}
