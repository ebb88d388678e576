// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;

/**
 * What INITIALIZE DEVICE is told, each at most once and in any order:
 *
 * <pre>
 * 80  2     options
 * 81  6-16  initial user PIN
 * 82  8     SO-PIN
 * 91  1     tries of the user PIN: 1 to 3 for 6 characters, 5 for 7, else 10
 * 92  1     DKEK shares of the only key domain, 0 for a key that the device draws
 * 97  1     number of key domains, 1 to 255, to be set up later; never with 92
 * 93, 95, 96      public key authentication, biometry: not on this device
 * </pre>
 */
record InitialisationData(Fields fields) {
  private static final int OPTIONS = 0x80;
  private static final int USER_PIN = 0x81;
  private static final int SO_PIN = 0x82;
  private static final int TRIES = 0x91;
  private static final int SHARES = 0x92;
  private static final int DOMAINS = 0x97;
  private static final List<Integer> KNOWN =
      List.of(OPTIONS, USER_PIN, SO_PIN, TRIES, SHARES, DOMAINS);
  private static final List<Integer> NOT_HERE = List.of(0x93, 0x95, 0x96);
  private static final List<Integer> ALL =
      Stream.concat(KNOWN.stream(), NOT_HERE.stream()).toList();

  /** What clients that say nothing mean. */
  private static final int USUAL_TRIES = 3;

  static Optional<InitialisationData> parse(Bytes data) {
    return Fields.parse(data, ALL).map(InitialisationData::new);
  }

  boolean asksForMore() {
    return NOT_HERE.stream().anyMatch(fields::has);
  }

  /** Whether everything that must be there is, in sizes and values that go together. */
  boolean isConsistent() {
    return fields.has(OPTIONS, 2)
        && (options() & ~Setup.KNOWN) == 0
        && fields.has(USER_PIN)
        && Pin.isUserSize(userPin().size())
        && fields.has(SO_PIN, Pin.SO_SIZE)
        && (!fields.has(TRIES) || fields.has(TRIES, 1))
        && tries() >= 1
        && tries() <= Pin.largestLimit(userPin().size())
        && (!fields.has(SHARES) || fields.has(SHARES, 1))
        && (!fields.has(DOMAINS) || fields.has(DOMAINS, 1) && domains().orElseThrow() > 0)
        && !(fields.has(SHARES) && fields.has(DOMAINS));
  }

  int options() {
    return fields.get(OPTIONS).at(0) << 8 | fields.get(OPTIONS).at(1);
  }

  Bytes userPin() {
    return fields.get(USER_PIN);
  }

  Bytes soPin() {
    return fields.get(SO_PIN);
  }

  int tries() {
    return fields.has(TRIES) ? fields.get(TRIES).at(0) : USUAL_TRIES;
  }

  Optional<Integer> shares() {
    return fields.find(SHARES).map(value -> value.at(0));
  }

  Optional<Integer> domains() {
    return fields.find(DOMAINS).map(value -> value.at(0));
  }
}
