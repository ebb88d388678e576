// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.Arrays;
import java.util.List;
import org.keyrite.core.command.PinReference;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.device.DevicePoint;

/** What is done in a {@link PinChange}. */
enum PinAct {
  /** The user PIN is changed by somebody who knows it. */
  CHANGE("change", Pin.USER),
  /** A new user PIN is set with the SO-PIN, which also unblocks it. */
  RESET("reset", Pin.SO),
  /** The user PIN gets its tries back with the SO-PIN and stays as it is. */
  UNBLOCK("unblock", Pin.SO),
  /** The SO-PIN is changed. */
  CHANGE_SO("changeSo", Pin.SO);

  private final String word;
  private final Pin given;

  PinAct(String word, Pin given) {
    this.word = word;
    this.given = given;
  }

  /** The words of a plan. */
  static List<String> words() {
    return Arrays.stream(values()).map(act -> act.word).toList();
  }

  static PinAct of(String word) {
    return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst().orElseThrow();
  }

  /** Whether the device must be given the SO-PIN that it has; else it is the user PIN. */
  boolean needsSoPin() {
    return given == Pin.SO;
  }

  /** The PIN that a wrong one costs a try of. */
  PinReference counted() {
    return needsSoPin() ? PinReference.SO : PinReference.USER;
  }

  /** The tries that are left of it, in codes. */
  Fact<String> tries() {
    return OneDevice.fact(needsSoPin() ? DevicePoint.SO_TRIES : DevicePoint.USER_TRIES);
  }

  /** The PIN that the device has. */
  Pin given() {
    return given;
  }

  /** Who knows that PIN. */
  Seat giver() {
    return needsSoPin() ? Seat.OFFICER : Seat.OPERATOR;
  }

  /** Whether a new user PIN is made up. */
  boolean choosesUserPin() {
    return this == CHANGE || this == RESET;
  }

  /** Whether a new SO-PIN is made up. */
  boolean choosesSoPin() {
    return this == CHANGE_SO;
  }

  /** The PIN that is another one afterwards, or has its tries back. */
  PinReference changed() {
    return choosesSoPin() ? PinReference.SO : PinReference.USER;
  }
}
