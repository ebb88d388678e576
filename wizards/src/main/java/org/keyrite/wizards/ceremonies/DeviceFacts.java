// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.SecretSlot;

/**
 * What becomes known of the d-th device of a ceremony, and the PINs that people enter for it, alike
 * in all ceremonies with devices.
 */
final class DeviceFacts {
  /** Stands for tries that a PIN does not have yet, because it was never set. */
  static final String NO_PIN_YET = "none";

  /** Of a device that was never initialised. */
  static final String NEW = "new";

  /** Of a device that was initialised before. */
  static final String SET_UP = "setUp";

  private DeviceFacts() {}

  private static String name(int d, String what) {
    return "device[" + d + "]." + what;
  }

  static Fact<String> serial(int d) {
    return Fact.text(name(d, "serial"));
  }

  /** SHA-256 of its certificate. */
  static Fact<Bytes> fingerprint(int d) {
    return new Fact<>(name(d, "fingerprint"), Codec.HEX);
  }

  /** What its certificates say about where it comes from. */
  static Fact<String> origin(int d) {
    return Fact.text(name(d, "origin"));
  }

  static Fact<String> firmware(int d) {
    return Fact.text(name(d, "firmware"));
  }

  static Fact<String> label(int d) {
    return Fact.text(name(d, "label"));
  }

  /** {@link #NEW} or {@link #SET_UP}. */
  static Fact<String> state(int d) {
    return Fact.text(name(d, "state"));
  }

  /** How many keys are on it. */
  static Fact<Integer> keys(int d) {
    return Fact.number(name(d, "keys"));
  }

  /** Its last characters, as they were typed before it was erased. */
  static Fact<String> typed(int d) {
    return Fact.text(name(d, "typed"));
  }

  /** Tries left of the SO-PIN; text, because a new device has no number. */
  static Fact<String> soTries(int d) {
    return Fact.text(name(d, "soTries"));
  }

  static Fact<Integer> userTries(int d) {
    return Fact.number(name(d, "userTries"));
  }

  /** Shares that were missing before the first one was imported. */
  static Fact<Integer> missing(int d) {
    return Fact.number(name(d, "missing"));
  }

  /** Whether an earlier key encryption key was cleared. */
  static Fact<Boolean> cleared(int d) {
    return Fact.yesNo(name(d, "cleared"));
  }

  static Fact<String> kcv(int d) {
    return Fact.text(name(d, "kcv"));
  }

  /** The SO-PIN that the device has or gets. */
  static SecretSlot soPin(int d) {
    return new SecretSlot("soPin[" + d + "]");
  }

  /** The user PIN that somebody makes up for the device. */
  static SecretSlot userPin(int d) {
    return new SecretSlot("userPin[" + d + "]");
  }

  /** The user PIN that the device has. */
  static SecretSlot pin(int d) {
    return new SecretSlot("pin[" + d + "]");
  }

  /** The same, typed once more in one ceremony. */
  static SecretSlot pinAgain(int d) {
    return new SecretSlot("pinAgain[" + d + "]");
  }

  /** Tries left of the user PIN when it is typed once more. */
  static Fact<Integer> userTriesAgain(int d) {
    return Fact.number(name(d, "userTriesAgain"));
  }
}
