// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem.PrimeUnusable;
import org.keyrite.core.problem.QuorumProblem.ShareIdOutOfRange;
import org.keyrite.core.problem.QuorumProblem.ShareRepeated;
import org.keyrite.core.problem.QuorumProblem.ShareValueTooLarge;
import org.keyrite.core.problem.QuorumProblem.SharesTooFew;

/**
 * Password shares as people typed them. Nothing is believed: any prime, id and value goes in, and
 * {@link #validate} yields usable shares or says which one is wrong in what. That a share comes
 * from another set shows here only if more shares than needed are given and the threshold is known;
 * otherwise the share file tells.
 */
public final class PasswordShares implements AutoCloseable {
  /** The longest prime that sc-hsm-tool takes: 31 bytes. */
  private static final int MAX_PRIME_BITS = 31 * 8;

  /** Nothing shorter was ever made: passwords have 8 bytes, primes of old files about as many. */
  private static final int MIN_PRIME_BITS = 32;

  private static final int CERTAINTY = 100;

  /** The largest id where n is unknown; no program is known to make more. */
  public static final int LARGEST_ID = 255;

  private record Typed(int id, Secret value) {}

  private final BigInteger prime;
  private final int threshold;
  private final int total;
  private final List<Typed> typed = new ArrayList<>();

  /**
   * An empty collection.
   *
   * @param threshold how many shares join, 0 if unknown
   * @param total how many were made, 0 if unknown
   */
  public PasswordShares(BigInteger prime, int threshold, int total) {
    this.prime = prime;
    this.threshold = threshold;
    this.total = total;
  }

  /** Adds a share and takes over its value, big-endian bytes of any number. */
  public void add(int id, Secret value) {
    typed.add(new Typed(id, value));
  }

  /** Takes back and wipes the share that was added last, if any: it was found wrong. */
  public void removeLast() {
    if (!typed.isEmpty()) {
      typed.removeLast().value().close();
    }
  }

  /** How many shares were added. */
  public int size() {
    return typed.size();
  }

  /** What is wrong with the shares so far, not counting that more may have to come. */
  public Optional<Problem> problem() {
    if (!isUsable(prime)) {
      return Optional.of(new PrimeUnusable());
    }
    PrimeField field = new PrimeField(prime);
    Set<Integer> seen = new HashSet<>();
    for (Typed share : typed) {
      Optional<Problem> wrongId = problemWith(share.id(), seen);
      if (wrongId.isPresent()) {
        return wrongId;
      }
      seen.add(share.id());
      if (!share.value().use(field::holds)) {
        return Optional.of(new ShareValueTooLarge(share.id()));
      }
    }
    try (QuorumShares usable = usable()) {
      return Interpolation.disagreement(usable);
    }
  }

  /** What is wrong with the id of a share that is about to be added, before its value is known. */
  public Optional<Problem> problemWithNext(int id) {
    return problemWith(id, typed.stream().map(Typed::id).collect(Collectors.toSet()));
  }

  private Optional<Problem> problemWith(int id, Set<Integer> others) {
    int largest = total > 0 ? total : LARGEST_ID;
    if (id < 1 || id > largest) {
      return Optional.of(new ShareIdOutOfRange(id, largest));
    }
    return others.contains(id) ? Optional.of(new ShareRepeated(id)) : Optional.empty();
  }

  /** Whether this number can carry a quorum: a prime of 32 to 248 bits, safe or not. */
  public static boolean isUsable(BigInteger prime) {
    return prime.signum() > 0
        && prime.bitLength() >= MIN_PRIME_BITS
        && prime.bitLength() <= MAX_PRIME_BITS
        && prime.isProbablePrime(CERTAINTY);
  }

  /** The usable shares, with values of the prime's width and an owner of their own. */
  public QuorumShares validate() throws ProblemException {
    Optional<Problem> problem = problem();
    if (problem.isPresent()) {
      throw problem.get().asException();
    }
    int needed = Math.max(Quorum.MIN_THRESHOLD, threshold);
    if (typed.size() < needed) {
      throw new SharesTooFew(typed.size(), needed).asException();
    }
    return usable();
  }

  private QuorumShares usable() {
    return new QuorumShares(prime, threshold, total, typed.stream().map(this::usable).toList());
  }

  private PasswordShare usable(Typed share) {
    PrimeField field = new PrimeField(prime);
    int[] number = share.value().use(field::read);
    Secret value = Secret.taking(field.write(number, field.width()));
    PrimeField.wipe(number);
    return new PasswordShare(prime, share.id(), threshold, total, value);
  }

  /** Wipes what was typed; shares that {@link #validate} returned live on. */
  @Override
  public void close() {
    typed.forEach(share -> share.value().close());
  }
}
