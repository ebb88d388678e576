// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.keyrite.core.bytes.Bytes;

/** A conversation with a simulated device, in hex. */
final class Talk {
  static final String SELECT = "00A404000BE82B0601040181C31F020100";
  static final String PIN = "363438323139";
  static final String SO_PIN = "3537363231383830";
  static final String LOGIN = "0020008106" + PIN;
  static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  /** Making keys takes longer than all the rest of a test. */
  private static final SimulatedState VIRGIN = SimulatedState.create(new Random(1), DAY);

  final SimulatedHsm device;

  private Talk(SimulatedHsm device) {
    this.device = device;
  }

  /** With a device that nobody has initialised; the applet is selected. */
  static Talk virgin() {
    return with(VIRGIN);
  }

  static Talk virgin(Firmware firmware) {
    Random random = new Random(1);
    SimulatedAuthority authority = SimulatedAuthority.create(random, DAY);
    return with(SimulatedState.create(authority, firmware, random, DAY));
  }

  static Talk with(SimulatedState state) {
    Talk talk = new Talk(new SimulatedHsm(state, StateStore.MEMORY, new Random(2)));
    talk.send(SELECT);
    return talk;
  }

  /** After INITIALIZE with the usual PINs and this about key domains, and possibly a log-in. */
  static Talk initialised(String domains) {
    Talk talk = virgin();
    talk.expect("9000", initialize("0001", domains));
    return talk;
  }

  static Talk loggedIn(String domains) {
    Talk talk = initialised(domains);
    talk.expect("9000", LOGIN);
    return talk;
  }

  static String initialize(String options, String domains) {
    return command(
        "80500000", "8002" + options + "8106" + PIN + "8208" + SO_PIN + "910103" + domains);
  }

  /** A command with data and without Le. */
  static String command(String header, String data) {
    return header + "%02X".formatted(data.length() / 2) + data;
  }

  String send(String command) {
    return device.transmit(Bytes.fromHex(command)).toHex().toUpperCase(Locale.ROOT);
  }

  void expect(String answer, String command) {
    assertEquals(answer, send(command), command);
  }

  /** A reader reset, and the applet again. */
  Talk reset() {
    device.reset();
    send(SELECT);
    return this;
  }
}
