// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

/** What a device tells about one of its PINs without being given it. */
public sealed interface PinState {

  /** It was given, and the device is unlocked. */
  record Verified() implements PinState {}

  /**
   * It was not given yet.
   *
   * @param tries how often it may still be wrong, 1 to 15
   */
  record Unverified(int tries) implements PinState {}

  /** No tries are left. */
  record Blocked() implements PinState {}

  /** It is the one of delivery and must be changed; on the oldest devices also: not initialised. */
  record ToBeChanged() implements PinState {}

  /** There is none: not initialised, or the device is unlocked by keys of other devices. */
  record Absent() implements PinState {}
}
