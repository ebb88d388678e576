// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.OptionalInt;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.apdu.StatusWord;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.DeviceProblem.CommandUnknown;
import org.keyrite.core.problem.DeviceProblem.DeviceFull;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.DeviceProblem.UnexpectedStatus;
import org.keyrite.core.problem.PinProblem.PinBlocked;
import org.keyrite.core.problem.PinProblem.PinFormRefused;
import org.keyrite.core.problem.PinProblem.SoPinBlocked;
import org.keyrite.core.problem.PinProblem.SoPinRefused;
import org.keyrite.core.problem.PinProblem.SoPinWrong;
import org.keyrite.core.problem.PinProblem.WrongPin;
import org.keyrite.core.problem.ProblemException;

/** Status words that mean the same for many commands (byte reference, section 15 [2+]). */
final class Refusal {
  static final int OK = 0x9000;

  /** The PIN is needed first. */
  static final int NOT_LOGGED_IN = 0x6982;

  /** No tries are left. */
  static final int BLOCKED = 0x6983;

  /** The PIN must be changed first; of a use counter, that it is used up. */
  static final int TO_BE_CHANGED = 0x6984;

  /** Conditions are not met; which, depends on the command. */
  static final int CONDITIONS = 0x6985;

  /** Not allowed; why, depends on the command. */
  static final int NOT_ALLOWED = 0x6986;

  /** A signature does not hold. */
  static final int VERIFICATION = 0x6300;

  static final int WRONG_LENGTH = 0x6700;
  static final int WRONG_DATA = 0x6A80;
  static final int FILE_NOT_FOUND = 0x6A82;
  static final int WRONG_P1_P2 = 0x6A86;
  static final int REFERENCE_NOT_FOUND = 0x6A88;
  static final int EXISTS = 0x6A89;
  static final int WRONG_P1_P2_TOO = 0x6B00;
  static final int UNKNOWN_INSTRUCTION = 0x6D00;

  private static final int MEMORY = 0x6581;
  private static final int NO_MEMORY = 0x6A84;
  private static final int NO_APPLET = 0x6900;
  private static final int UNKNOWN_CLASS = 0x6E00;

  private Refusal() {}

  /** What a status means that is none of the command's own. */
  static ProblemException of(String command, StatusWord status) {
    return switch (status.value()) {
      case NOT_LOGGED_IN -> new NotLoggedIn().asException();
      case MEMORY, NO_MEMORY -> new DeviceFull().asException();
      case UNKNOWN_INSTRUCTION, UNKNOWN_CLASS, NO_APPLET ->
          new CommandUnknown(command).asException();
      default -> new UnexpectedStatus(command, status.toString()).asException();
    };
  }

  /** What a status means after a user PIN was sent. */
  static ProblemException ofPin(String command, StatusWord status) {
    OptionalInt tries = status.triesLeft();
    if (tries.isPresent() && tries.getAsInt() > 0) {
      return new WrongPin(tries.getAsInt()).asException();
    }
    if (tries.isPresent() || status.value() == BLOCKED) {
      return new PinBlocked().asException();
    }
    return switch (status.value()) {
      case WRONG_LENGTH, WRONG_DATA -> new PinFormRefused().asException();
      default -> of(command, status);
    };
  }

  /** What a status means after an SO-PIN was sent. */
  static ProblemException ofSoPin(String command, StatusWord status) {
    OptionalInt tries = status.triesLeft();
    if (tries.isPresent() && tries.getAsInt() > 0) {
      return new SoPinWrong(tries.getAsInt()).asException();
    }
    if (tries.isPresent() || status.value() == BLOCKED) {
      return new SoPinBlocked().asException();
    }
    return switch (status.value()) {
      case NOT_LOGGED_IN -> new SoPinRefused().asException();
      case WRONG_LENGTH, WRONG_DATA -> new PinFormRefused().asException();
      default -> of(command, status);
    };
  }

  /** Lets only the status through that says that the command was carried out. */
  static Done done(String command, ResponseApdu answer) throws ProblemException {
    if (answer.status().isOk()) {
      return nothingElse(command, answer);
    }
    throw of(command, answer.status());
  }

  /** Refuses data where there must be none. */
  static Done nothingElse(String command, ResponseApdu answer) throws ProblemException {
    if (answer.size() > 0) {
      throw new AnswerMalformed(command, "end", 0).asException();
    }
    return Done.DONE;
  }
}
