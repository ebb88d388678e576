// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can go wrong between the steps of a ceremony, or in its journal. */
public sealed interface CeremonyProblem extends Problem {

  /** Another process runs this ceremony. */
  record JournalInUse(String path) implements CeremonyProblem {}

  /** A line of the journal is not as it was written. */
  record JournalChanged(String path, int line) implements CeremonyProblem {}
}
