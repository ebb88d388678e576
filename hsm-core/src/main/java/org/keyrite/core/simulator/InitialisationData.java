// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

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
record InitialisationData(Map<Integer, Bytes> fields) {
  private static final int OPTIONS = 0x80;
  private static final int USER_PIN = 0x81;
  private static final int SO_PIN = 0x82;
  private static final int TRIES = 0x91;
  private static final int SHARES = 0x92;
  private static final int DOMAINS = 0x97;
  private static final List<Integer> KNOWN =
      List.of(OPTIONS, USER_PIN, SO_PIN, TRIES, SHARES, DOMAINS);
  private static final List<Integer> NOT_HERE = List.of(0x93, 0x95, 0x96);

  /** What clients that say nothing mean. */
  private static final int USUAL_TRIES = 3;

  static Optional<InitialisationData> parse(Bytes data) {
    Map<Integer, Bytes> fields = new HashMap<>();
    try {
      for (Tlv field : TlvReader.of("INITIALIZE DEVICE", data).rest()) {
        int tag = field.tag().value();
        boolean known = KNOWN.contains(tag) || NOT_HERE.contains(tag);
        if (!known || fields.put(tag, field.value()) != null) {
          return Optional.empty();
        }
      }
    } catch (ProblemException malformed) {
      return Optional.empty();
    }
    return Optional.of(new InitialisationData(fields));
  }

  boolean asksForMore() {
    return NOT_HERE.stream().anyMatch(fields::containsKey);
  }

  /** Whether everything that must be there is, in sizes and values that go together. */
  boolean isConsistent() {
    return has(OPTIONS, 2)
        && (options() & ~Setup.KNOWN) == 0
        && fields.containsKey(USER_PIN)
        && Pin.isUserSize(userPin().size())
        && has(SO_PIN, Pin.SO_SIZE)
        && (!fields.containsKey(TRIES) || has(TRIES, 1))
        && tries() >= 1
        && tries() <= Pin.largestLimit(userPin().size())
        && (!fields.containsKey(SHARES) || has(SHARES, 1))
        && (!fields.containsKey(DOMAINS) || has(DOMAINS, 1) && domains().orElseThrow() > 0)
        && !(fields.containsKey(SHARES) && fields.containsKey(DOMAINS));
  }

  private boolean has(int tag, int size) {
    return fields.containsKey(tag) && fields.get(tag).size() == size;
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
    return fields.containsKey(TRIES) ? fields.get(TRIES).at(0) : USUAL_TRIES;
  }

  Optional<Integer> shares() {
    return Optional.ofNullable(fields.get(SHARES)).map(value -> value.at(0));
  }

  Optional<Integer> domains() {
    return Optional.ofNullable(fields.get(DOMAINS)).map(value -> value.at(0));
  }

  /** PINs are in here. */
  @Override
  public String toString() {
    return "initialisation data";
  }
}
