// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem.QuorumNotProven;
import org.keyrite.core.problem.QuorumProblem.ThresholdOutOfRange;
import org.keyrite.core.random.RandomSource;
import org.keyrite.core.work.Progress;

/**
 * Shamir's scheme over a prime field as sc-hsm-tool uses it: the password of a share file, read as
 * a big-endian number, is the value at 0 of a random polynomial of degree t - 1; the share with id
 * i is its value at i. Any t shares give the password back, fewer say nothing about it.
 *
 * <p>Every coefficient is drawn uniformly, the highest too, which may be zero: forcing it to be
 * something else would tell t - 1 custodians a value that the password does not have.
 */
public final class Quorum {
  /** The smallest threshold. */
  public static final int MIN_THRESHOLD = 2;

  /** The smallest number of custodians of a quorum that we make. */
  public static final int MIN_CUSTODIANS = 3;

  /** The largest number of custodians of a quorum that we make. */
  public static final int MAX_CUSTODIANS = 99;

  private Quorum() {}

  /**
   * A random password that every tool can bring back: its first bit is zero, so that every prime of
   * its length is larger, and its first byte is not, since stock sc-hsm-tool loses a leading zero
   * byte. The caller owns it.
   */
  public static Secret newPassword(QuorumStrength strength, RandomSource random)
      throws ProblemException {
    while (true) {
      Secret password = random.secret(strength.size());
      boolean usable =
          password.use(bytes -> {
            bytes[0] &= 0x7F;
            return bytes[0] != 0;
          });
      if (usable) {
        return password;
      }
      password.close();
    }
  }

  /**
   * Refuses numbers that do not go together.
   *
   * @throws ProblemException {@link ThresholdOutOfRange} unless 2 ≤ t ≤ n and 3 ≤ n ≤ 99
   */
  public static void checkSize(int threshold, int custodians) throws ProblemException {
    if (custodians < MIN_CUSTODIANS
        || custodians > MAX_CUSTODIANS
        || threshold < MIN_THRESHOLD
        || threshold > custodians) {
      throw new ThresholdOutOfRange(threshold, custodians).asException();
    }
  }

  /**
   * Splits a password over a fresh safe prime. The password stays the caller's, who owns the shares
   * too.
   *
   * @param password from {@link #newPassword} with the same strength
   * @throws ProblemException {@link ThresholdOutOfRange}, or what the source of randomness says
   */
  public static QuorumShares split(
      Secret password, int threshold, int custodians, QuorumStrength strength, RandomSource random)
      throws ProblemException {
    if (password.size() != strength.size() || password.use(bytes -> bytes[0] <= 0)) {
      throw new IllegalArgumentException("password not made for a quorum of " + strength);
    }
    checkSize(threshold, custodians);
    return split(password, threshold, custodians, SafePrime.draw(strength.bits(), random), random);
  }

  static QuorumShares split(
      Secret password, int threshold, int custodians, BigInteger prime, RandomSource random)
      throws ProblemException {
    PrimeField field = new PrimeField(prime);
    List<int[]> coefficients = new ArrayList<>();
    try {
      coefficients.add(password.use(field::read));
      while (coefficients.size() < threshold) {
        coefficients.add(field.draw(random));
      }
      return split(field, prime, coefficients, custodians);
    } finally {
      coefficients.forEach(PrimeField::wipe);
    }
  }

  static QuorumShares split(
      PrimeField field, BigInteger prime, List<int[]> coefficients, int custodians) {
    List<PasswordShare> shares = new ArrayList<>();
    for (int id = 1; id <= custodians; id++) {
      int[] value = valueAt(BigInteger.valueOf(id), field, coefficients);
      Secret secret = Secret.taking(field.write(value, field.width()));
      PrimeField.wipe(value);
      shares.add(new PasswordShare(prime, id, coefficients.size(), custodians, secret));
    }
    return new QuorumShares(prime, coefficients.size(), custodians, shares);
  }

  private static int[] valueAt(BigInteger x, PrimeField field, List<int[]> coefficients) {
    int[] value = field.zero();
    for (int[] coefficient : coefficients.reversed()) {
      int[] higher = value;
      value = field.times(higher, x);
      PrimeField.wipe(higher);
      field.add(value, coefficient);
    }
    return value;
  }

  /** Joins all of these shares. They stay the caller's, who owns the result too. */
  public static JoinedPassword join(QuorumShares shares) {
    return join(shares.prime(), shares.shares());
  }

  static JoinedPassword join(BigInteger prime, List<PasswordShare> shares) {
    PrimeField field = new PrimeField(prime);
    int[] secret = Interpolation.at(0, prime, shares);
    byte[] padded = field.write(secret, Math.max(field.width(), QuorumStrength.BITS_64.size()));
    PrimeField.wipe(secret);
    return JoinedPassword.of(padded);
  }

  /**
   * Joins combinations of the shares, all or a cover, and compares each with the password. Both
   * stay the caller's.
   *
   * @throws ProblemException {@link QuorumNotProven} at the first combination that differs
   * @throws org.keyrite.core.work.Cancelled at a checkpoint
   */
  public static QuorumProof proveAll(QuorumShares shares, Secret password, Progress progress)
      throws ProblemException {
    return QuorumProof.of(shares, password, progress);
  }
}
