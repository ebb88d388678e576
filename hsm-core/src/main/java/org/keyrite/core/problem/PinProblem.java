// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can be wrong with a user PIN or an SO-PIN. */
public sealed interface PinProblem extends Problem {

  /** The user PIN is another one; so many tries are left. */
  record WrongPin(int retriesLeft) implements PinProblem {}

  /** The user PIN has no tries left. */
  record PinBlocked() implements PinProblem {}

  /** The device has no user PIN: not initialised, or unlocked by other devices. */
  record PinAbsent() implements PinProblem {}

  /** The device has the PIN it was delivered with, which must be changed before it is used. */
  record PinToBeChanged() implements PinProblem {}

  /** The SO-PIN is another one; so many tries are left. */
  record SoPinWrong(int retriesLeft) implements PinProblem {}

  /** The device did not take the SO-PIN and does not say how many tries are left. */
  record SoPinRefused() implements PinProblem {}

  /** The SO-PIN has no tries left, and nothing can bring them back. */
  record SoPinBlocked() implements PinProblem {}

  /** The device was initialised so that a new user PIN cannot be set with the SO-PIN. */
  record ResetNotAllowed() implements PinProblem {}

  /** The device did not take a PIN of this form. */
  record PinFormRefused() implements PinProblem {}

  /** A user PIN has too few or too many characters. */
  record PinLength(int length, int shortest, int longest) implements PinProblem {}

  /** A new user PIN has characters that not every keyboard can type. */
  record PinNotPlain() implements PinProblem {}

  /** An SO-PIN is neither 16 hex digits nor 8 characters. */
  record SoPinForm() implements PinProblem {}

  /** A new PIN was typed differently the second time. */
  record PinDiffers() implements PinProblem {}

  /** A PIN that everybody knows, because it stands in manuals. */
  record DefaultPin() implements PinProblem {}

  /** The user PIN has one try left, and no second person has agreed to take it. */
  record LastTry() implements PinProblem {}

  /** The tries left of the SO-PIN, a number or none, are not those that the witness was shown. */
  record SoPinTriedSince(String retriesLeft) implements PinProblem {}

  /** The tries left of the user PIN are not those that the witness was shown. */
  record PinTriedSince(String retriesLeft) implements PinProblem {}

  /** Nobody knows whether a PIN was changed, and too few tries are left to find out. */
  record ChangeUnknown() implements PinProblem {}

  /** The new PIN is the one that the device has. */
  record SamePin() implements PinProblem {}

  /** The new SO-PIN was typed differently from paper. */
  record PinOnPaperDiffers() implements PinProblem {}
}
