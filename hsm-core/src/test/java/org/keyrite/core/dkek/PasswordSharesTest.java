// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.QuorumProblem.PrimeUnusable;
import org.keyrite.core.problem.QuorumProblem.ShareDisagrees;
import org.keyrite.core.problem.QuorumProblem.ShareIdOutOfRange;
import org.keyrite.core.problem.QuorumProblem.ShareRepeated;
import org.keyrite.core.problem.QuorumProblem.ShareValueTooLarge;
import org.keyrite.core.problem.QuorumProblem.SharesDisagree;
import org.keyrite.core.problem.QuorumProblem.SharesTooFew;

/** The set is the vector "normal 3-of-5". */
class PasswordSharesTest {
  private static final String PRIME = "c0e18d4da5b65023";
  private static final List<String> VALUES =
      List.of(
          "678aadd0f4173a5c",
          "7bb2ea21588fc6fc",
          "91df2c79c71461ac",
          "aa0f74da3fa50a6c",
          "036235f51c8b7119");

  private static Secret secret(String hex) {
    return Secret.taking(Bytes.fromHex(hex).toByteArray());
  }

  private static PasswordShares collected(int threshold, int total, int... ids) {
    PasswordShares shares = new PasswordShares(new BigInteger(PRIME, 16), threshold, total);
    for (int id : ids) {
      shares.add(id, secret(VALUES.get(id - 1)));
    }
    return shares;
  }

  private static void assertWrong(Problem expected, PasswordShares shares) {
    assertEquals(Optional.of(expected), shares.problem());
    assertRefused(expected, shares::validate);
  }

  @Test
  void yieldsUsableSharesWithAnOwnerOfTheirOwn() throws Exception {
    PasswordShares typed = collected(3, 5, 5, 1, 4);
    QuorumShares usable = typed.validate();
    typed.close();
    try (JoinedPassword joined = Quorum.join(usable)) {
      assertEquals(Bytes.fromHex("5566778899aabbcc"), joined.padded().use(Bytes::of));
    }
    usable.close();
    usable.shares().forEach(share -> assertTrue(share.value().isWiped()));
  }

  @Test
  void takesValuesWithAndWithoutLeadingZeros() throws Exception {
    PasswordShares typed = collected(0, 0, 1, 4);
    typed.add(5, secret("6235f51c8b7119"));
    assertRefusedNothing(typed);
    PasswordShares padded = collected(0, 0, 1, 4);
    padded.add(5, secret("00006235f51c8b7119"));
    assertRefusedNothing(padded);
    PasswordShares right = collected(0, 0, 1, 4);
    right.add(5, secret("0000036235f51c8b7119"));
    assertEquals(
        Bytes.fromHex("5566778899aabbcc"), Quorum.join(right.validate()).padded().use(Bytes::of));
  }

  private static void assertRefusedNothing(PasswordShares shares) throws Exception {
    assertEquals(Optional.empty(), shares.problem());
    assertEquals(8, shares.validate().shares().getLast().value().size());
  }

  @Test
  void wipesWhatWasTyped() {
    PasswordShares shares = new PasswordShares(new BigInteger(PRIME, 16), 0, 0);
    Secret value = secret("01");
    shares.add(1, value);
    shares.close();
    assertTrue(value.isWiped());
  }

