// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardNotPresentException;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.DeviceMissing;
import org.keyrite.core.problem.DeviceProblem.NotTransmitted;
import org.keyrite.core.problem.DeviceProblem.ReaderBusy;
import org.keyrite.core.problem.DeviceProblem.ReaderMissing;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;
import org.keyrite.core.problem.Problem;

/**
 * What the smart card service says when something does not work: the numbers of winscard.h, the
 * same on every system.
 *
 * @param value 32 bits, such as {@code 0x8010001D}
 */
record PcscCode(int value) {
  private static final int UNKNOWN = 0;
  private static final int INVALID_HANDLE = 0x80100003;
  private static final int UNKNOWN_READER = 0x80100009;
  private static final int SHARING_VIOLATION = 0x8010000B;
  private static final int NO_SMARTCARD = 0x8010000C;
  private static final int COMM_ERROR = 0x80100013;
  private static final int READER_UNAVAILABLE = 0x80100017;
  private static final int NO_SERVICE = 0x8010001D;
  private static final int SERVICE_STOPPED = 0x8010001E;
  private static final int UNRESPONSIVE_CARD = 0x80100066;
  private static final int UNPOWERED_CARD = 0x80100067;
  private static final int RESET_CARD = 0x80100068;
  private static final int REMOVED_CARD = 0x80100069;

  /** The code that an exception carries somewhere; zero if it carries none. */
  static PcscCode of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case JnaPCSCException told when told.code != UNKNOWN -> {
          return new PcscCode((int) told.code);
        }
        case JnaCardNotPresentException told -> {
          return new PcscCode((int) told.code);
        }
        default -> {}
      }
    }
    return new PcscCode(UNKNOWN);
  }

  /** Whether it came of the service going away, so that only a new context helps. */
  static boolean isServiceLost(Throwable thrown) {
    return thrown instanceof EstablishContextException
        || switch (of(thrown).value) {
          case INVALID_HANDLE, COMM_ERROR, NO_SERVICE, SERVICE_STOPPED -> true;
          default -> false;
        };
  }

  /** What it means when a session is opened. */
  Problem whenConnecting(String reader) {
    return switch (value) {
      case NO_SMARTCARD, REMOVED_CARD, UNPOWERED_CARD, UNRESPONSIVE_CARD ->
          new DeviceMissing(reader);
      case SHARING_VIOLATION -> new ReaderBusy(reader);
      case UNKNOWN_READER, READER_UNAVAILABLE -> new ReaderMissing(reader);
      case INVALID_HANDLE, COMM_ERROR, NO_SERVICE, SERVICE_STOPPED -> new ReaderServiceMissing();
      default -> new NotTransmitted(reader, toString());
    };
  }

  /** What it means when a command is sent. */
  Problem whenTransmitting(String reader) {
    return switch (value) {
      case NO_SMARTCARD,
          REMOVED_CARD,
          UNPOWERED_CARD,
          UNRESPONSIVE_CARD,
          RESET_CARD,
          UNKNOWN_READER,
          READER_UNAVAILABLE,
          INVALID_HANDLE,
          COMM_ERROR,
          NO_SERVICE,
          SERVICE_STOPPED ->
          new DeviceGone(reader);
      default -> new NotTransmitted(reader, toString());
    };
  }

  /** Eight upper-case hex digits. */
  @Override
  public String toString() {
    return "%08X".formatted(value);
  }
}
