// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can be wrong with password shares that are joined. */
public sealed interface QuorumProblem extends Problem {

  /** The prime is not a number that can carry a quorum. */
  record PrimeUnusable() implements QuorumProblem {}

  /** A share id is not between 1 and the largest id. */
  record ShareIdOutOfRange(int id, int largest) implements QuorumProblem {}

  /** The value of the share with this id is not below the prime. */
  record ShareValueTooLarge(int id) implements QuorumProblem {}

  /** The share with this id was given twice. */
  record ShareRepeated(int id) implements QuorumProblem {}

  /** The share with this id belongs to another set. */
  record ShareOfAnotherSet(int id, String set) implements QuorumProblem {}

  /** More shares were given than are needed, and the one with this id does not go with the rest. */
  record ShareDisagrees(int id) implements QuorumProblem {}

  /** More shares were given than are needed, and they do not go together. */
  record SharesDisagree(int given, int needed) implements QuorumProblem {}

  /** Too few shares: given and needed. */
  record SharesTooFew(int given, int needed) implements QuorumProblem {}

  /** Shares that came all at once, of which nothing stays, with what is wrong with them. */
  record SharesNotTaken(Problem reason) implements QuorumProblem {}

  /** Shares of a new quorum do not join to its password. */
  record QuorumNotProven() implements QuorumProblem {}

  /** Threshold and number of custodians do not go together. */
  record ThresholdOutOfRange(int threshold, int custodians) implements QuorumProblem {}

  /** A line of prime and shares is not as such lines are written; lines count from 1. */
  record QuorumLineUnreadable(int line) implements QuorumProblem {}

  /** What was typed is not a number in hex, or its gaps are not between bytes. */
  record HexUnreadable() implements QuorumProblem {}

  /** A sheet that carries no password share where one was needed. */
  record SheetIsNoShare(String path) implements QuorumProblem {}

  /** A sheet says that another number of sheets is needed than planned. */
  record ThresholdOfAnotherPlan(int found, int planned) implements QuorumProblem {}

  /** Two sheets, by share id, belong to two sets. */
  record SheetsOfTwoSets(int id, String set, int otherId, String otherSet)
      implements QuorumProblem {}
}
