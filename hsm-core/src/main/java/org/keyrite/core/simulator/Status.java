// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

/** The status words that the simulated device answers with. */
final class Status {
  static final int OK = 0x9000;

  /** More is there than Le asked for; the low byte says how much, 00 for 256 or more. */
  static final int MORE = 0x6100;

  /** There is nothing at this offset: it is behind the end of the file. */
  static final int END_OF_FILE = 0x6282;

  /** A wrong PIN, or none yet; the low digit says how many tries are left. */
  static final int TRIES_LEFT = 0x63C0;

  /** The state file could not be written; nothing has changed. */
  static final int MEMORY_FAILURE = 0x6581;

  static final int WRONG_LENGTH = 0x6700;

  /** The user PIN must be presented first. */
  static final int PIN_NEEDED = 0x6982;

  static final int PIN_BLOCKED = 0x6983;

  /** The transport PIN must be changed before it is good for anything. */
  static final int TRANSPORT_PIN = 0x6984;

  /** The same for a key whose use counter has come to its end. */
  static final int USED_UP = TRANSPORT_PIN;

  /** Never allowed for this object, whoever is logged in. */
  static final int NEVER_ALLOWED = 0x6985;

  /** Not now: another SO-PIN, all shares imported, not enabled, or no current file. */
  static final int NOT_ALLOWED = 0x6986;

  static final int WRONG_DATA = 0x6A80;

  /** Known, but not by this device. */
  static final int NOT_SUPPORTED = 0x6A81;

  static final int FILE_NOT_FOUND = 0x6A82;

  static final int MEMORY_FULL = 0x6A84;

  static final int WRONG_PARAMETERS = 0x6A86;

  /** A PIN that does not exist yet, or a key domain that was not set up. */
  static final int NOT_SET_UP = 0x6A88;

  static final int EXISTS = 0x6A89;

  /** Behind the end of the file that is to be written. */
  static final int WRONG_OFFSET = 0x6B00;

  /** An unknown instruction, one that needs the applet, or one that this set-up leaves out. */
  static final int UNKNOWN_INSTRUCTION = 0x6D00;

  static final int UNKNOWN_CLASS = 0x6E00;

  private Status() {}
}
