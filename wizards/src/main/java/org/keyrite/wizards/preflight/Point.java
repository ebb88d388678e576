// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

/** Something that is looked at before a ceremony, in the order in which people are told. */
public enum Point {
  /** Interfaces that are up, but for the loopback. */
  NETWORK("network"),
  /** Radios that may send. */
  RADIO("radio"),
  /** Places where memory may be written to. */
  SWAP("swap"),
  /** Displays beside the one that people sit at. */
  DISPLAY("display"),
  /** Whether the time can be right. */
  CLOCK("clock"),
  /** Room where the record goes. */
  DISK("disk"),
  /** The queue that the plan prints to. */
  PRINTER("printer"),
  /** The service for readers. */
  READER_SERVICE("readerService"),
  /** Readers that carry long commands. */
  READERS("readers"),
  /** The files of this program. */
  PROGRAM("program"),
  /** Whether the memory of this program is kept when it dies. */
  CORE_DUMPS("coreDumps");

  static final String PREFIX = "laptop.";

  private final String word;

  Point(String word) {
    this.word = word;
  }

  /** Its name among the texts. */
  public String word() {
    return word;
  }

  /** What a journal calls what was found there. */
  public String factName() {
    return PREFIX + word;
  }
}
