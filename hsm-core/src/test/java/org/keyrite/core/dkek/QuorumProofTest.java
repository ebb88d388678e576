// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem.QuorumNotProven;
import org.keyrite.core.random.RandomSource;
import org.keyrite.core.testing.Seed;
import org.keyrite.core.testing.SeededSource;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

class QuorumProofTest {
  private final RandomSource source = new SeededSource(Seed.random(QuorumProofTest.class));
  private final Secret password = newPassword();

  private Secret newPassword() {
    try {
      return Quorum.newPassword(QuorumStrength.BITS_64, source);
    } catch (ProblemException e) {
      throw new IllegalStateException(e);
    }
  }

  private QuorumShares split(int threshold, int custodians) throws ProblemException {
    return Quorum.split(password, threshold, custodians, QuorumStrength.BITS_64, source);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 3, 3, 3",
    "3, 5, 10, 10",
    "3, 3, 1, 1",
    "3, 12, 220, 220",
    "2, 99, 4851, 4851",
    "6, 15, 5000, 5005",
    "3, 99, 5000, 156849",
    "99, 99, 1, 1",
    "98, 99, 99, 99",
  })
  void triesAllCombinationsOrACover(int threshold, int custodians, int tried, String of)
      throws ProblemException {
    long[] reported = {0, 0};
    Progress progress =
        new Progress() {
          @Override
          public void report(long done, long total) {
            assertEquals(reported[0] + 1, done);
            reported[0] = done;
            reported[1] = total;
          }

          @Override
          public void checkpoint() {}
        };
    QuorumProof proof = Quorum.proveAll(split(threshold, custodians), password, progress);
    assertEquals(new QuorumProof(tried, new BigInteger(of)), proof);
    assertEquals(of.equals("" + tried), proof.isComplete());
    assertEquals(tried, reported[0]);
    assertEquals(tried, reported[1]);
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "3, 5", "10, 40"})
  void findsASingleSpoiledShareWhicheverItIs(int threshold, int custodians)
      throws ProblemException {
    for (int spoiled = 0; spoiled < custodians; spoiled++) {
      List<PasswordShare> shares = new ArrayList<>(split(threshold, custodians).shares());
      PasswordShare sound = shares.get(spoiled);
      byte[] value = sound.value().use(byte[]::clone);
      value[7] ^= 1;
      value[0] &= 0x7F;
      shares.set(
          spoiled,
          new PasswordShare(
              sound.prime(), sound.id(), threshold, custodians, Secret.taking(value)));
      QuorumShares set = new QuorumShares(sound.prime(), threshold, custodians, shares);
      assertRefused(new QuorumNotProven(), () -> Quorum.proveAll(set, password, Progress.NONE));
    }
  }

  @Test
  void refusesSharesOfAnotherPassword() throws ProblemException {
    QuorumShares shares = split(2, 3);
    assertRefused(
        new QuorumNotProven(), () -> Quorum.proveAll(shares, newPassword(), Progress.NONE));
  }

  @Test
  void stopsWhenItIsCancelled() throws ProblemException {
    QuorumShares shares = split(2, 99);
    int[] checkpoints = {0};
    Progress cancelling =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public void checkpoint() {
            if (++checkpoints[0] == 10) {
              throw new Cancelled();
            }
          }
        };
    assertThrows(Cancelled.class, () -> Quorum.proveAll(shares, password, cancelling));
    assertEquals(10, checkpoints[0]);
  }

  @Test
  void leavesSharesAndPasswordToTheirOwner() throws ProblemException {
    QuorumShares shares = split(2, 3);
    Quorum.proveAll(shares, password, Progress.NONE);
    assertFalse(password.isWiped());
    assertTrue(shares.shares().stream().noneMatch(share -> share.value().isWiped()));
  }
}