  @Test
  void takesBackAWrongShareAndGoesOn() {
    PasswordShares shares = collected(3, 5, 1);
    Secret wrong = secret(PRIME);
    shares.add(2, wrong);
    assertEquals(Optional.of(new ShareValueTooLarge(2)), shares.problem());
    shares.removeLast();
    assertTrue(wrong.isWiped());
    assertEquals(Optional.empty(), shares.problem());
    assertEquals(1, shares.size());
    shares.removeLast();
    shares.removeLast();
    assertEquals(0, shares.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 6, 255})
  void namesAnIdOutsideTheSet(int id) {
    PasswordShares shares = collected(3, 5, 1, 2);
    shares.add(id, secret("01"));
    assertWrong(new ShareIdOutOfRange(id, 5), shares);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256, 100_000})
  void namesAnIdThatNoProgramMakes(int id) {
    PasswordShares shares = collected(0, 0, 1, 2);
    shares.add(id, secret("01"));
    assertWrong(new ShareIdOutOfRange(id, 255), shares);
  }

  @Test
  void namesAShareGivenTwice() {
    assertWrong(new ShareRepeated(2), collected(3, 5, 2, 4, 2));
    PasswordShares otherValue = collected(0, 0, 2, 4);
    otherValue.add(4, secret("01"));
    assertWrong(new ShareRepeated(4), otherValue);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PRIME,
        "c0e18d4da5b65024",
        "ffffffffffffffff",
        "010000000000000000",
        "01000000000000000000000000"
      })
  void namesAValueThatIsNotBelowThePrime(String value) {
    PasswordShares shares = collected(3, 5, 1, 2);
    shares.add(3, secret(value));
    assertWrong(new ShareValueTooLarge(3), shares);
  }

  @Test
  void takesTheLargestValue() {
    PasswordShares shares = collected(3, 5, 1, 2);
    shares.add(3, secret("c0e18d4da5b65022"));
    assertEquals(Optional.empty(), shares.problem());
  }

  @Test
  void saysHowManyAreMissingOnlyAtTheEnd() {
    PasswordShares shares = collected(3, 5, 1, 2);
    assertEquals(Optional.empty(), shares.problem());
    assertRefused(new SharesTooFew(2, 3), shares::validate);
    assertRefused(new SharesTooFew(1, 2), () -> collected(0, 0, 1).validate());
    assertRefused(new SharesTooFew(0, 2), () -> collected(0, 0).validate());
  }

  @Test
  void noticesThatOneTooManyDoesNotAgree() {
    PasswordShares shares = collected(3, 5, 1, 2, 3);
    shares.add(4, secret("aa0f74da3fa50a6d"));
    assertWrong(new SharesDisagree(4, 3), shares);
  }

  @Test
  void namesTheShareThatDisagreesWhenTwoMoreAreThere() {
    for (int wrong = 1; wrong <= 5; wrong++) {
      PasswordShares shares = new PasswordShares(new BigInteger(PRIME, 16), 3, 5);
      for (int id = 1; id <= 5; id++) {
        shares.add(id, secret(id == wrong ? "0102030405060708" : VALUES.get(id - 1)));
      }
      assertWrong(new ShareDisagrees(wrong), shares);
    }
  }

  @Test
  void namesNoneWhenTwoDisagree() {
    PasswordShares shares = collected(3, 5, 1, 2, 3);
    shares.add(4, secret("01"));
    shares.add(5, secret("02"));
    assertWrong(new SharesDisagree(5, 3), shares);
  }

  @Test
  void takesAllSharesThatAgree() throws Exception {
    try (QuorumShares usable = collected(3, 5, 5, 4, 3, 2, 1).validate()) {
      assertEquals(5, usable.shares().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "-c0e18d4da5b65023",
        "c0e18d4da5b65024",
        "c0e18d4da5b65021",
        "7fffffff",
        "11",
        "fffffffa00000009"
      })
  void refusesNumbersThatCarryNoQuorum(String prime) {
    PasswordShares shares = new PasswordShares(new BigInteger(prime, 16), 2, 3);
    shares.add(1, secret("01"));
    shares.add(2, secret("02"));
    assertWrong(new PrimeUnusable(), shares);
  }

  @Test
  void refusesAPrimeThatTheStockToolCannotTake() {
    BigInteger tooLong = BigInteger.TWO.pow(248).nextProbablePrime();
    assertFalse(PasswordShares.isUsable(tooLong));
    assertFalse(PasswordShares.isUsable(BigInteger.TWO.pow(31).subtract(BigInteger.ONE)));
    assertTrue(PasswordShares.isUsable(BigInteger.TWO.pow(247).nextProbablePrime()));
    assertTrue(PasswordShares.isUsable(BigInteger.TWO.pow(31).nextProbablePrime()));
  }
}
