// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.QuorumProblem.ShareDisagrees;
import org.keyrite.core.problem.QuorumProblem.SharesDisagree;

/** Lagrange's interpolation: the polynomial through the points that shares are. */
final class Interpolation {
  private Interpolation() {}

  /** The value at {@code x}; the caller wipes it. The weights of the shares are public. */
  static int[] at(int x, BigInteger prime, List<PasswordShare> shares) {
    PrimeField field = new PrimeField(prime);
    int[] sum = field.zero();
    for (PasswordShare share : shares) {
      int[] value = share.value().use(field::read);
      int[] term = field.times(value, weight(share, x, prime, shares));
      field.add(sum, term);
      PrimeField.wipe(value);
      PrimeField.wipe(term);
    }
    return sum;
  }

  private static BigInteger weight(
      PasswordShare share, int x, BigInteger prime, List<PasswordShare> shares) {
    BigInteger above = BigInteger.ONE;
    BigInteger below = BigInteger.ONE;
    for (PasswordShare other : shares) {
      if (other.id() != share.id()) {
        above = above.multiply(BigInteger.valueOf(x - other.id())).mod(prime);
        below = below.multiply(BigInteger.valueOf(share.id() - other.id())).mod(prime);
      }
    }
    return above.multiply(below.modInverse(prime)).mod(prime);
  }

  /**
   * What is wrong with more shares than are needed. One too many tells that they do not go
   * together; two too many tell which one does not, if it is only one.
   */
  static Optional<Problem> disagreement(QuorumShares set) {
    List<PasswordShare> shares = set.shares();
    if (set.threshold() == 0 || agree(set, shares)) {
      return Optional.empty();
    }
    if (shares.size() >= set.threshold() + 2) {
      for (PasswordShare suspect : shares) {
        List<PasswordShare> others = new ArrayList<>(shares);
        others.remove(suspect);
        if (agree(set, others)) {
          return Optional.of(new ShareDisagrees(suspect.id()));
        }
      }
    }
    return Optional.of(new SharesDisagree(shares.size(), set.threshold()));
  }

  private static boolean agree(QuorumShares set, List<PasswordShare> shares) {
    PrimeField field = new PrimeField(set.prime());
    int enough = Math.min(set.threshold(), shares.size());
    boolean agree = true;
    for (PasswordShare more : shares.subList(enough, shares.size())) {
      int[] expected = at(more.id(), set.prime(), shares.subList(0, enough));
      int[] value = more.value().use(field::read);
      agree &= Arrays.equals(expected, value);
      PrimeField.wipe(expected);
      PrimeField.wipe(value);
    }
    return agree;
  }
}
