// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/**
 * What keeps a laptop from being fit for a ceremony that is not a rehearsal, and what one leaves
 * behind. Each says in one text what was seen, so that a record can keep it and read it back.
 */
public sealed interface LaptopProblem extends Problem {
  /** What was seen: names, or an amount; empty where there is nothing to name. */
  String seen();

  /** Interfaces other than the loopback are up. */
  record NetworkUp(String seen) implements LaptopProblem {}

  /** Radios may send: wireless networks, Bluetooth, telephone. */
  record RadioOn(String seen) implements LaptopProblem {}

  /** Memory may be written to these disks or files. */
  record SwapOn(String seen) implements LaptopProblem {}

  /** More than one display is connected; their outputs. */
  record SecondDisplay(String seen) implements LaptopProblem {}

  /** The clock shows a time before the program was made; that time. */
  record ClockBehind(String seen) implements LaptopProblem {}

  /** The disk of the record is nearly full, or nobody can tell; megabytes left. */
  record DiskNearlyFull(String seen) implements LaptopProblem {}

  /** The queue of the plan takes no sheet now; its name. */
  record PrinterNotReady(String seen) implements LaptopProblem {}

  /** The service for readers does not run; its socket. */
  record ReaderServiceSilent(String seen) implements LaptopProblem {}

  /** Readers that carry short commands only. */
  record ReadersTooSmall(String seen) implements LaptopProblem {}

  /** Files of the installed program that are not as they were packed; the first of them. */
  record ProgramChanged(String seen) implements LaptopProblem {}

  /** The memory of this program would be written to a file when it dies. */
  record CoreDumpsOn(String seen) implements LaptopProblem {}

  /** Files in which something of a sheet was left; the first of them. */
  record ResidueFound(String seen) implements LaptopProblem {}

  /** This system does not tell; what would have been looked at. */
  record NotToBeSeen(String seen) implements LaptopProblem {}
}
