// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.StepId;

/**
 * How every ceremony comes by the user PIN of a device: its tries are read, the witness sees them,
 * and the operator types it. Steps that need the device unlocked give it the PIN with {@link
 * #logIn}, each for itself, since a device is locked when a step ends.
 *
 * @param ids the names of the steps {@code count}, {@code tries} and {@code pin}
 * @param d the number of the device
 * @param words arguments of their texts
 * @param access where the tries and the PIN are kept
 */
record Unlock(Function<String, StepId> ids, int d, List<Object> words, Access access) {

  /** The first time in a ceremony, or the only one. */
  static final Access FIRST = new Access(DeviceFacts::userTries, DeviceFacts::pin);

  /** Once more, for an act of its own after the first PIN was wiped. */
  static final Access AGAIN = new Access(DeviceFacts::userTriesAgain, DeviceFacts::pinAgain);

  /** How a device is unlocked the first time. */
  Unlock(Function<String, StepId> ids, int d, List<Object> words) {
    this(ids, d, words, FIRST);
  }

  /**
   * Where the tries and the PIN of a device are kept, by its number.
   *
   * @param tries those that the witness was shown
   * @param pin what was typed
   */
  record Access(IntFunction<Fact<Integer>> tries, IntFunction<SecretSlot> pin) {
    /** What a step needs that unlocks a device, and more. */
    Set<Slot> needs(int d, Slot... more) {
      Set<Slot> needs = new HashSet<>(List.of(more));
      needs.add(DeviceFacts.serial(d));
      needs.add(tries.apply(d));
      needs.add(pin.apply(d));
      return needs;
    }

    /** Unlocks a device with the PIN that was typed; the witness has seen the tries. */
    void logIn(Desk desk, SmartCardHsm hsm, int d) throws ProblemException {
      DevicePins.logIn(hsm, desk.get(pin.apply(d)), desk.get(tries.apply(d)));
    }
  }

  /** The three steps. */
  List<Step> steps() {
    return List.of(count(), tries(), pin());
  }

  private Perform count() {
    return new Perform(
        ids.apply("count"),
        Seat.OPERATOR,
        words,
        Set.of(DeviceFacts.serial(d)),
        Set.of(access.tries().apply(d)),
        desk ->
            desk.put(
                access.tries().apply(d),
                desk.use(DeviceFacts.serial(d), (hsm, device) -> DevicePins.triesOfUser(hsm))));
  }

  private Attest tries() {
    return Attest.of(
        ids.apply("tries"),
        Seat.WITNESS,
        words,
        new Attest.Shown.Openly(DeviceFacts.serial(d)),
        new Attest.Shown.Openly(access.tries().apply(d)));
  }

  private Ask pin() {
    return Ask.of(
        ids.apply("pin"),
        Seat.OPERATOR,
        words,
        new Field(access.pin().apply(d), new Editor.KnownPin(Pin.USER)));
  }

  /** What a step needs that unlocks a device, and more. */
  static Set<Slot> needs(int d, Slot... more) {
    return FIRST.needs(d, more);
  }

  /** Unlocks a device with the PIN that was typed; the witness has seen the tries. */
  static void logIn(Desk desk, SmartCardHsm hsm, int d) throws ProblemException {
    FIRST.logIn(desk, hsm, d);
  }
}
