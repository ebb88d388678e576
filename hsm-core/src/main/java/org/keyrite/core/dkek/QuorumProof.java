// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem.QuorumNotProven;
import org.keyrite.core.work.Progress;

/**
 * That the shares of a new quorum join to its password: every combination of t if there are at most
 * 5,000; otherwise 5,000 different ones among which every share occurs, chosen by a generator that
 * is seeded with the prime, so that anybody can choose them again.
 *
 * @param tried how many combinations were joined and compared
 * @param combinations how many there are
 */
public record QuorumProof(int tried, BigInteger combinations) {
  /** The most combinations that are tried. */
  public static final int LIMIT = 5_000;

  /** Whether all combinations were tried. */
  public boolean isComplete() {
    return combinations.equals(BigInteger.valueOf(tried));
  }

  /**
   * Joins combinations of the shares and compares each with the password. Both stay the caller's.
   *
   * @throws ProblemException {@link QuorumNotProven} at the first one that differs
   * @throws org.keyrite.core.work.Cancelled at a checkpoint
   */
  static QuorumProof of(QuorumShares shares, Secret password, Progress progress)
      throws ProblemException {
    BigInteger combinations = count(shares.shares().size(), shares.threshold());
    List<List<Integer>> chosen =
        combinations.compareTo(BigInteger.valueOf(LIMIT)) <= 0
            ? every(shares.shares().size(), shares.threshold())
            : cover(shares);
    int tried = 0;
    for (List<Integer> indices : chosen) {
      progress.checkpoint();
      List<PasswordShare> some = indices.stream().map(shares.shares()::get).toList();
      try (JoinedPassword joined = Quorum.join(shares.prime(), some)) {
        if (!joined.padded().matches(password)) {
          throw new QuorumNotProven().asException();
        }
      }
      progress.report(++tried, chosen.size());
    }
    return new QuorumProof(tried, combinations);
  }

  private static BigInteger count(int total, int threshold) {
    BigInteger count = BigInteger.ONE;
    for (int i = 1; i <= threshold; i++) {
      count =
          count.multiply(BigInteger.valueOf(total - threshold + i)).divide(BigInteger.valueOf(i));
    }
    return count;
  }

  private static List<List<Integer>> every(int total, int threshold) {
    List<List<Integer>> all = new ArrayList<>();
    extend(new ArrayList<>(), 0, total, threshold, all);
    return all;
  }

  private static void extend(
      List<Integer> begun, int next, int total, int threshold, List<List<Integer>> all) {
    if (begun.size() == threshold) {
      all.add(List.copyOf(begun));
      return;
    }
    for (int i = next; i <= total - (threshold - begun.size()); i++) {
      begun.add(i);
      extend(begun, i + 1, total, threshold, all);
      begun.removeLast();
    }
  }

  /** Shuffled runs through all shares, cut in pieces: early pieces already hold every share. */
  private static List<List<Integer>> cover(QuorumShares shares) {
    Random random = new Random(shares.prime().longValue());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < shares.shares().size(); i++) {
      order.add(i);
    }
    Set<List<Integer>> chosen = new HashSet<>();
    List<List<Integer>> inOrder = new ArrayList<>();
    int threshold = shares.threshold();
    while (inOrder.size() < LIMIT) {
      Collections.shuffle(order, random);
      for (int from = 0; from < order.size() && inOrder.size() < LIMIT; from += threshold) {
        int start = Math.min(from, order.size() - threshold);
        List<Integer> piece = order.subList(start, start + threshold).stream().sorted().toList();
        if (chosen.add(piece)) {
          inOrder.add(piece);
        }
      }
    }
    return inOrder;
  }
}
