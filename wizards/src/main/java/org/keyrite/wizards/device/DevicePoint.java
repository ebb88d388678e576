// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import java.util.List;
import java.util.function.Function;
import org.keyrite.core.command.PinState;

/**
 * A point of a {@link DeviceReport}, in the order in which they are told. As a fact it is {@code
 * device.WORD}, with the label {@code slot.device.WORD} and the words {@code
 * choice.device.WORD.CODE}. Key domains are told behind these, each on its own.
 */
public enum DevicePoint {
  /** What it is called everywhere. */
  SERIAL("serial", report -> report.status().device().serial().text()),
  /** What its owner calls it. */
  LABEL("label", report -> report.status().label().orElse(DeviceReport.NONE)),
  /** Where it comes from. */
  ORIGIN("origin", report -> report.origin().name()),
  /** The holders of its certificates, from the root down. */
  CERTIFICATES("certificates", report -> report.status().device().certificates().path()),
  /** Whether they are good today. */
  OUTDATED("outdated", report -> report.verdict().outdated() ? "yes" : "no"),
  /** SHA-256 of its own certificate. */
  FINGERPRINT(
      "fingerprint", report -> report.status().device().certificates().fingerprint().toHex()),
  /** The version of its firmware. */
  FIRMWARE("firmware", report -> report.status().device().applet().firmware().toString()),
  /** What that firmware can do and older ones could not. */
  FEATURES("features", report -> DeviceReport.list(report.features())),
  /** Whether it was ever initialised. */
  STATE("state", report -> report.status().pins().isInitialised() ? "initialised" : "never"),
  /** Tries left of the user PIN. */
  USER_TRIES("userTries", report -> tries(report.status().pins().user())),
  /** Tries left of the SO-PIN. */
  SO_TRIES("soTries", report -> tries(report.status().pins().so())),
  /** What it was initialised to do. */
  OPTIONS("options", report -> DeviceReport.list(report.options())),
  /** How many key domains it has room for. */
  ROOM(
      "room",
      report -> {
        int slots = report.status().keyDomains().slots().size();
        return slots == 0 ? DeviceReport.NONE : Integer.toString(slots);
      }),
  /** Which of them are set up. */
  DOMAINS("domains", report -> DeviceReport.list(report.domains()));

  /** Which device it is. Nothing of this changes with what it is used for, but for the label. */
  public static final List<DevicePoint> IDENTITY =
      List.of(SERIAL, LABEL, ORIGIN, CERTIFICATES, OUTDATED, FINGERPRINT, FIRMWARE, FEATURES);

  /** What it was set up for, and what is left of its tries. */
  public static final List<DevicePoint> CONDITION =
      List.of(STATE, USER_TRIES, SO_TRIES, OPTIONS, ROOM, DOMAINS);

  private final String word;
  private final Function<DeviceReport, String> text;

  DevicePoint(String word, Function<DeviceReport, String> text) {
    this.word = word;
    this.text = text;
  }

  /** What the point is called in facts and in keys of texts. */
  public String word() {
    return word;
  }

  /** What a report says of it, as a code. */
  public String in(DeviceReport report) {
    return text.apply(report);
  }

  /** The code for a PIN that is not given now: its tries, or why it has none. */
  public static String tries(PinState pin) {
    return switch (pin) {
      case PinState.Unverified(int tries) -> Integer.toString(tries);
      case PinState.Verified() -> "given";
      case PinState.Blocked() -> "blocked";
      case PinState.ToBeChanged() -> "toBeChanged";
      case PinState.Absent() -> "absent";
    };
  }
}
