// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can go wrong between the steps of a ceremony, or in its journal. */
public sealed interface CeremonyProblem extends Problem {

  /** Another process runs this ceremony. */
  record JournalInUse(String path) implements CeremonyProblem {}

  /** A line of the journal is not as it was written. */
  record JournalChanged(String path, int line) implements CeremonyProblem {}

  /** The journal ends before the line that was last written. */
  record JournalTruncated(String path, int line) implements CeremonyProblem {}

  /** The journal does not fit the agenda of its plan. */
  record JournalOfAnotherPlan(String kind) implements CeremonyProblem {}

  /** The ceremony is over, or was never begun. */
  record NothingToResume(String kind) implements CeremonyProblem {}

  /** A person did not confirm the sentence of a step. */
  record NotConfirmed(int number) implements CeremonyProblem {}

  /** A secret is to be confirmed as seen where none can be shown: the output is no terminal. */
  record ShownNowhere() implements CeremonyProblem {}

  /** The program ended while a step was at work. */
  record LeftInDoubt() implements CeremonyProblem {}

  /** The passphrase that was typed again is another one. */
  record PassphraseDiffers() implements CeremonyProblem {}

  /** A person stopped the work of a step. */
  record WorkStopped() implements CeremonyProblem {}

  /** A bag serial was entered that already belongs to another sheet. */
  record BagSerialRepeated(String serial) implements CeremonyProblem {}

  /** The journal is whole in itself, but its last hash is not the one that was written down. */
  record JournalHashDiffers(String path) implements CeremonyProblem {}

  /** A folder holds no ceremony. */
  record NoCeremonyIn(String path) implements CeremonyProblem {}

  /** The journal is of a kind of ceremony that this version does not know. */
  record CeremonyUnknown(String kind) implements CeremonyProblem {}
}
