// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * On which terms a device holds a key: given when the key is made (byte reference, section 7.1
 * [2+]), told when its file is selected (section 2.4 [2+]).
 *
 * <pre>
 * 90  4 bytes: how often it may still be used, big-endian    optional
 * 91  allowed algorithms, one byte each                      optional
 * 92  1 byte: key domain                                     optional
 * </pre>
 *
 * @param algorithms what it may be used for; {@link AllowedAlgorithms#ALL} if there is no list
 * @param domain under whose key encryption key it can leave the device; a key without one belongs
 *     to the first on pico-hsm [1]
 * @param uses how often it may still be used, 0 to 4294967295; as often as one likes if absent
 */
public record KeyTerms(
    AllowedAlgorithms algorithms, Optional<KeyDomainIndex> domain, OptionalLong uses) {
  /** No list, no domain, no counter: what OpenSC asks for. */
  public static final KeyTerms NONE =
      new KeyTerms(AllowedAlgorithms.ALL, Optional.empty(), OptionalLong.empty());

  private static final String FORMAT = "terms of a key";
  private static final Tag USES = new Tag(0x90);
  private static final Tag ALGORITHMS = new Tag(0x91);
  private static final Tag DOMAIN = new Tag(0x92);
  private static final int COUNTER_SIZE = 4;
  private static final long MOST_USES = 0xFFFFFFFFL;

  /**
   * These terms.
   *
   * @throws IllegalArgumentException if the counter does not fit four bytes
   */
  public KeyTerms {
    if (uses.isPresent() && (uses.getAsLong() < 0 || uses.getAsLong() > MOST_USES)) {
      throw new IllegalArgumentException(uses + " uses");
    }
  }

  /**
   * The terms in the content of tag A5. What else a device tells there is passed over.
   *
   * @throws ProblemException {@link Malformed}
   */
  public static KeyTerms parse(Bytes proprietary) throws ProblemException {
    List<Tlv> members = TlvReader.ofAnyLengthForm(FORMAT, proprietary).rest();
    Optional<Bytes> uses = find(members, USES);
    Optional<Bytes> algorithms = find(members, ALGORITHMS);
    Optional<Bytes> domain = find(members, DOMAIN);
    require(uses.isEmpty() || uses.get().size() == COUNTER_SIZE, "use counter");
    require(
        algorithms.isEmpty() || algorithms.get().size() <= AllowedAlgorithms.MOST,
        "allowed algorithms");
    require(
        domain.isEmpty()
            || domain.get().size() == 1 && domain.get().at(0) <= KeyDomainIndex.LARGEST,
        "key domain");
    return new KeyTerms(
        algorithms.map(AllowedAlgorithms::new).orElse(AllowedAlgorithms.ALL),
        domain.map(index -> new KeyDomainIndex(index.at(0))),
        uses.map(KeyTerms::counter).map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  private static Optional<Bytes> find(List<Tlv> members, Tag tag) {
    return members.stream().filter(member -> member.tag().equals(tag)).map(Tlv::value).findFirst();
  }

  private static void require(boolean holds, String field) throws ProblemException {
    if (!holds) {
      throw new Malformed(FORMAT, field, 0).asException();
    }
  }

  private static long counter(Bytes bytes) {
    long number = 0;
    for (int i = 0; i < COUNTER_SIZE; i++) {
      number = number << 8 | bytes.at(i);
    }
    return number;
  }

  /** Counter, list and domain, in the order in which they are given with a pair of keys. */
  Bytes encode() {
    return encodedUses().plus(encodedAlgorithms()).plus(encodedDomain());
  }

  Bytes encodedUses() {
    if (uses.isEmpty()) {
      return Bytes.EMPTY;
    }
    byte[] number = new byte[COUNTER_SIZE];
    for (int i = 0; i < COUNTER_SIZE; i++) {
      number[i] = (byte) (uses.getAsLong() >> 8 * (COUNTER_SIZE - 1 - i));
    }
    return new Tlv(USES, Bytes.of(number)).encode();
  }

  Bytes encodedAlgorithms() {
    return algorithms.isUnrestricted()
        ? Bytes.EMPTY
        : new Tlv(ALGORITHMS, algorithms.ids()).encode();
  }

  Bytes encodedDomain() {
    return domain
        .map(index -> new Tlv(DOMAIN, Bytes.of((byte) index.value())).encode())
        .orElse(Bytes.EMPTY);
  }
}
