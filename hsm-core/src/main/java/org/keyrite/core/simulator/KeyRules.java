// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * What a key may be used for.
 *
 * @param usesLeft how often it can still be used, absent without limit
 * @param allowed identifiers of algorithms, one byte each; empty if all are allowed
 * @param domain the key domain that was named for it; none means the first
 */
public record KeyRules(Optional<Long> usesLeft, Bytes allowed, Optional<Integer> domain) {
  /** All uses, and no domain named. */
  static final KeyRules NONE = new KeyRules(Optional.empty(), Bytes.EMPTY, Optional.empty());

  static final int MOST_ALGORITHMS = 16;

  private static final long MOST_USES = 0xFFFFFFFFL;
  private static final int COUNTER = 0x90;
  private static final int ALGORITHMS = 0x91;
  private static final int DOMAIN = 0x92;
  private static final int COUNTER_SIZE = 4;

  /**
   * Rules that a device has.
   *
   * @throws IllegalArgumentException if it has not
   */
  public KeyRules {
    boolean counts = usesLeft.map(uses -> uses >= 0 && uses <= MOST_USES).orElse(true);
    boolean place = domain.map(i -> i >= 0 && i < SimulatedState.MOST_DOMAINS).orElse(true);
    if (!counts || !place || allowed.size() > MOST_ALGORITHMS) {
      throw new IllegalArgumentException("rules of a key");
    }
  }

  /**
   * The rules among the fields of a command: {@code 90} uses, {@code 91} list, {@code 92} domain.
   */
  static Optional<KeyRules> of(Fields fields) {
    Optional<Bytes> counter = fields.find(COUNTER);
    Optional<Bytes> domain = fields.find(DOMAIN);
    Optional<Long> uses = counter.filter(value -> value.size() == COUNTER_SIZE).map(Ber::number);
    try {
      return counter.isPresent() != uses.filter(n -> n > 0).isPresent()
              || domain.map(Bytes::size).orElse(1) != 1
          ? Optional.empty()
          : Optional.of(
              new KeyRules(
                  uses,
                  fields.find(ALGORITHMS).orElse(Bytes.EMPTY),
                  domain.map(value -> value.at(0))));
    } catch (IllegalArgumentException noSuchRules) {
      return Optional.empty();
    }
  }

  /** The domain whose key encryption key wraps this key. */
  int effectiveDomain() {
    return domain.orElse(0);
  }

  boolean allow(int algorithm) {
    return allowed.size() == 0 || name(algorithm);
  }

  /** Whether the list has this algorithm by name. */
  boolean name(int algorithm) {
    for (int i = 0; i < allowed.size(); i++) {
      if (allowed.at(i) == algorithm) {
        return true;
      }
    }
    return false;
  }

  boolean isUsedUp() {
    return usesLeft.map(uses -> uses == 0).orElse(false);
  }

  KeyRules afterUse() {
    return new KeyRules(usesLeft.map(uses -> uses - 1), allowed, domain);
  }

  /** What SELECT tells of a key, empty if there is nothing to tell. */
  Bytes encode() {
    return Ber.join(
        usesLeft.map(uses -> Ber.tlv(COUNTER, counter(uses))).orElse(Bytes.EMPTY),
        allowed.size() == 0 ? Bytes.EMPTY : Ber.tlv(ALGORITHMS, allowed),
        domain.map(index -> Ber.tlv(DOMAIN, Ber.octet(index))).orElse(Bytes.EMPTY));
  }

  private static Bytes counter(long uses) {
    return Ber.pair((int) (uses >> 16)).plus(Ber.pair((int) uses));
  }
}
