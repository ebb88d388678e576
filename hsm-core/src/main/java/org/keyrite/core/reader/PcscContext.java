// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import java.security.NoSuchAlgorithmException;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardTerminals;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;
import org.keyrite.core.problem.ProblemException;

/**
 * One connection to the smart card service, made when it is needed and made anew when the service
 * was restarted. Each user has one of his own: the service answers one call of a connection after
 * the other, so whoever waits on it holds everybody else up. Used by one thread at a time.
 */
final class PcscContext implements AutoCloseable {
  private static final int ATTEMPTS = 2;

  private final Service service;
  private CardTerminals terminals;

  PcscContext(Service service) {
    this.service = service;
  }

  /** How a connection is made. */
  @FunctionalInterface
  interface Service {
    /** The service of this system. */
    Service OF_THIS_SYSTEM =
        () -> TerminalFactory.getInstance("PC/SC", null, new Smartcardio()).terminals();

    CardTerminals connect() throws NoSuchAlgorithmException;
  }

  /** A call that needs the service. */
  @FunctionalInterface
  interface Call<R> {
    R on(CardTerminals terminals) throws CardException;
  }

  /**
   * Calls the service; after it was restarted, with a second connection.
   *
   * @throws ProblemException {@link ReaderServiceMissing}
   * @throws CardException whatever else the service refuses, and what the library makes of answers
   *     that it does not expect, such as an empty list of names
   */
  synchronized <R> R use(Call<R> call) throws ProblemException, CardException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return call.on(open());
      } catch (CardException | EstablishContextException e) {
        if (!PcscCode.isServiceLost(e)) {
          throw e;
        }
        close();
      } catch (RuntimeException unforeseen) {
        throw new CardException(unforeseen);
      }
    }
    throw new ReaderServiceMissing().asException();
  }

  private CardTerminals open() throws ProblemException {
    if (terminals == null) {
      try {
        terminals = service.connect();
      } catch (NoSuchAlgorithmException | LinkageError libraryMissing) {
        throw new ReaderServiceMissing().asException();
      }
    }
    return terminals;
  }

  /** Lets go of the service; the next call connects anew. */
  @Override
  public synchronized void close() {
    if (terminals instanceof JnaCardTerminals open) {
      try {
        open.close();
      } catch (CardException gone) {
        // The service forgot the connection first, which is all that was wanted.
        terminals = null;
      }
    }
    terminals = null;
  }
}
